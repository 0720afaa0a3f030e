import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Button, FilterInput, RadioButtonGroup, useStyles2 } from '@grafana/ui';
import React, { useState } from 'react';
import { ChooserList } from './ChooserList';
import type { TableSetup } from './useTableSetup';

/** The columns to choose from, and how rows and times look. */
export default function ChooserContent({ setup }: { setup: TableSetup }) {
  const styles = useStyles2(getStyles);
  const [wanted, setWanted] = useState('');
  return (
    <div className={styles.content}>
      <FilterInput
        aria-label={t('columns.search', 'Search columns')}
        placeholder={t('columns.search', 'Search columns')}
        escapeRegex={false}
        value={wanted}
        onChange={setWanted}
      />
      <ChooserList layout={setup.layout} wanted={wanted} onChange={setup.setLayout} />
      <div className={styles.looks}>
        <RadioButtonGroup
          size="sm"
          aria-label={t('options.density', 'Row height')}
          value={setup.density}
          onChange={setup.setDensity}
          options={[
            { value: 'compact', label: t('table.density.compact', 'Compact') },
            { value: 'comfortable', label: t('table.density.comfortable', 'Comfortable') },
            { value: 'tall', label: t('table.density.tall', 'Tall') },
          ]}
        />
        <RadioButtonGroup
          size="sm"
          aria-label={t('options.time', 'Times')}
          value={setup.time}
          onChange={setup.setTime}
          options={[
            { value: 'absolute', label: t('table.time.absolute', 'Date and time') },
            { value: 'relative', label: t('table.time.relative', 'Time ago') },
          ]}
        />
        <Button
          size="sm"
          variant="secondary"
          fill="text"
          icon="repeat"
          disabled={!setup.isChanged}
          onClick={setup.reset}
        >
          {t('columns.reset', 'Reset')}
        </Button>
      </div>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  content: css({
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1),
    width: `min(${theme.spacing(40)}, calc(100vw - ${theme.spacing(6)}))`,
  }),
  looks: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) }),
});
