import { t } from '@grafana/i18n';
import { Button, Toggletip } from '@grafana/ui';
import React, { lazy, Suspense } from 'react';
import type { TableSetup } from './useTableSetup';

/** Only who wants other columns needs it. */
const ChooserContent = lazy(() => import('./ChooserContent'));

/** Opens what one can choose for the table: columns, their order, row height and times. */
export function ColumnChooser({ setup }: { setup: TableSetup }) {
  return (
    <Toggletip
      placement="bottom-end"
      fitContent
      closeButton={false}
      content={
        <Suspense fallback={null}>
          <ChooserContent setup={setup} />
        </Suspense>
      }
    >
      <Button variant="secondary" fill="outline" icon="columns" aria-label={t('columns.choose', 'Choose columns')} />
    </Toggletip>
  );
}
