import { locationService } from '@grafana/runtime';
import { configure, screen, waitFor, within } from '@testing-library/react';
import { applied, apply, prepareSelection, showSelection, STEPS_TEXT, type User } from '../fixtures/selection';

// Looking things up by role takes long in jsdom.
configure({ asyncUtilTimeout: 10_000 });

beforeEach(prepareSelection);

describe('saved searches', () => {
  const open = async (user: User) => {
    await user.click(await screen.findByLabelText('Saved searches'));
    return screen.findByLabelText('Saved searches', { selector: '[role=dialog]' });
  };

  it('show with one click what was saved, in the same order', async () => {
    const user = showSelection();
    const dialog = await open(user);
    await user.click(within(dialog).getByText('Slow first token'));
    await waitFor(() => {
      expect(applied()).toBe('ttft_ms > 2s');
    });
    expect(locationService.getSearch().get('mt-1-sort')).toBe('ttft_ms');
  });

  it('are kept for the viewer, renamed and deleted', async () => {
    apply(STEPS_TEXT);
    const user = showSelection();
    const dialog = await open(user);
    await user.type(within(dialog).getByLabelText('Name'), 'Night run{Enter}');
    await user.click(await within(dialog).findByLabelText('Rename Night run'));
    const name = within(dialog).getByLabelText('New name of Night run');
    await user.clear(name);
    await user.type(name, 'Day run{Enter}');
    expect(within(dialog).getByText('Day run')).toBeInTheDocument();
    await user.click(within(dialog).getByLabelText('Delete Day run'));
    expect(within(dialog).queryByText('Day run')).not.toBeInTheDocument();
  });

  it('with a fault are not used, and say so', async () => {
    const user = showSelection([{ name: 'Bad', query: 'a && b' }]);
    const dialog = await open(user);
    await user.click(within(dialog).getByText('Bad'));
    expect(await within(dialog).findByRole('alert')).toHaveTextContent('"&&" means nothing.');
    expect(applied()).toBeNull();
  });
});
