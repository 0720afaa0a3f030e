import { dateTime, type DataFrame, type PanelData } from '@grafana/data';
import { t } from '@grafana/i18n';
import React, { useEffect, useId, useState } from 'react';
import { last } from 'rxjs';
import { queryError } from '../errors/queryError';
import { requestOf, runTarget } from '../selection/runTarget';
import { tracesTarget } from '../selection/tracesTarget';
import { askedQuery, chosenVersion, versionTarget } from './chosenVersion';
import { readNumbers } from './readNumbers';
import { exactCount } from './stripFormats';

/** Before any trace of a language model: a deployment has none from before it existed, so this is since then. */
const BEFORE_ALL = '2000-01-01T00:00:00Z';

/** All requests since it was deployed, where a deployment version is chosen. Asked for when it is looked at. */
export function SinceDeployment({ panelData }: { panelData: PanelData }) {
  const runId = useId();
  const [words, setWords] = useState<string>();
  useEffect(() => {
    const asked = askedQuery(panelData.series[0]);
    const chosen = asked && chosenVersion(asked);
    const target = tracesTarget(panelData);
    if (!chosen || !target) {
      return undefined;
    }
    const from = dateTime(BEFORE_ALL);
    const to = dateTime();
    // Without the dashboard's filters, as it is the total of the version.
    const request = { ...requestOf(panelData), filters: [], range: { from, to, raw: { from, to } } };
    const subscription = runTarget(request, versionTarget(target, chosen), `since-${runId}`)
      .pipe(last())
      .subscribe({
        next: (response) => {
          setWords(queryError(response) === undefined ? counted(response.data as DataFrame[]) : failed());
        },
        error: () => {
          setWords(failed());
        },
      });
    return () => {
      subscription.unsubscribe();
    };
  }, [panelData, runId]);
  return words === undefined ? null : <p role="status">{words}</p>;
}

const counted = (frames: readonly DataFrame[]) =>
  t('strip.since-deployment', 'Since this version was deployed: {{requests}}.', {
    requests: exactCount(readNumbers(frames).requests),
  });

const failed = () => t('strip.since-deployment-failed', 'The total since deployment could not be loaded.');
