import { Button, Field, IconButton, Input, SecretInput, Stack, TagsInput } from '@grafana/ui';
import React, { useId } from 'react';
import { type Header, headersOf, withHeaders, withoutHeader } from './headers';
import { type SectionProps, withOption } from './settings';
import { FIELD_WIDTH } from './SettingFields';

/** What is sent with every request besides. */
export function HeadersSection({ settings, onChange }: SectionProps) {
  const cookiesId = useId();
  const headers = headersOf(settings);
  const disabled = settings.readOnly;
  const change = (index: number, changed: Partial<Header>) => {
    onChange(
      withHeaders(
        settings,
        headers.map((header, at) => (at === index ? { ...header, ...changed } : header))
      )
    );
  };
  return (
    <>
      {headers.map((header, index) => (
        <HeaderRow
          key={index}
          header={header}
          position={index + 1}
          disabled={disabled}
          onChange={(changed) => {
            change(index, changed);
          }}
          onRemove={() => {
            onChange(withoutHeader(settings, index));
          }}
        />
      ))}
      {!disabled && (
        <Field noMargin={false}>
          <Button
            variant="secondary"
            icon="plus"
            onClick={() => {
              onChange(withHeaders(settings, [...headers, { name: '', value: '', isStored: false }]));
            }}
          >
            Add header
          </Button>
        </Field>
      )}
      <Field
        label="Forwarded cookies"
        htmlFor={cookiesId}
        description="Names of cookies of the viewer's browser that are sent on to the trace server"
      >
        <TagsInput
          id={cookiesId}
          width={FIELD_WIDTH}
          disabled={disabled}
          placeholder="Name of a cookie, then Enter"
          tags={settings.jsonData.keepCookies ?? []}
          onChange={(names) => {
            onChange(withOption(settings, 'keepCookies', names.length > 0 ? names : undefined));
          }}
        />
      </Field>
    </>
  );
}

interface HeaderRowProps {
  header: Header;
  /** Counted from 1. */
  position: number;
  disabled: boolean;
  onChange: (changed: Partial<Header>) => void;
  onRemove: () => void;
}

function HeaderRow({ header, position, disabled, onChange, onRemove }: HeaderRowProps) {
  const label = `header ${position}`;
  return (
    <Field noMargin={false}>
      <Stack direction="row" gap={1} alignItems="center">
        <Input
          width={25}
          aria-label={`Name of ${label}`}
          placeholder="X-Name"
          disabled={disabled}
          value={header.name}
          onChange={(event) => {
            onChange({ name: event.currentTarget.value });
          }}
        />
        {disabled ? (
          <Input
            width={25}
            aria-label={`Value of ${label}`}
            disabled
            readOnly
            value={header.isStored ? 'configured' : ''}
          />
        ) : (
          <SecretInput
            width={25}
            aria-label={`Value of ${label}`}
            placeholder="Value"
            autoComplete="off"
            isConfigured={header.isStored}
            value={header.value}
            onChange={(event) => {
              onChange({ value: event.currentTarget.value, isStored: false });
            }}
            onReset={() => {
              onChange({ value: '', isStored: false });
            }}
          />
        )}
        {!disabled && <IconButton name="trash-alt" tooltip={`Remove ${label}`} onClick={onRemove} />}
      </Stack>
    </Field>
  );
}
