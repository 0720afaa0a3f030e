import { configure, screen } from '@testing-library/react';
import { openTrace, prepareSelection, showSelection } from '../fixtures/selection';

// Looking things up by role takes long in jsdom.
configure({ asyncUtilTimeout: 10_000 });

beforeEach(prepareSelection);

describe('the search field', () => {
  it('offers to open the trace whose request id was typed', async () => {
    const user = showSelection();
    await user.type(await screen.findByRole('combobox', { name: 'Search traces' }), 'req-77777');
    await screen.findByRole('option', { name: 'Open trace req-77777' });
    await user.keyboard('{ArrowDown}{Enter}');
    expect(openTrace).toHaveBeenCalledWith('req-77777');
  });

  it('offers what was searched for before, and forgets it when told to', async () => {
    const user = showSelection();
    const search = await screen.findByRole('combobox', { name: 'Search traces' });
    await user.type(search, 'refund{Enter}');
    await user.clear(search);
    expect(await screen.findByRole('option', { name: 'refund' })).toBeInTheDocument();
    await user.keyboard('{ArrowDown}{Shift>}{Delete}{/Shift}');
    expect(screen.queryByRole('option', { name: 'refund' })).not.toBeInTheDocument();
    expect(Object.values(localStorage).join('')).not.toContain('refund');
  });
});
