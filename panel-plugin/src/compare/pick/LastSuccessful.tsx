import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Button, useStyles2 } from '@grafana/ui';
import React, { useState } from 'react';
import { errorWords } from '../../errors/errorWords';
import { DAYS_BACK } from './lastSuccessful';

interface Props {
  find: () => Promise<string | undefined>;
  onPick: (requestId: string) => void;
}

/** What failed is best held against what went well before. */
export function LastSuccessful({ find, onPick }: Props) {
  const styles = useStyles2(getStyles);
  const [isLooking, setLooking] = useState(false);
  const [problem, setProblem] = useState('');
  const look = async () => {
    setLooking(true);
    setProblem('');
    try {
      const id = await find();
      if (id === undefined) {
        setProblem(
          t('compare.no-success', 'No successful one of the same model and source in the {{days}} days before.', {
            days: DAYS_BACK,
          })
        );
      } else {
        onPick(id);
      }
    } catch (error) {
      setProblem(errorWords(error));
    }
    setLooking(false);
  };
  return (
    <>
      <Button
        size="sm"
        variant="secondary"
        icon={isLooking ? 'spinner' : 'check-circle'}
        disabled={isLooking}
        onClick={() => {
          void look();
        }}
      >
        {t('compare.with-success', 'With the last successful one of the same model and source')}
      </Button>
      <span role="status" className={styles.problem}>
        {problem}
      </span>
    </>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({ problem: css({ color: theme.colors.text.secondary }) });
