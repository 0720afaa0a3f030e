import { t } from '@grafana/i18n';
import { Alert } from '@grafana/ui';
import React from 'react';
import { contentsRole } from '../detail/contentsRole';
import type { PanelSource } from '../source/panelSource';

/** Says once why a trace has no contents, and who sees them. */
export function WithheldNotice({ source }: { source: PanelSource | null }) {
  const role = contentsRole(source);
  return (
    <Alert severity="info" title={t('drawer.withheld', 'The contents of this trace are hidden from you')}>
      {role === undefined
        ? t(
            'drawer.withheld-why',
            'The settings of the data source hide input, output, error messages and tags from your role.'
          )
        : t(
            'drawer.withheld-role',
            'Input, output, error messages and tags are shown to users with the role {{role}} or a higher one.',
            { role }
          )}
    </Alert>
  );
}
