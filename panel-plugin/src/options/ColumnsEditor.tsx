import type { StandardEditorProps } from '@grafana/data';
import { t } from '@grafana/i18n';
import { MultiCombobox } from '@grafana/ui';
import React from 'react';
import { OFFERED_COLUMNS } from '../table/columns/columnLayout';
import { columnLabel } from '../table/columns/columnLabel';
import { columnsOption } from './columnsOption';

/** Chooses the columns in the panel editor. */
export function ColumnsEditor({ id, value, onChange }: StandardEditorProps<string[]>) {
  return (
    <MultiCombobox
      {...(id !== undefined && { id })}
      aria-label={t('options.columns', 'Columns')}
      placeholder={t('options.columns-none', "The table's own")}
      options={OFFERED_COLUMNS.map((column) => ({ value: column, label: columnLabel(column) }))}
      value={columnsOption(value)}
      onChange={(chosen) => {
        onChange(chosen.map((option) => option.value));
      }}
    />
  );
}
