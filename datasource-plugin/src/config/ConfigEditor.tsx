import { config } from '@grafana/runtime';
import { CollapsableSection } from '@grafana/ui';
import React, { type ComponentType } from 'react';
import { AuthenticationSection } from './AuthenticationSection';
import { ConnectionSection } from './ConnectionSection';
import { DefaultsSection } from './DefaultsSection';
import { headersOf } from './headers';
import { HeadersSection } from './HeadersSection';
import { LogsSection, TracesSection, WorkflowsSection } from './LinksSection';
import type { EditorProps, SectionProps, Settings } from './settings';
import { SwitchSetting } from './SettingFields';
import { TlsSection } from './TlsSection';

interface Section {
  title: string;
  Content: ComponentType<SectionProps>;
  /** Whether there is something to see in it, so that it starts open. */
  isUsed: (settings: Settings) => boolean;
}

const SECTIONS: Section[] = [
  { title: 'Trace server', Content: ConnectionSection, isUsed: () => true },
  { title: 'Authentication', Content: AuthenticationSection, isUsed: () => true },
  {
    title: 'TLS',
    Content: TlsSection,
    isUsed: ({ jsonData: { tlsAuth, tlsAuthWithCACert, tlsSkipVerify, serverName } }) =>
      Boolean(tlsAuth ?? tlsAuthWithCACert ?? tlsSkipVerify ?? serverName),
  },
  {
    title: 'Headers and cookies',
    Content: HeadersSection,
    isUsed: (settings) => headersOf(settings).length > 0 || Boolean(settings.jsonData.keepCookies?.length),
  },
  { title: 'Contents and new queries', Content: DefaultsSection, isUsed: () => true },
  {
    title: 'Links to workflows',
    Content: WorkflowsSection,
    isUsed: ({ jsonData }) => Boolean(jsonData.workflowUrl ?? jsonData.workflowRunUrl),
  },
  {
    title: 'Links to traces',
    Content: TracesSection,
    isUsed: ({ jsonData }) => Boolean(jsonData.tracesDataSourceUid),
  },
  { title: 'Links to logs', Content: LogsSection, isUsed: ({ jsonData }) => Boolean(jsonData.logsDataSourceUid) },
];

const PROXY: Section = {
  title: 'Secure socks proxy',
  Content: (props) => (
    <SwitchSetting
      {...props}
      name="enableSecureSocksProxy"
      label="Connect through the proxy"
      description="The trace server is reached through Grafana's secure socks proxy"
    />
  ),
  isUsed: ({ jsonData }) => Boolean(jsonData.enableSecureSocksProxy),
};

/** Settings of the data source. A provisioned data source shows them without letting them be changed. */
export function ConfigEditor({ options, onOptionsChange }: EditorProps) {
  // Grafana keeps its own settings beside those of the data source.
  const settings = options as Settings;
  const sections = config.secureSocksDSProxyEnabled ? [...SECTIONS, PROXY] : SECTIONS;
  return (
    <>
      {sections.map(({ title, Content, isUsed }) => (
        <CollapsableSection key={title} label={title} isOpen={isUsed(settings)}>
          <Content settings={settings} onChange={onOptionsChange} />
        </CollapsableSection>
      ))}
    </>
  );
}
