import type { DataSourceSettings } from '@grafana/data';
import { config, setDataSourceSrv } from '@grafana/runtime';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React, { useState } from 'react';
import { choose, giveElementsASize } from '../testing/editing';
import type { ModeltraceOptions, ModeltraceSecrets } from '../types';
import { ConfigEditor } from './ConfigEditor';

type Settings = DataSourceSettings<ModeltraceOptions, ModeltraceSecrets>;

/** Shows the editor as Grafana's settings page does: what it changes is what it shows next. */
function edit(initial: Partial<Settings>) {
  const onChange = jest.fn<undefined, [Settings]>();
  function Page() {
    const [options, setOptions] = useState({ url: '', jsonData: {}, secureJsonFields: {}, ...initial } as Settings);
    return (
      <ConfigEditor
        options={options}
        onOptionsChange={(next) => {
          onChange(next);
          setOptions(next);
        }}
      />
    );
  }
  const { container } = render(<Page />);
  return { container, saved: () => onChange.mock.lastCall?.[0] };
}

/** The field with this label; its description stands in the label too. */
const labelled = (label: string) =>
  screen.getByLabelText((text) => text.startsWith(label) && !text.startsWith(`${label} or`));

/** Puts a text into a field at once: every key would draw all settings again. */
async function enter(field: HTMLElement, text: string) {
  await userEvent.click(field);
  await userEvent.paste(text);
}

beforeEach(() => {
  giveElementsASize();
  setDataSourceSrv({ getList: () => [], getInstanceSettings: () => undefined } as never);
});
afterEach(() => {
  jest.restoreAllMocks();
});

it('the address of the trace server is saved as typed', async () => {
  const { saved } = edit({});
  await enter(labelled('URL'), 'http://traces:4318');
  expect(saved()?.url).toBe('http://traces:4318');
});

it('an API key goes only where Grafana encrypts it, and is not readable while it is typed', async () => {
  const { saved } = edit({});
  await enter(labelled('API key'), 'secret');
  expect(saved()?.secureJsonData).toEqual({ apiKey: 'secret' });
  expect(JSON.stringify(saved()?.jsonData)).not.toContain('secret');
  expect(labelled('API key')).toHaveAttribute('type', 'password');
});

it('a stored API key is not on the page, and stays when something else is changed', async () => {
  const { container, saved } = edit({ secureJsonFields: { apiKey: true } });
  expect(labelled('API key')).toBeDisabled();
  expect(labelled('API key')).toHaveValue('configured');
  expect(container.innerHTML).not.toContain('secret');
  await userEvent.type(labelled('URL'), 'x');
  expect(saved()?.secureJsonFields).toEqual({ apiKey: true });
  expect(saved()?.secureJsonData?.apiKey).toBeUndefined();
});

it('a stored API key can be taken out and replaced', async () => {
  const { saved } = edit({ secureJsonFields: { apiKey: true } });
  await userEvent.click(screen.getByRole('button', { name: /reset/i }));
  expect(saved()).toMatchObject({ secureJsonFields: { apiKey: false }, secureJsonData: { apiKey: '' } });
  await userEvent.type(labelled('API key'), 'new');
  expect(saved()?.secureJsonData).toEqual({ apiKey: 'new' });
});

it.each([
  ['12', 12],
  ['0', 1],
  ['100000', 600],
])('a timeout of %s seconds is saved as %d, within what the back end takes', async (typed, seconds) => {
  const { saved } = edit({});
  await userEvent.type(labelled('Timeout'), `${typed}{Enter}`);
  expect(saved()?.jsonData).toEqual({ timeoutSeconds: seconds });
});

it('an emptied timeout is the default again', async () => {
  const { saved } = edit({ jsonData: { timeoutSeconds: 12 } });
  await userEvent.clear(labelled('Timeout'));
  await userEvent.tab();
  expect(saved()?.jsonData.timeoutSeconds).toBeUndefined();
});

it('a provisioned data source shows its settings but lets none be changed', () => {
  edit({
    readOnly: true,
    url: 'http://traces:4318',
    secureJsonFields: { apiKey: true, tlsCACert: true, httpHeaderValue1: true },
    jsonData: {
      tlsAuthWithCACert: true,
      httpHeaderName1: 'X-Team',
      keepCookies: ['session'],
      workflowUrl: 'https://w/${workflow}',
      tracesDataSourceUid: 'tempo',
      logsDataSourceUid: 'loki',
    },
  } as never);
  expect(labelled('URL')).toHaveValue('http://traces:4318');
  expect(labelled('API key')).toHaveValue('configured');
  expect(labelled('CA certificate')).toHaveValue('configured');
  const fields = [...screen.getAllByRole('textbox'), ...screen.getAllByRole('switch'), ...screen.getAllByRole('radio')];
  expect(fields.length).toBeGreaterThan(12);
  for (const field of [...fields, ...screen.getAllByRole('combobox')]) {
    expect(field).toBeDisabled();
  }
  expect(screen.queryByRole('button', { name: /add header|remove header|reset/i })).toBeNull();
});

it('only one way to authenticate is sent: another one takes the API key out', async () => {
  const { saved } = edit({ secureJsonFields: { apiKey: true } });
  await userEvent.click(screen.getByLabelText('Basic authentication'));
  expect(saved()).toMatchObject({
    basicAuth: true,
    secureJsonFields: { apiKey: false },
    secureJsonData: { apiKey: '' },
  });
  await enter(labelled('User'), 'grafana');
  await enter(labelled('Password'), 'secret');
  expect(saved()).toMatchObject({ basicAuthUser: 'grafana', secureJsonData: { basicAuthPassword: 'secret' } });
  expect(JSON.stringify(saved()?.jsonData)).not.toContain('secret');
  await userEvent.click(screen.getByLabelText('Forward OAuth identity'));
  expect(saved()).toMatchObject({ basicAuth: false, jsonData: { oauthPassThru: true } });
  await userEvent.click(screen.getByLabelText('API key or none'));
  expect(saved()?.jsonData).toEqual({});
});

it('certificates are secrets, and are asked for once they are used', async () => {
  const { saved } = edit({});
  await userEvent.click(screen.getByText('TLS'));
  expect(screen.queryByLabelText(/^KeyPrivate/)).toBeNull();
  await userEvent.click(labelled('Client certificate'));
  await userEvent.type(labelled('Key'), 'PEM');
  await enter(labelled('Server name'), 'traces');
  expect(saved()).toMatchObject({
    jsonData: { tlsAuth: true, serverName: 'traces' },
    secureJsonData: { tlsClientKey: 'PEM' },
  });
  await userEvent.click(labelled('Client certificate'));
  expect(saved()?.jsonData).toEqual({ serverName: 'traces' });
});

it('a header that is added has its value among the secrets', async () => {
  const { saved } = edit({});
  await userEvent.click(screen.getByText('Headers and cookies'));
  await userEvent.click(screen.getByText('Add header'));
  await enter(screen.getByLabelText('Name of header 1'), 'X-Team');
  await enter(screen.getByLabelText('Value of header 1'), 'secret');
  expect(saved()).toMatchObject({
    jsonData: { httpHeaderName1: 'X-Team' },
    secureJsonData: { httpHeaderValue1: 'secret' },
  });
  expect(JSON.stringify(saved()?.jsonData)).not.toContain('secret');
});

it('who may see contents, the default model type and links are saved by their names, and taken out again', async () => {
  const { saved } = edit({});
  await userEvent.click(screen.getByLabelText('Editors and admins'));
  await choose(/^Default model type/, 'Fine-tuned');
  await userEvent.click(screen.getByText('Links to workflows'));
  await enter(labelled('Page of a workflow'), 'https://w/${workflow}');
  await userEvent.click(screen.getByText('Links to traces'));
  await enter(labelled('Type of the traces query'), 'traceql');
  const narrowed = { contentsMinRole: 'Editor', defaultModelType: 'fine-tuned', tracesQueryType: 'traceql' };
  expect(saved()?.jsonData).toEqual({ ...narrowed, workflowUrl: 'https://w/${workflow}' });
  await userEvent.clear(labelled('Page of a workflow'));
  expect(saved()?.jsonData).toEqual(narrowed);
});

it('the secure socks proxy is offered only where Grafana has one', async () => {
  edit({});
  expect(screen.queryByText('Secure socks proxy')).toBeNull();
  config.secureSocksDSProxyEnabled = true;
  try {
    const { saved } = edit({});
    await userEvent.click(screen.getByText('Secure socks proxy'));
    await userEvent.click(labelled('Connect through the proxy'));
    expect(saved()?.jsonData).toEqual({ enableSecureSocksProxy: true });
  } finally {
    config.secureSocksDSProxyEnabled = false;
  }
});
