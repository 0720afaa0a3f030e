import { Field, Input, SecretInput, SecretTextArea, Switch, TextArea } from '@grafana/ui';
import React, { useId } from 'react';
import { hasSecret, type Secrets, type SectionProps, withOption, withSecret } from './settings';

export const FIELD_WIDTH = 60;

interface FieldProps {
  label: string;
  description: string;
}

interface TextSettingProps extends FieldProps {
  value: string | undefined;
  placeholder?: string;
  disabled: boolean | undefined;
  required?: boolean;
  testId?: string;
  onChange: (value: string) => void;
}

/** A setting of one line. */
export function TextSetting({ label, description, required, testId, value, onChange, ...input }: TextSettingProps) {
  const id = useId();
  return (
    <Field label={label} description={description} htmlFor={id} {...(required && { required })}>
      <Input
        id={id}
        width={FIELD_WIDTH}
        data-testid={testId}
        value={value ?? ''}
        onChange={(event) => {
          onChange(event.currentTarget.value);
        }}
        {...input}
      />
    </Field>
  );
}

interface SecretSettingProps extends FieldProps, SectionProps {
  name: keyof Secrets;
  placeholder: string;
  /** A certificate or key has several lines. */
  isLong?: boolean;
  testId?: string;
}

/** A setting that Grafana encrypts. Once it is stored it can be replaced, and never read. */
export function SecretSetting({ label, description, ...rest }: SecretSettingProps) {
  const id = useId();
  return (
    <Field label={label} description={description} htmlFor={id}>
      <SecretControl id={id} {...rest} />
    </Field>
  );
}

function SecretControl({
  id,
  settings,
  onChange,
  name,
  placeholder,
  isLong,
  testId,
}: Omit<SecretSettingProps, keyof FieldProps> & { id: string }) {
  if (settings.readOnly) {
    // The reset buttons of Grafana's fields for secrets work even when the fields are disabled.
    const shown = { id, disabled: true, placeholder: 'None', value: hasSecret(settings, name) ? 'configured' : '' };
    return isLong ? <TextArea {...shown} readOnly /> : <Input {...shown} width={FIELD_WIDTH} readOnly />;
  }
  const control = {
    id,
    placeholder,
    isConfigured: Boolean(settings.secureJsonFields[name]),
    value: settings.secureJsonData?.[name] ?? '',
    onReset: () => {
      onChange(withSecret(settings, name, ''));
    },
  };
  const change = (value: string) => {
    onChange(withSecret(settings, name, value));
  };
  return isLong ? (
    <SecretTextArea
      {...control}
      rows={5}
      cols={FIELD_WIDTH}
      onChange={(event) => {
        change(event.currentTarget.value);
      }}
    />
  ) : (
    <SecretInput
      {...control}
      width={FIELD_WIDTH}
      data-testid={testId}
      autoComplete="off"
      onChange={(event) => {
        change(event.currentTarget.value);
      }}
    />
  );
}

type SwitchName = 'tlsAuth' | 'tlsAuthWithCACert' | 'tlsSkipVerify' | 'enableSecureSocksProxy';

/** A setting that is on or off. */
export function SwitchSetting({
  label,
  description,
  settings,
  onChange,
  name,
}: FieldProps & SectionProps & { name: SwitchName }) {
  const id = useId();
  return (
    <Field label={label} description={description} htmlFor={id}>
      <Switch
        id={id}
        disabled={settings.readOnly}
        value={settings.jsonData[name] ?? false}
        onChange={(event) => {
          onChange(withOption(settings, name, event.currentTarget.checked || undefined));
        }}
      />
    </Field>
  );
}
