import type { DataSourceSettings } from '@grafana/data';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React, { useState } from 'react';
import { giveElementsASize } from '../testing/editing';
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

beforeEach(giveElementsASize);
afterEach(() => {
  jest.restoreAllMocks();
});

it('the address of the trace server is saved as typed', async () => {
  const { saved } = edit({});
  await userEvent.type(screen.getByLabelText(/URL/), 'http://traces:4318');
  expect(saved()?.url).toBe('http://traces:4318');
});

it('an API key goes only where Grafana encrypts it, and is not readable while it is typed', async () => {
  const { saved } = edit({});
  await userEvent.type(screen.getByLabelText(/API key/), 'secret');
  expect(saved()?.secureJsonData).toEqual({ apiKey: 'secret' });
  expect(JSON.stringify(saved()?.jsonData)).not.toContain('secret');
  expect(screen.getByLabelText(/API key/)).toHaveAttribute('type', 'password');
});

it('a stored API key is not on the page, and stays when something else is changed', async () => {
  const { container, saved } = edit({ secureJsonFields: { apiKey: true } });
  expect(screen.getByLabelText(/API key/)).toBeDisabled();
  expect(screen.getByLabelText(/API key/)).toHaveValue('configured');
  expect(container.innerHTML).not.toContain('secret');
  await userEvent.type(screen.getByLabelText(/URL/), 'x');
  expect(saved()?.secureJsonFields).toEqual({ apiKey: true });
  expect(saved()?.secureJsonData?.apiKey).toBeUndefined();
});

it('a stored API key can be taken out and replaced', async () => {
  const { saved } = edit({ secureJsonFields: { apiKey: true } });
  await userEvent.click(screen.getByRole('button', { name: /reset/i }));
  expect(saved()).toMatchObject({ secureJsonFields: { apiKey: false }, secureJsonData: { apiKey: '' } });
  await userEvent.type(screen.getByLabelText(/API key/), 'new');
  expect(saved()?.secureJsonData).toEqual({ apiKey: 'new' });
});

it.each([
  ['12', 12],
  ['0', 1],
  ['100000', 600],
])('a timeout of %s seconds is saved as %d, within what the back end takes', async (typed, seconds) => {
  const { saved } = edit({});
  await userEvent.type(screen.getByLabelText(/Timeout/), `${typed}{Enter}`);
  expect(saved()?.jsonData).toEqual({ timeoutSeconds: seconds });
});

it('an emptied timeout is the default again', async () => {
  const { saved } = edit({ jsonData: { timeoutSeconds: 12 } });
  await userEvent.clear(screen.getByLabelText(/Timeout/));
  await userEvent.tab();
  expect(saved()?.jsonData.timeoutSeconds).toBeUndefined();
});

it('a provisioned data source shows its settings but lets none be changed', () => {
  edit({ readOnly: true, url: 'http://traces:4318', secureJsonFields: { apiKey: true } });
  expect(screen.getByLabelText(/URL/)).toHaveValue('http://traces:4318');
  for (const name of [/URL/, /API key/, /Timeout/]) {
    expect(screen.getByLabelText(name)).toBeDisabled();
  }
  expect(screen.getByLabelText(/API key/)).toHaveValue('configured');
  expect(screen.queryByRole('button')).toBeNull();
});
