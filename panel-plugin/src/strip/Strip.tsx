import { css, cx } from '@emotion/css';
import { dateTimeFormat, systemDateFormats, type GrafanaTheme2, type PanelData } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Button, useStyles2 } from '@grafana/ui';
import React from 'react';
import { errorWords } from '../errors/errorWords';
import { queryError } from '../errors/queryError';
import { addCondition } from '../filters/addCondition';
import type { ViewStateHandle } from '../state/useViewState';
import { measured, NARROW, VERY_NARROW } from '../view/narrow';
import { CellHelp } from './CellHelp';
import { stripCells, type CellId, type StripCell } from './cells';
import type { StripNumbers } from './readNumbers';
import { SinceDeployment } from './SinceDeployment';
import { useStripNumbers } from './useStripNumbers';

/** The traces that count as failed, in the query language. */
const FAILED = 'status = failed';

/** Widths at which notes, and labels too, of six cells take two lines. */
const TIGHT = '@container (max-width: 1160px)';
const VERY_TIGHT = '@container (max-width: 900px)';

interface Props {
  panelData: PanelData;
  state: ViewStateHandle;
  timeZone: string;
}

/** What is shown before the first answer, so that the table does not move when it comes. */
const NOTHING_YET: StripNumbers = { requests: 0, failures: 0, durationSamples: 0, unpricedRequests: 0 };

/** Numbers of all traces that the table lists. */
export function Strip({ panelData, state, timeZone }: Props) {
  const styles = useStyles2(getStyles);
  const strip = useStripNumbers(panelData);
  if (!strip) {
    return null;
  }
  if (strip.error !== undefined) {
    return queryError(panelData) === undefined ? <StripFailed error={strip.error} retry={strip.retry} /> : null;
  }
  const { numbers, loading, asOfMs, isLive } = strip;
  const asOf = asOfMs === undefined ? undefined : dateTimeFormat(asOfMs, { timeZone });
  const action = cellAction(numbers, state);
  return (
    <section
      aria-label={t('strip.label', 'Numbers of the selection')}
      aria-busy={loading}
      className={cx(measured, styles.strip, loading && styles.loading)}
    >
      <dl className={styles.cells}>
        {stripCells(numbers ?? NOTHING_YET, isLive ? timeOfDay(asOfMs, timeZone) : undefined).map((cell) => (
          <div key={cell.id} className={styles.cell}>
            <dt className={styles.label}>
              {cell.label}
              <CellHelp cell={cell} asOf={asOf}>
                {cell.id === 'requests' && <SinceDeployment panelData={panelData} />}
              </CellHelp>
            </dt>
            <dd className={cx(styles.value, cell.isDoubtful && styles.doubtful)}>
              {numbers ? cell.value : t('strip.unknown', '–')}
            </dd>
            <dd className={styles.note}>{numbers && <CellNote cell={cell} action={action(cell.id)} />}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** `14:03:59` */
function timeOfDay(timeMs: number | undefined, timeZone: string): string | undefined {
  return timeMs === undefined
    ? undefined
    : dateTimeFormat(timeMs, { timeZone, format: systemDateFormats.interval.second });
}

interface Action {
  tooltip: string;
  run: () => void;
}

/** What a number leads to: the failed requests of a failure rate, unless they are all that is listed. */
function cellAction(numbers: StripNumbers | undefined, { view, change }: ViewStateHandle) {
  return (id: CellId): Action | undefined =>
    id === 'failureRate' && numbers && isSome(numbers) && !view.query.includes(FAILED)
      ? {
          tooltip: t('strip.show-failed', 'Show only the failed requests'),
          run: () => {
            change({ query: addCondition(view.query, FAILED) });
          },
        }
      : undefined;
}

function isSome({ failures, requests }: StripNumbers): boolean {
  return failures > 0 && failures < requests;
}

function CellNote({ cell, action }: { cell: StripCell; action: Action | undefined }) {
  return action ? (
    <Button size="sm" fill="text" variant="primary" tooltip={action.tooltip} onClick={action.run}>
      {cell.note}
    </Button>
  ) : (
    cell.note
  );
}

function StripFailed({ error, retry }: { error: unknown; retry: () => void }) {
  const styles = useStyles2(getStyles);
  return (
    <div role="alert" className={styles.failed}>
      {t('strip.failed-to-load', 'The numbers of the selection could not be loaded.')} {errorWords(error)}{' '}
      <Button size="sm" variant="secondary" onClick={retry}>
        {t('strip.retry', 'Try again')}
      </Button>
    </div>
  );
}

/** As high as the longest of labels and notes, also while there is none. */
function twoLines({ typography }: GrafanaTheme2): string {
  return `${2 * typography.bodySmall.lineHeight}em`;
}

const getStyles = (theme: GrafanaTheme2) => ({
  strip: css({ flexShrink: 0, margin: theme.spacing(0.5, 0) }),
  loading: css({ opacity: 0.6 }),
  cells: css({
    display: 'grid',
    gridTemplateColumns: `repeat(auto-fit, minmax(${theme.spacing(16)}, 1fr))`,
    gap: theme.spacing(1),
    margin: 0,
    [NARROW]: { gap: theme.spacing(0.5), gridTemplateColumns: `repeat(auto-fit, minmax(${theme.spacing(13)}, 1fr))` },
    // One line that is scrolled: the rows need the height.
    [VERY_NARROW]: { display: 'flex', overflowX: 'auto' },
  }),
  cell: css({
    minWidth: 0,
    padding: theme.spacing(0.5, 1),
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
    [NARROW]: { paddingInline: theme.spacing(0.5) },
    [VERY_NARROW]: {
      display: 'grid',
      gridTemplateColumns: 'auto auto',
      flex: '0 0 auto',
      columnGap: theme.spacing(1),
      whiteSpace: 'nowrap',
    },
  }),
  label: css({
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(0.5),
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
    fontWeight: theme.typography.fontWeightRegular,
    gridColumn: '1 / -1',
    // Fewer and wider cells are there before the first answer, and nothing moves when it comes.
    lineHeight: theme.typography.bodySmall.lineHeight,
    [VERY_TIGHT]: { minHeight: twoLines(theme) },
    [NARROW]: { gap: 0, '& button': { margin: 0 } },
    [VERY_NARROW]: { gap: theme.spacing(0.5), minHeight: 0 },
  }),
  value: css({ margin: 0, fontSize: theme.typography.h4.fontSize, fontVariantNumeric: 'tabular-nums' }),
  doubtful: css({ color: theme.colors.text.secondary, fontStyle: 'italic' }),
  // As high as the button in it, so that nothing moves when there is one.
  note: css({
    display: 'flex',
    alignItems: 'center',
    margin: 0,
    minHeight: theme.spacing(3),
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
    '& button': { padding: 0 },
    lineHeight: theme.typography.bodySmall.lineHeight,
    [TIGHT]: { minHeight: twoLines(theme), alignItems: 'flex-start' },
    [VERY_NARROW]: { minHeight: theme.spacing(3), alignItems: 'center' },
  }),
  failed: css({ flexShrink: 0, color: theme.colors.error.text }),
});
