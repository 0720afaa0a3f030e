import { locationService } from '@grafana/runtime';
import { act, screen, waitFor } from '@testing-library/react';
import { openByLink } from '../fixtures/openDrawer';
import { answerWith, panelData, preparePage, renderPanel, type AskedTrace } from '../fixtures/panel';
import { numberedTraces, traceDetail, tracesFrame } from '../fixtures/traces';

beforeEach(preparePage);

type Detail = ReturnType<typeof traceDetail>;

const region = (name: string | RegExp) => screen.getByRole('region', { name });

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
