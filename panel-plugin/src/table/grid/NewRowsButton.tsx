import { t } from '@grafana/i18n';
import { Button, useStyles2 } from '@grafana/ui';
import React from 'react';
import { formatCount } from '../../view/formats';
import { getTableStyles } from './styles';

/** Leads to the rows that have come while one was reading further below. */
export function NewRowsButton({ count, onClick }: { count: number; onClick: () => void }) {
  const styles = useStyles2(getTableStyles);
  return count > 0 ? (
    <div className={styles.newRows}>
      <Button size="sm" icon="arrow-up" onClick={onClick}>
        {t('table.new-rows', '', {
          count,
          rows: formatCount(count),
          defaultValue_one: '{{rows}} new',
          defaultValue_other: '{{rows}} new',
        })}
      </Button>
    </div>
  ) : null;
}
