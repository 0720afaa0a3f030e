import type { StandardEditorProps } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Button, Field, IconButton, Input, Stack } from '@grafana/ui';
import React from 'react';
import { isLinkTemplate, type LinkTemplate } from './templateLinks';

/** Adds, changes and removes links in the panel editor. */
export function LinkTemplatesEditor({ value, onChange }: StandardEditorProps<LinkTemplate[] | undefined>) {
  const templates = value ?? [];
  return (
    <Stack direction="column" gap={1}>
      {templates.map((template, index) => (
        <TemplateFields
          key={index}
          template={template}
          onChange={(changed) => {
            onChange(templates.map((other, place) => (place === index ? changed : other)));
          }}
          onRemove={() => {
            onChange(templates.filter((_, place) => place !== index));
          }}
        />
      ))}
      <div>
        <Button
          size="sm"
          variant="secondary"
          icon="plus"
          onClick={() => {
            onChange([...templates, { name: '', url: '' }]);
          }}
        >
          {t('links.add', 'Add link')}
        </Button>
      </div>
    </Stack>
  );
}

interface FieldsProps {
  template: LinkTemplate;
  onChange: (template: LinkTemplate) => void;
  onRemove: () => void;
}

function TemplateFields({ template, onChange, onRemove }: FieldsProps) {
  const { name, url } = template;
  const isWrong = url !== '' && !isLinkTemplate(url);
  return (
    <Stack direction="row" gap={1} alignItems="flex-start">
      <Stack direction="column" gap={0.5} flex={1}>
        <Input
          aria-label={t('links.name', 'Name of the link')}
          placeholder={t('links.name', 'Name of the link')}
          value={name}
          onChange={({ currentTarget }) => {
            onChange({ ...template, name: currentTarget.value });
          }}
        />
        <Field
          noMargin
          invalid={isWrong}
          error={t(
            'links.wrong',
            'Not an address that begins with http, https or /, or it has a value in it that traces do not have.'
          )}
        >
          <Input
            aria-label={t('links.url', 'Address of the link')}
            placeholder={t('links.url-example', 'https://…/${request_id}')}
            value={url}
            onChange={({ currentTarget }) => {
              onChange({ ...template, url: currentTarget.value });
            }}
          />
        </Field>
      </Stack>
      <IconButton name="trash-alt" aria-label={t('links.remove', 'Remove this link')} onClick={onRemove} />
    </Stack>
  );
}
