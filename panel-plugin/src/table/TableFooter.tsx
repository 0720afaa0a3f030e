import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, useStyles2 } from '@grafana/ui';
import React from 'react';
import { errorWords } from '../errors/errorWords';
import type { LoadedTraces } from '../paging/TracePager';
import { words } from '../words';

/** How much is loaded, and what became of the next page. */
export function TableFooter({ loaded, onRetry }: { loaded: LoadedTraces; onRetry: () => void }) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.footer}>
      <span role="status">{footerWords(loaded)}</span>
      {loaded.paging === 'failed' && (
        <Button size="sm" fill="text" onClick={onRetry}>
          {words.table.retry}
        </Button>
      )}
    </div>
  );
}

function footerWords({ rows, paging, error }: LoadedTraces): string {
  switch (paging) {
    case 'end':
      return words.table.allLoaded(rows.length);
    case 'full':
      return words.table.loadedUpToLimit(rows.length);
    case 'loading':
      return `${words.table.loaded(rows.length)}. ${words.table.loading}`;
    case 'failed':
      return `${words.table.loaded(rows.length)}. ${words.table.nextPageFailed(errorWords(error))}`;
    case 'more':
    case 'first-page-only':
      return words.table.loaded(rows.length);
  }
}

const getStyles = (theme: GrafanaTheme2) => ({
  footer: css({
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    padding: theme.spacing(0.5, 1),
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
    borderTop: `1px solid ${theme.colors.border.weak}`,
  }),
});
