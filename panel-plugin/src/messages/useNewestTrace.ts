import { dateTime, type DataFrame, type PanelData } from '@grafana/data';
import { useEffect, useId, useState } from 'react';
import { last } from 'rxjs';
import { queryError } from '../errors/queryError';
import { readFrames } from '../frames/readFrames';
import { requestOf, runTarget } from '../selection/runTarget';
import { tracesTarget } from '../selection/tracesTarget';

/** Of all time. Clocks of senders may be ahead, hence the day. */
const BEFORE_ALL = '2000-01-01T00:00:00Z';

/** `unknown` where it could not be found out, as when a search stopped early. */
export type NewestTrace =
  { kind: 'looking' } | { kind: 'none' } | { kind: 'unknown' } | { kind: 'found'; timeMs: number };

/** The newest trace of any time that the list would show, were it not for its time range. */
export function useNewestTrace(panelData: PanelData): NewestTrace {
  const runId = useId();
  const [newest, setNewest] = useState<{ panelData: PanelData; newest: NewestTrace }>();
  useEffect(() => {
    const target = tracesTarget(panelData);
    const keep = (found: NewestTrace) => {
      setNewest({ panelData, newest: found });
    };
    if (!target) {
      keep({ kind: 'unknown' });
      return undefined;
    }
    const from = dateTime(BEFORE_ALL);
    const to = dateTime().add(1, 'd');
    const range = { from, to, raw: { from, to } };
    const wide = { ...target, sort: 'start_time', order: 'desc' as const, limit: 1, live: false };
    const subscription = runTarget({ ...requestOf(panelData), range }, wide, `newest-${runId}`)
      .pipe(last())
      .subscribe({
        next: (response) => {
          keep(queryError(response) === undefined ? newestOf(response.data as DataFrame[]) : { kind: 'unknown' });
        },
        error: () => {
          keep({ kind: 'unknown' });
        },
      });
    return () => {
      subscription.unsubscribe();
    };
  }, [panelData, runId]);
  return newest?.panelData === panelData ? newest.newest : { kind: 'looking' };
}

function newestOf(frames: readonly DataFrame[]): NewestTrace {
  const read = readFrames(frames);
  const page = read.kind === 'traces' ? read.pages[0] : undefined;
  const timeMs = page && page.length > 0 ? page.row(0).startTimeMs : null;
  if (timeMs !== null) {
    return { kind: 'found', timeMs };
  }
  return page?.stop ? { kind: 'unknown' } : { kind: 'none' };
}
