import { Field, RadioButtonGroup } from '@grafana/ui';
import React, { useId } from 'react';
import { testIds } from '../testIds';
import { hasSecret, type SectionProps, type Settings, withOption, withSecret } from './settings';
import { SecretSetting, TextSetting } from './SettingFields';

type Method = 'key' | 'basic' | 'oauth';

const METHODS: { value: Method; label: string; description: string }[] = [
  { value: 'key', label: 'API key or none', description: 'A key of the trace server, sent as a bearer token' },
  { value: 'basic', label: 'Basic authentication', description: 'For a proxy before the trace server' },
  { value: 'oauth', label: 'Forward OAuth identity', description: "The signed-in person's own token is sent on" },
];

function methodOf({ basicAuth, jsonData }: Settings): Method {
  if (jsonData.oauthPassThru) {
    return 'oauth';
  }
  return basicAuth ? 'basic' : 'key';
}

/** All methods are the header Authorization, so only one can be sent: an API key is taken out where it cannot be. */
function withMethod(settings: Settings, method: Method): Settings {
  const chosen = {
    ...withOption(settings, 'oauthPassThru', method === 'oauth' || undefined),
    basicAuth: method === 'basic',
  };
  return method !== 'key' && hasSecret(settings, 'apiKey') ? withSecret(chosen, 'apiKey', '') : chosen;
}

/** How the data source proves to the trace server who it is. */
export function AuthenticationSection({ settings, onChange }: SectionProps) {
  const id = useId();
  const method = methodOf(settings);
  return (
    <>
      <Field label="Method" htmlFor={id} description="What goes into the header Authorization">
        <RadioButtonGroup
          id={id}
          aria-label="Method"
          options={METHODS}
          value={method}
          disabled={settings.readOnly}
          onChange={(chosen) => {
            onChange(withMethod(settings, chosen));
          }}
        />
      </Field>
      {method === 'key' && (
        <SecretSetting
          label="API key"
          description="Only if the trace server asks for one. Stored encrypted and never sent back to the browser"
          name="apiKey"
          placeholder="None"
          testId={testIds.configApiKey}
          settings={settings}
          onChange={onChange}
        />
      )}
      {method === 'basic' && (
        <>
          <TextSetting
            label="User"
            description="User name for basic authentication"
            required
            disabled={settings.readOnly}
            value={settings.basicAuthUser}
            onChange={(basicAuthUser) => {
              onChange({ ...settings, basicAuthUser });
            }}
          />
          <SecretSetting
            label="Password"
            description="Stored encrypted and never sent back to the browser"
            name="basicAuthPassword"
            placeholder="Password"
            settings={settings}
            onChange={onChange}
          />
        </>
      )}
    </>
  );
}
