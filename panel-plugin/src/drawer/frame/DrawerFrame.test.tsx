import { screen } from '@testing-library/react';
import { openByLink } from '../../fixtures/openDrawer';
import { preparePage } from '../../fixtures/panel';
import { LAYOUT_KEY } from './drawerLayout';

beforeEach(() => {
  preparePage();
  localStorage.clear();
});

const remembered = (): unknown => JSON.parse(localStorage.getItem(LAYOUT_KEY) ?? '{}');

describe('the frame of the drawer', () => {
  it('is a dialog that has the focus, is made wider by keys, and stays so', async () => {
    const { user } = await openByLink();
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

  it('can be put beside the table, where the table stays in use, and is found there again', async () => {
    const { user, unmount } = await openByLink();
    await user.click(screen.getByRole('button', { name: 'Show beside the table' }));
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(screen.getByRole('complementary', { name: 'req-1' })).toBeInTheDocument();
    await user.keyboard('j');
    expect(await screen.findByRole('complementary', { name: 'req-2' })).toBeInTheDocument();
    unmount();
    preparePage();
    await openByLink();
    expect(screen.getByRole('complementary', { name: 'req-1' })).toBeInTheDocument();
  });

  it('remembers which parts are folded', async () => {
    const { user, unmount } = await openByLink();
    await user.click(screen.getByRole('button', { name: 'Metadata' }));
    expect(screen.queryByText('Base model')).not.toBeInTheDocument();
    unmount();
    preparePage();
    await openByLink();
    expect(screen.getByRole('button', { name: 'Metadata' })).toHaveAttribute('aria-expanded', 'false');
    await user.click(screen.getByRole('button', { name: 'Metadata' }));
    expect(screen.getByText('Base model')).toBeInTheDocument();
  });

  it.each(['nonsense', '{"side":"below","overWidth":"wide","folded":["x",7]}', 'null'])(
    'opens whatever the browser has kept for it: %s',
    async (kept) => {
      localStorage.setItem(LAYOUT_KEY, kept);
      await openByLink();
      expect(screen.getByRole('dialog', { name: 'req-1' })).toBeInTheDocument();
    }
  );
});
