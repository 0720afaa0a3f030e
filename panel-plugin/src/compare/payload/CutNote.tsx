import { formattedValueToString, getValueFormat } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Alert } from '@grafana/ui';
import React from 'react';
import { formatCount } from '../../view/formats';

interface CutProps {
  side: string;
  /** That were compared; undefined when all were. */
  characters: number | undefined;
  /** Of the whole payload; undefined when nobody says. */
  bytes: number | undefined;
}

/** How much of a side was compared, where that is not all. */
export function CutNote({ side, characters, bytes }: CutProps) {
  if (characters === undefined) {
    return null;
  }
  const values = { side, characters: formatCount(characters) };
  return (
    <Alert
      severity="warning"
      title={
        bytes === undefined
          ? t('compare.cut', 'Only the first {{characters}} characters of {{side}} were compared', values)
          : t('compare.cut-of', 'Only the first {{characters}} characters of {{side}} were compared, of {{size}}', {
              ...values,
              size: formattedValueToString(getValueFormat('decbytes')(bytes)),
            })
      }
    />
  );
}
