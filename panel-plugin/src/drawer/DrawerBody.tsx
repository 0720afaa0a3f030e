import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import type { TimeZone } from '@grafana/schema';
import { Alert, Button, LoadingPlaceholder, useStyles2 } from '@grafana/ui';
import React from 'react';
import { ERROR_STATUS } from '../contract/constants.gen';
import type { TraceDetail } from '../detail/fetchTrace';
import type { TraceState } from '../detail/useTrace';
import { errorStatus, errorWords } from '../errors/errorWords';
import type { PanelSource } from '../source/panelSource';
import { RowPreview, type PayloadPreview } from './RowPreview';
import { FoldingContext, type Folding } from './sections/SectionContext';
import type { SectionId } from './sections/sectionIds';
import { TraceView } from './TraceView';

interface Props {
  state: TraceState;
  /** The trace that was shown last. */
  kept: TraceDetail | undefined;
  /** What the trace's row shows of its payloads, when it is loaded. */
  preview: PayloadPreview | undefined;
  source: PanelSource | null | undefined;
  timeZone: TimeZone;
  hidden: ReadonlySet<SectionId>;
  folding: Folding;
  onFilter: ((condition: string) => void) | undefined;
}

/** The trace, what stands in its place, or the trace before it until it is there. */
export function DrawerBody({ state, kept, preview, source, timeZone, hidden, folding, onFilter }: Props) {
  const styles = useStyles2(getStyles);
  const shown = state.kind === 'loaded' ? state.trace : state.kind === 'loading' ? kept : undefined;
  const isOld = shown !== undefined && state.kind !== 'loaded';
  if (!shown) {
    return (
      <div className={styles.body}>
        {state.kind === 'loading' && preview ? (
          <RowPreview preview={preview} hidden={hidden} />
        ) : (
          <NotLoaded state={state} />
        )}
      </div>
    );
  }
  // Another trace begins at its top, with nothing of the one before it chosen.
  return (
    <div key={shown.request_id} className={cx(styles.body, isOld && styles.old)} aria-busy={isOld}>
      <FoldingContext.Provider value={folding}>
        <TraceView
          trace={shown}
          source={source ?? null}
          timeZone={timeZone}
          hidden={hidden}
          folding={folding}
          onFilter={onFilter}
        />
      </FoldingContext.Provider>
    </div>
  );
}

function NotLoaded({ state }: { state: TraceState }) {
  if (state.kind !== 'failed') {
    return <LoadingPlaceholder text={t('drawer.loading', 'Loading the trace…')} />;
  }
  const isMissing = errorStatus(state.error) === ERROR_STATUS.NOT_FOUND;
  return (
    <Alert severity="error" title={t('drawer.failed', 'The trace could not be loaded')}>
      <p>
        {isMissing
          ? t(
              'drawer.not-found',
              'There is no trace with this request id. It may have been deleted, or the link may be incomplete.'
            )
          : errorWords(state.error)}
      </p>
      {!isMissing && (
        <Button size="sm" variant="secondary" onClick={state.retry}>
          {t('drawer.retry', 'Try again')}
        </Button>
      )}
    </Alert>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  body: css({ flex: '1 1 0', minHeight: 0, overflow: 'auto', padding: theme.spacing(1.5, 2) }),
  old: css({
    opacity: 0.5,
    pointerEvents: 'none',
    // A trace that comes at once is not announced by a flicker.
    '@media (prefers-reduced-motion: no-preference)': { transition: 'opacity 100ms linear 150ms' },
  }),
});
