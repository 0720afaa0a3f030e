import { locationService } from '@grafana/runtime';
import { act, screen, waitFor, within } from '@testing-library/react';
import { answerWith, panelData, preparePage, renderPanel, type AskedTrace } from '../fixtures/panel';
import { numberedTraces, traceDetail, tracesFrame, traceSummary } from '../fixtures/traces';

beforeEach(preparePage);

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

describe('going on to another trace', () => {
  it('keeps the one before, marked as old, until the next one is there', async () => {
    const answers = new Map<string, () => void>();
    answerWith({
      getResource: (_: string, { request_id: id }: AskedTrace) =>
        new Promise((resolve) =>
          answers.set(id, () => {
            resolve(traceDetail({ request_id: id, user_id: `user of ${id}` }));
          })
        ),
    });
    locationService.partial({ trace: 'req-1' });
    const { user } = renderPanel({ data: panelData({ series: [tracesFrame(numberedTraces(1, 3))] }) });
    await waitFor(() => {
      expect(answers.has('req-1')).toBe(true);
    });
    answers.get('req-1')?.();
    const first = await screen.findByText('user of req-1');
    expect(first.closest('[aria-busy]')).toHaveAttribute('aria-busy', 'false');
    await user.keyboard('j');
    expect(screen.getByRole('heading', { name: 'req-2' })).toBeInTheDocument();
    expect(screen.getByText('user of req-1').closest('[aria-busy]')).toHaveAttribute('aria-busy', 'true');
    act(() => {
      answers.get('req-2')?.();
    });
    expect(await screen.findByText('user of req-2')).toBeInTheDocument();
    expect(screen.queryByText('user of req-1')).not.toBeInTheDocument();
  });
});

it('what the row knows of input and output is there at once, until the trace is', async () => {
  let answer: (detail: unknown) => void = () => undefined;
  const getResource = () =>
    new Promise((resolve) => {
      answer = resolve;
    });
  answerWith({ getResource });
  locationService.partial({ trace: 'req-1' });
  const row = traceSummary({ input_preview: 'Where is\u202e my parcel', output_preview: 'It arrives' });
  renderPanel({ data: panelData({ series: [tracesFrame([row])] }) });
  const dialog = await screen.findByRole('dialog');
  expect(within(dialog).getByRole('region', { name: 'Input' })).toHaveTextContent('Where is⟨U+202E⟩ my parcel');
  expect(within(dialog).getByRole('region', { name: 'Output' })).toHaveTextContent('It arrives');
  act(() => {
    answer(traceDetail());
  });
  expect(await screen.findByRole('region', { name: 'Metadata' })).toBeInTheDocument();
});
