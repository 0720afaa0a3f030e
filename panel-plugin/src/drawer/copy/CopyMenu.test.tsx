import { locationService } from '@grafana/runtime';
import { configure, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';
import type { TraceDetail } from '../../detail/fetchTrace';
import { streamPayload } from '../../detail/streamPayload';
import { traceDetail } from '../../fixtures/traces';
import { CopyMenu } from './CopyMenu';

// Elements are looked up by role, which takes long on a busy machine.
configure({ asyncUtilTimeout: 15_000 });

jest.mock('../../detail/streamPayload');
const stream = jest.mocked(streamPayload);

const SOURCE = { ref: { uid: 'modeltrace' }, scopedVars: {} };

beforeEach(() => {
  locationService.replace('/d/traces?var-model=gpt-4o&from=now-1h');
  stream.mockImplementation((_source, { side, form }, _signal, take) => {
    take(form === 'json' ? `{"side":"${side}","t":1.0}` : `the text of the ${side}`);
    return Promise.resolve();
  });
});

async function choose(name: RegExp, trace: TraceDetail = traceDetail()) {
  const user = userEvent.setup();
  const { container } = render(<CopyMenu trace={trace} source={SOURCE} />);
  await user.click(screen.getByRole('button', { name: 'Copy' }));
  await user.click(await screen.findByRole('menuitem', { name }));
  const notice = container.querySelector('[role="status"]');
  await waitFor(() => {
    expect(notice).not.toBeEmptyDOMElement();
  });
  return { notice, copied: await navigator.clipboard.readText().catch(() => '') };
}

describe('the copy menu', () => {
  it.each([
    [/^Request JSON/, '{"side":"input","t":1.0}'],
    [/^Response text/, 'the text of the output'],
    [/^Request ID/, 'req-1'],
    [/^Trace ID/, 'trace-1'],
  ])('copies %s as it is stored', async (name, expected) => {
    const { copied, notice } = await choose(name);
    expect(copied).toBe(expected);
    expect(notice).toHaveTextContent(/^Copied: /);
  });

  it('copies a link to this very trace with the state of the page', async () => {
    const { copied } = await choose(/^Link/);
    const link = new URL(copied);
    expect(link.origin).toBe(new URL(document.baseURI).origin);
    expect(link.pathname).toBe('/d/traces');
    expect(Object.fromEntries(link.searchParams)).toEqual({ 'var-model': 'gpt-4o', from: 'now-1h', trace: 'req-1' });
  });

  it('copies a command whose body is the stored request', async () => {
    const { copied } = await choose(/^cURL/);
    expect(copied).toContain('{"side":"input","t":1.0}');
  });

  it('says why nothing was copied', async () => {
    stream.mockRejectedValue({ status: 502, data: { error: { message: 'The trace server is down.' } } });
    const { notice } = await choose(/^Request JSON/);
    expect(notice).toHaveTextContent('Not copied: The trace server is down.');
  });

  it('stops reading what is copied when the drawer closes, and copies nothing', async () => {
    const reading = jest.fn((signal: AbortSignal) => signal);
    stream.mockImplementation(async (_source, _address, signal) => {
      reading(signal);
      await new Promise((resolve) => {
        signal.addEventListener('abort', resolve);
      });
    });
    const user = userEvent.setup();
    await navigator.clipboard.writeText('before');
    const { unmount } = render(<CopyMenu trace={traceDetail()} source={SOURCE} />);
    await user.click(screen.getByRole('button', { name: 'Copy' }));
    await user.click(await screen.findByRole('menuitem', { name: /^Request JSON/ }));
    expect(reading.mock.lastCall?.[0].aborted).toBe(false);
    unmount();
    expect(reading.mock.lastCall?.[0].aborted).toBe(true);
    expect(await navigator.clipboard.readText()).toBe('before');
  });

  it('offers no contents to those who may not see them', async () => {
    const user = userEvent.setup();
    render(<CopyMenu trace={traceDetail({ contents_withheld: true })} source={SOURCE} />);
    await user.click(screen.getByRole('button', { name: 'Copy' }));
    const disabled = (await screen.findAllByRole('menuitem')).filter((item) => item.hasAttribute('disabled'));
    expect(disabled.map((item) => item.textContent)).toEqual([
      'Request JSONContents are withheld from you',
      'Response textContents are withheld from you',
      'cURL commandContents are withheld from you',
      'Test fixtureContents are withheld from you',
      'Download test fixture',
    ]);
  });
});
