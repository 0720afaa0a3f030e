import type { StandardEditorProps } from '@grafana/data';
import { t } from '@grafana/i18n';
import { MultiCombobox } from '@grafana/ui';
import React from 'react';
import { isSectionId, SECTION_IDS, type SectionId } from '../drawer/sections/sectionIds';
import { sectionLabel } from './sectionLabel';

/** Chooses in the panel editor which parts of a trace are left out. */
export function SectionsEditor({ id, value, onChange }: StandardEditorProps<SectionId[] | undefined>) {
  return (
    <MultiCombobox
      {...(id !== undefined && { id })}
      aria-label={t('options.hidden-sections', 'Parts left out')}
      placeholder={t('options.hidden-sections-none', 'None')}
      options={SECTION_IDS.map((section) => ({ value: section, label: sectionLabel(section) }))}
      value={(value ?? []).filter(isSectionId)}
      onChange={(chosen) => {
        onChange(chosen.map((option) => option.value));
      }}
    />
  );
}
