import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import React from 'react';
import { SearchField } from '../search/SearchField';
import type { ViewStateHandle } from '../state/useViewState';

interface Props {
  state: ViewStateHandle;
}

/** What one does with the whole selection: choose, search and filter at the left, act on it at the right. */
export function Toolbar({ state }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.toolbar}>
      <div className={styles.search}>
        <SearchField
          value={state.view.search}
          onSearch={(search) => {
            state.change({ search }, 'replace');
          }}
        />
      </div>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  toolbar: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.spacing(1) }),
  search: css({ flex: '1 1 auto', minWidth: theme.spacing(20), maxWidth: theme.spacing(60) }),
});
