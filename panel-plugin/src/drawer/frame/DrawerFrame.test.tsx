import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React, { useState } from 'react';
import { answerWith, preparePage, type AskedTrace } from '../../fixtures/panel';
import { traceDetail } from '../../fixtures/traces';
import TraceDrawer from '../TraceDrawer';
import { LAYOUT_KEY } from './drawerLayout';

beforeEach(() => {
  preparePage();
  localStorage.clear();
});

const SOURCE = { ref: { uid: 'modeltrace' }, scopedVars: undefined };
const HIDDEN = new Set(['input', 'output', 'timing', 'tags'] as const);

/** A panel with one row and the open trace; `j` leads on to the next one. */
function Page({ panelWidth }: { panelWidth: number }) {
  const [id, setId] = useState('req-1');
  return (
    <div>
      <button autoFocus>row</button>
      <TraceDrawer
        requestId={id}
        source={SOURCE}
        timeZone="utc"
        panelWidth={panelWidth}
        previousId={undefined}
        nextId="req-2"
        hiddenSections={HIDDEN}
        onShow={setId}
        onClose={() => undefined}
      />
    </div>
  );
}

async function open({ kept, panelWidth = 1600 }: { kept?: string; panelWidth?: number } = {}) {
  if (kept !== undefined) {
    localStorage.setItem(LAYOUT_KEY, kept);
  }
  answerWith({
    getResource: (_: string, { request_id: id }: AskedTrace) => Promise.resolve(traceDetail({ request_id: id })),
  });
  render(<Page panelWidth={panelWidth} />);
  await screen.findByRole('button', { name: 'Metadata' });
  return userEvent.setup();
}

const remembered = (): unknown => JSON.parse(localStorage.getItem(LAYOUT_KEY) ?? '{}');

describe('the frame of the drawer', () => {
  it('is a dialog that has the focus, is made wider by keys, and stays so', async () => {
    const user = await open();
    const dialog = screen.getByRole('dialog', { name: 'req-1' });
    expect(dialog).toContainElement(document.activeElement as HTMLElement);
    const handle = screen.getByRole('separator', { name: 'Width of the trace' });
    const before = Number(handle.getAttribute('aria-valuenow'));
    handle.focus();
    await user.keyboard('{ArrowLeft}');
    const after = Number(handle.getAttribute('aria-valuenow'));
    expect(after).toBeGreaterThan(before);
    expect(dialog).toHaveStyle({ width: `${after}px` });
    expect(remembered()).toMatchObject({ overWidth: after });
  });

  it('can be put beside the table, goes on to the next trace there, and is found there again', async () => {
    const user = await open();
    await user.click(screen.getByRole('button', { name: 'Show beside the table' }));
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    const frame = screen.getByRole('complementary', { name: 'req-1' });
    await waitFor(() => {
      expect(frame).toHaveFocus();
    });
    await user.keyboard('j');
    expect(screen.getByRole('complementary', { name: 'req-2' })).toBeInTheDocument();
    expect(remembered()).toMatchObject({ side: 'beside' });
  });

  it('beside the table leaves the focus where it was', async () => {
    await open({ kept: '{"side":"beside"}' });
    expect(screen.getByRole('complementary', { name: 'req-1' })).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'row' })).toHaveFocus();
  });

  it('is over the page where the panel has no room for both', async () => {
    await open({ kept: '{"side":"beside"}', panelWidth: 600 });
    expect(screen.getByRole('dialog', { name: 'req-1' })).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Show beside the table' })).not.toBeInTheDocument();
  });

  it('remembers which parts are folded', async () => {
    const user = await open({ kept: '{"folded":["metadata"]}' });
    const title = screen.getByRole('button', { name: 'Metadata' });
    expect(title).toHaveAttribute('aria-expanded', 'false');
    expect(screen.queryByText('Base model')).not.toBeInTheDocument();
    await user.click(title);
    expect(screen.getByText('Base model')).toBeInTheDocument();
    expect(remembered()).toMatchObject({ folded: [] });
  });

  it.each(['nonsense', '{"side":"below","overWidth":"wide","folded":["x",7]}', 'null'])(
    'opens whatever the browser has kept for it: %s',
    async (kept) => {
      const logged = jest.spyOn(console, 'error').mockImplementation(() => undefined);
      await open({ kept });
      expect(screen.getByRole('dialog', { name: 'req-1' })).toBeInTheDocument();
      logged.mockRestore();
    }
  );
});
