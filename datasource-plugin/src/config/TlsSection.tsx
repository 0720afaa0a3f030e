import React from 'react';
import { type SectionProps, withOption } from './settings';
import { SecretSetting, SwitchSetting, TextSetting } from './SettingFields';

/** How the trace server's certificate is checked, and the certificate that the data source shows. */
export function TlsSection(props: SectionProps) {
  const { settings, onChange } = props;
  const { tlsAuth, tlsAuthWithCACert, serverName } = settings.jsonData;
  return (
    <>
      <SwitchSetting
        {...props}
        name="tlsAuthWithCACert"
        label="Own certificate authority"
        description="The trace server's certificate is signed by an authority of your own"
      />
      {tlsAuthWithCACert && (
        <SecretSetting
          {...props}
          name="tlsCACert"
          label="CA certificate"
          description="Certificate of the authority, in PEM form"
          placeholder="-----BEGIN CERTIFICATE-----"
          isLong
        />
      )}
      <SwitchSetting
        {...props}
        name="tlsAuth"
        label="Client certificate"
        description="The trace server, or a proxy before it, asks for a certificate"
      />
      {tlsAuth && (
        <>
          <SecretSetting
            {...props}
            name="tlsClientCert"
            label="Certificate"
            description="Client certificate, in PEM form"
            placeholder="-----BEGIN CERTIFICATE-----"
            isLong
          />
          <SecretSetting
            {...props}
            name="tlsClientKey"
            label="Key"
            description="Private key of the client certificate, in PEM form"
            placeholder="-----BEGIN PRIVATE KEY-----"
            isLong
          />
        </>
      )}
      <TextSetting
        label="Server name"
        description="Name that the trace server's certificate must hold, if it is not that of the URL"
        placeholder="traces.example.com"
        disabled={settings.readOnly}
        value={serverName}
        onChange={(text) => {
          onChange(withOption(settings, 'serverName', text || undefined));
        }}
      />
      <SwitchSetting
        {...props}
        name="tlsSkipVerify"
        label="Skip verification"
        description="Accepts any certificate: whoever stands between can read and change everything. Only for trying out"
      />
    </>
  );
}
