import { Combobox, Field, RadioButtonGroup } from '@grafana/ui';
import React, { useId } from 'react';
import { LIMITS } from '../contract/constants.gen';
import { type Options, type SectionProps, withOption } from './settings';
import { FIELD_WIDTH } from './SettingFields';

type Role = NonNullable<Options['contentsMinRole']>;
type ModelType = NonNullable<Options['defaultModelType']>;

const ROLES: { value: Role; label: string }[] = [
  { value: 'Viewer', label: 'Everybody' },
  { value: 'Editor', label: 'Editors and admins' },
  { value: 'Admin', label: 'Admins' },
];
const MODEL_TYPES: { value: ModelType; label: string }[] = [
  { value: 'fine-tuned', label: 'Fine-tuned' },
  { value: 'open-source', label: 'Open source' },
  { value: 'external', label: 'External' },
];

/** Who may see contents, and what new queries start with. */
export function DefaultsSection({ settings, onChange }: SectionProps) {
  const roleId = useId();
  const typeId = useId();
  const { contentsMinRole, defaultModelType } = settings.jsonData;
  const disabled = settings.readOnly;
  return (
    <>
      <Field
        label="Who may see contents"
        htmlFor={roleId}
        description="Prompts, answers, error messages and tags. Others get traces without them and cannot search in them. Alert rules and public dashboards count as others unless everybody may"
      >
        <RadioButtonGroup
          id={roleId}
          aria-label="Who may see contents"
          options={ROLES}
          disabled={disabled}
          value={contentsMinRole ?? LIMITS.DataSourceSettings.contentsMinRole.default}
          onChange={(role) => {
            onChange(withOption(settings, 'contentsMinRole', role));
          }}
        />
      </Field>
      <Field
        label="Default model type"
        htmlFor={typeId}
        description="What a new query in a panel or in Explore is narrowed to"
      >
        <Combobox
          id={typeId}
          width={FIELD_WIDTH}
          isClearable
          placeholder="All models"
          options={MODEL_TYPES}
          disabled={disabled}
          value={defaultModelType ?? null}
          onChange={(option) => {
            onChange(withOption(settings, 'defaultModelType', option?.value));
          }}
        />
      </Field>
    </>
  );
}
