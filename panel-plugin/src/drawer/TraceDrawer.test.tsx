import { locationService } from '@grafana/runtime';
import { act, screen, waitFor, within } from '@testing-library/react';
import React from 'react';
import { answerWith, panelData, preparePage, renderPanel, type AskedTrace } from '../fixtures/panel';
import { numberedTraces, traceDetail, tracesFrame } from '../fixtures/traces';
import { TEXT_STEP } from './payload/LargeText';

beforeEach(preparePage);

type Detail = ReturnType<typeof traceDetail>;

/** Opens the drawer of `req-1` by its link, with three rows loaded. */
async function openByLink(over: Partial<Detail> = {}) {
  const getResource = jest.fn((_: string, params: AskedTrace) =>
    Promise.resolve(traceDetail({ ...over, request_id: params.request_id }))
  );
  answerWith({ getResource });
  locationService.partial({ trace: 'req-1' });
  const rendered = renderPanel({ data: panelData({ series: [tracesFrame(numberedTraces(1, 3))] }) });
  await screen.findByRole('region', { name: 'Metadata' });
  return { ...rendered, getResource };
}

const region = (name: string | RegExp) => screen.getByRole('region', { name });
const factsOf = (name: string) =>
  Object.fromEntries(
    within(region(name))
      .getAllByRole('term')
      .map((term) => [term.textContent, term.nextElementSibling?.textContent])
  );

describe('opening a trace', () => {
  it('loads it through the data source and shows what was asked and answered', async () => {
    const { getResource } = await openByLink();
    expect(getResource).toHaveBeenCalledWith(
      'trace',
      { request_id: 'req-1', payload: 'preview' },
      { showErrorAlert: false }
    );
    expect(region('Input content')).toHaveTextContent('Where is my parcel?');
    expect(region('Output content')).toHaveTextContent('It arrives tomorrow, between nine and ten.');
    const dialog = screen.getByRole('dialog');
    expect(dialog).toHaveTextContent('2026-11-21 08:00:00.123');
    expect(dialog).toHaveTextContent('$0.0042');
  });

  it('works from a link to a trace whose row is not loaded, with any characters in its id', async () => {
    const getResource = jest.fn<Promise<unknown>, [string, AskedTrace]>(() =>
      Promise.resolve(traceDetail({ request_id: 'a/b?c' }))
    );
    answerWith({ getResource });
    locationService.partial({ trace: 'a/b?c' });
    renderPanel({ data: panelData({ series: [tracesFrame(numberedTraces(1, 2))] }) });
    await screen.findByRole('region', { name: 'Metadata' });
    expect(getResource).toHaveBeenCalledWith('trace', { request_id: 'a/b?c', payload: 'preview' }, expect.anything());
  });

  it('by a click puts it into the URL; Back closes it', async () => {
    answerWith({ getResource: () => Promise.resolve(traceDetail({ request_id: 'req-2' })) });
    const { user } = renderPanel({ data: panelData({ series: [tracesFrame(numberedTraces(1, 3))] }) });
    await user.click(screen.getByText('req-2'));
    await screen.findByRole('dialog');
    expect(locationService.getSearch().get('trace')).toBe('req-2');
    act(() => {
      (locationService.getHistory() as unknown as { goBack: () => void }).goBack();
    });
    await waitFor(() => {
      expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    });
  });

  it('is undone by the close button, which takes it out of the URL', async () => {
    const { user } = await openByLink();
    await user.click(screen.getByRole('button', { name: 'Close' }));
    expect(locationService.getSearch().toString()).toBe('');
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  it('is undone by Escape without leaving "view panel", which Grafana does on the same key', async () => {
    const { user } = await openByLink();
    const heard = jest.fn((event: KeyboardEvent) => event.key);
    document.addEventListener('keydown', heard);
    await user.keyboard('x{Escape}');
    document.removeEventListener('keydown', heard);
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(heard.mock.results.map((result): unknown => result.value)).toEqual(['x']);
  });

  it('goes on to the neighbours by button and key', async () => {
    const { user } = await openByLink();
    expect(screen.getByRole('button', { name: /Previous trace/ })).toBeDisabled();
    await user.click(screen.getByRole('button', { name: /Next trace/ }));
    expect(await screen.findByRole('heading', { name: 'req-2' })).toBeInTheDocument();
    await user.keyboard('j');
    expect(await screen.findByRole('heading', { name: 'req-3' })).toBeInTheDocument();
    await user.keyboard('k');
    expect(locationService.getSearch().get('trace')).toBe('req-2');
  });

  it('shows the trace asked for last when answers come in another order', async () => {
    const answers = new Map<string, (trace: Detail) => void>();
    answerWith({
      getResource: (_: string, params: AskedTrace) => new Promise((resolve) => answers.set(params.request_id, resolve)),
    });
    locationService.partial({ trace: 'req-1' });
    renderPanel({ data: panelData({ series: [tracesFrame(numberedTraces(1, 3))] }) });
    await waitFor(() => {
      expect(answers.has('req-1')).toBe(true);
    });
    act(() => {
      locationService.partial({ trace: 'req-2' });
    });
    await waitFor(() => {
      expect(answers.has('req-2')).toBe(true);
    });
    const output = (text: string) => ({ output: { text, json: '' } });
    answers.get('req-2')?.(traceDetail({ request_id: 'req-2', ...output('the second') }));
    answers.get('req-1')?.(traceDetail({ request_id: 'req-1', ...output('the first') }));
    expect(await screen.findByText('the second')).toBeInTheDocument();
    expect(screen.queryByText('the first')).not.toBeInTheDocument();
  });
});

describe('a trace that cannot be loaded', () => {
  it.each([
    ['is not stored', { status: 404 }, /There is no trace with this request id/],
    ['waits for the database', { status: 503 }, /database is starting or down/],
  ])('because it %s: says so', async (_, error, sentence) => {
    answerWith({ getResource: () => Promise.reject(Object.assign(new Error(), error)) });
    locationService.partial({ trace: 'req-1' });
    renderPanel({ data: panelData() });
    expect(await screen.findByText(sentence)).toBeInTheDocument();
  });

  it('can be asked for again', async () => {
    const answers = [Promise.reject(new Error('broken pipe')), Promise.resolve(traceDetail())];
    answerWith({ getResource: () => answers.shift() ?? Promise.resolve() });
    locationService.partial({ trace: 'req-1' });
    const { user } = renderPanel({ data: panelData() });
    expect(await screen.findByText('broken pipe')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: /Try again/ }));
    expect(await screen.findByRole('region', { name: 'Metadata' })).toBeInTheDocument();
  });

  it('because the data source has no single traces, or answers with something else: says so', async () => {
    answerWith({});
    locationService.partial({ trace: 'req-1' });
    const { unmount } = renderPanel({ data: panelData() });
    expect(await screen.findByText(/Use a Modeltrace data source/)).toBeInTheDocument();
    unmount();
    answerWith({ getResource: () => Promise.resolve('<html>') });
    renderPanel({ data: panelData() });
    expect(await screen.findByText(/something that is not a trace/)).toBeInTheDocument();
  });
});

describe('what else is known', () => {
  it('has deployment and version for hosted models, the connection for external ones', async () => {
    const { unmount } = await openByLink();
    expect(factsOf('Metadata')).toMatchObject({
      'Request ID': 'req-1',
      'Base model': 'support-bot',
      'Deployment name': 'support',
      'Deployment version': 'v7',
      'Response time': '2.53 s',
      'Input tokens': '1,234',
      'Output tokens': '56',
      'Executed on': '2026-11-21 08:00:00.123',
      'Source type': 'Workflow',
      Source: 'triage',
      'User ID': 'u-9',
      'Finish reason': 'stop',
      'Model snapshot': 'support-bot-2026-11-01',
    });
    unmount();
    preparePage();
    await openByLink({ model_type: 'external', connection: 'azure-east' });
    expect(factsOf('Metadata')).toHaveProperty(['Connection name'], 'azure-east');
    expect(factsOf('Metadata')).not.toHaveProperty(['Deployment name']);
  });

  it('has the times of the phases that were measured', async () => {
    await openByLink();
    expect(factsOf('Timing')).toEqual({
      Queue: '12 ms',
      'Time to first token': '180 ms',
      Generation: '2.30 s',
      Total: '2.53 s',
    });
  });

  it('explains well-known errors and repeats what the provider said', async () => {
    await openByLink({
      status: 'error',
      error: { type: 'rate_limit_error', message: 'Slow down', code: '', param: null, http_status: 429 },
    });
    expect(factsOf('Error')).toMatchObject({ Type: 'rate_limit_error', Message: 'Slow down', 'HTTP status': '429' });
    expect(region('Error')).toHaveTextContent(/Usual cause.*More requests or tokens per minute/);
    expect(region('Error')).toHaveTextContent(/What to do.*Send fewer requests/);
  });

  it('has workflow, tags, parameters, retries, the request as sent and spans when the trace has them', async () => {
    const { user } = await openByLink({
      parameters: { temperature: 0.2 } as never,
      workflow: { name: 'triage', run_id: 'run-5', node_id: 'n-2', input: { a: 1 }, output: 'done' },
      retries: { count: 2, backoff: 'exponential', outcome: 'succeeded' },
      http_request: { method: 'POST', url: 'https://api.example/v1/chat', headers: { authorization: '[redacted]' } },
      spans: [
        {
          span_id: 's1',
          name: 'chat support-bot',
          start_time: '2026-11-21T08:00:00Z',
          duration_ms: 2530,
          attributes: { 'gen_ai.system': 'acme' } as never,
        },
      ],
    });
    expect(factsOf('Parameters')).toEqual({ temperature: '0.2' });
    expect(factsOf('Tags')).toEqual({ team: 'care' });
    expect(factsOf('Workflow')).toEqual({ Workflow: 'triage', 'Run ID': 'run-5', 'Node ID': 'n-2' });
    expect(region('Input data')).toHaveTextContent('{ "a": 1 }');
    expect(factsOf('Retries')).toEqual({ Count: '2', 'Back-off': 'exponential', Outcome: 'succeeded' });
    expect(factsOf('Request as sent')).toMatchObject({ Method: 'POST', authorization: '[redacted]' });
    await user.click(screen.getByText('chat support-bot'));
    expect(await screen.findByText('gen_ai.system')).toBeInTheDocument();
  });

  it('stays small in the page however much a trace has of it', async () => {
    const many = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`tag-${index}`, 'v']));
    await openByLink({ tags: many, error: { type: 'x', message: 'm'.repeat(3 * TEXT_STEP) } });
    expect(within(region('Tags')).getAllByRole('term')).toHaveLength(200);
    expect(within(region('Tags')).getByRole('button', { name: 'Show more (800 left)' })).toBeInTheDocument();
    expect(region('Message').textContent).toHaveLength(TEXT_STEP);
  });
});
