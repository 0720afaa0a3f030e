import { locationService } from '@grafana/runtime';
import { screen, waitFor } from '@testing-library/react';
import { answerWith, panelData, preparePage, renderPanel } from '../fixtures/panel';
import { numberedTraces, traceDetail, tracesFrame } from '../fixtures/traces';

const rows = (from: number) => panelData({ series: [tracesFrame(numberedTraces(from, 3))] });
const openTrace = () => locationService.getSearch().get('trace');

/** The drawer, which must be the only one. */
async function theDrawer(): Promise<HTMLElement> {
  const drawer = await screen.findByRole('dialog');
  await screen.findByRole('region', { name: 'Metadata' });
  return drawer;
}

beforeEach(() => {
  preparePage();
  answerWith({ getResource: (_, params) => Promise.resolve(traceDetail({ request_id: params.request_id })) });
});

describe('two traces panels on a page', () => {
  it('open a link in one drawer, that of the first', async () => {
    locationService.partial({ trace: 'req-1' });
    const { user } = renderPanel({ data: rows(1) });
    renderPanel({ data: rows(11) });
    await theDrawer();
    await user.keyboard('j');
    expect(openTrace()).toBe('req-2');
  });

  it('open a row in the drawer of its own panel, which knows its neighbours and gets the focus back', async () => {
    const { user } = renderPanel({ data: rows(1) });
    renderPanel({ data: rows(11) });
    await user.click(screen.getByText('req-12'));
    await theDrawer();
    await user.keyboard('j');
    expect(openTrace()).toBe('req-13');
    await theDrawer();
    await user.keyboard('{Escape}');
    await waitFor(() => {
      expect(document.activeElement?.closest('[role="row"]')).toHaveTextContent('req-13');
    });
  });

  it('keep the trace open when the panel that showed it leaves the page', async () => {
    const first = renderPanel({ data: rows(1) });
    const second = renderPanel({ data: rows(11) });
    await first.user.click(screen.getByText('req-12'));
    await theDrawer();
    second.unmount();
    expect(await theDrawer()).toBeInTheDocument();
    first.unmount();
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    renderPanel({ data: rows(11) });
    expect(await theDrawer()).toBeInTheDocument();
  });
});
