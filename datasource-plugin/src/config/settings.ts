import type { DataSourcePluginOptionsEditorProps, DataSourceSettings } from '@grafana/data';
import type { ModeltraceOptions, ModeltraceSecrets } from '../types';

/** Settings that Grafana's data sources share, by the names that Grafana and its SDK read. */
interface GrafanaOptions {
  oauthPassThru?: boolean;
  keepCookies?: string[];
  tlsAuth?: boolean;
  tlsAuthWithCACert?: boolean;
  tlsSkipVerify?: boolean;
  serverName?: string;
  enableSecureSocksProxy?: boolean;
  [headerName: `httpHeaderName${number}`]: string;
}

interface GrafanaSecrets {
  basicAuthPassword?: string;
  tlsCACert?: string;
  tlsClientCert?: string;
  tlsClientKey?: string;
  [headerValue: `httpHeaderValue${number}`]: string;
}

export type Options = ModeltraceOptions & GrafanaOptions;
export type Secrets = ModeltraceSecrets & GrafanaSecrets;
export type Settings = DataSourceSettings<Options, Secrets>;

/** What every section of the settings gets. */
export interface SectionProps {
  settings: Settings;
  onChange: (settings: Settings) => void;
}

export type EditorProps = DataSourcePluginOptionsEditorProps<ModeltraceOptions, ModeltraceSecrets>;

/** Settings with another option; one that is undefined is taken out. */
export function withOption<Name extends keyof Options>(
  settings: Settings,
  name: Name,
  value: Options[Name] | undefined
): Settings {
  const others = Object.entries(settings.jsonData).filter(([known]) => known !== name);
  return { ...settings, jsonData: { ...Object.fromEntries(others), ...(value !== undefined && { [name]: value }) } };
}

/** Settings with a secret that was typed. Grafana encrypts what is in secureJsonData and gives it to no browser again. */
export function withSecret(settings: Settings, name: keyof Secrets, value: string): Settings {
  return {
    ...settings,
    secureJsonData: { ...settings.secureJsonData, [name]: value },
    secureJsonFields: { ...settings.secureJsonFields, [name]: false },
  };
}

/** Whether a secret is stored or typed. */
export function hasSecret({ secureJsonData, secureJsonFields }: Settings, name: keyof Secrets): boolean {
  return Boolean(secureJsonFields[name]) || Boolean(secureJsonData?.[name]);
}
