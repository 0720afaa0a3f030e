import { locationService } from '@grafana/runtime';
import { configure, screen, waitFor, within } from '@testing-library/react';
import {
  applied,
  apply,
  getResource,
  postResource,
  prepareSelection,
  showSelection,
  STEPS,
  STEPS_TEXT,
  type User,
} from '../fixtures/selection';

// Looking things up by role takes long in jsdom.
configure({ asyncUtilTimeout: 10_000 });

beforeEach(prepareSelection);

describe('the filter builder', () => {
  const open = async (user: User) => {
    await user.click(await screen.findByLabelText(/^Filters, /));
    return screen.findByLabelText('Filters', { selector: '[role=dialog]' });
  };

  it('filters by the steps only once they are applied, and says how many are', async () => {
    locationService.partial({ 'mt-1-query': STEPS_TEXT });
    const user = showSelection();
    expect(await screen.findByLabelText('Filters, 2 active')).toBeInTheDocument();
    const dialog = await open(user);
    const value = within(dialog).getByLabelText('Value of step 2');
    await user.clear(value);
    await user.type(value, '0:01:500');
    expect(applied()).toBe(STEPS_TEXT);
    await user.click(within(dialog).getByText('Apply'));
    await waitFor(() => {
      expect(applied()).toBe('status = failed AND duration_ms > 0:01:500');
    });
    expect(document.querySelector('[role=dialog]')).not.toBeInTheDocument();
  });

  it('begins with an empty step whose column has the focus, and nothing that was not applied', async () => {
    const user = showSelection();
    const dialog = await open(user);
    await waitFor(() => {
      expect(within(dialog).getByLabelText('Column of step 1')).toHaveFocus();
    });
    expect(within(dialog).queryByText(/Not applied yet/)).not.toBeInTheDocument();
    expect(within(dialog).getByText('Clear all').closest('button')).toBeDisabled();
    await user.keyboard('{Escape}');
    expect(await screen.findByLabelText(/^Filters, /)).not.toHaveAccessibleName(/not applied/);
  });

  it('says at the step what is wrong with it and applies nothing', async () => {
    apply(STEPS_TEXT);
    const user = showSelection();
    const dialog = await open(user);
    const value = within(dialog).getByLabelText('Value of step 2');
    await user.clear(value);
    await user.type(value, 'fast{Enter}');
    const step = within(dialog).getByLabelText('Step 2');
    expect(step).toHaveTextContent('Response time does not take this value. Expected: m:s:ms');
    expect(value).toHaveFocus();
    expect(applied()).toBe(STEPS_TEXT);
  });

  it('keeps what was not applied when it is closed by a slip, and gives the focus back', async () => {
    apply(STEPS_TEXT);
    const user = showSelection();
    let dialog = await open(user);
    await user.click(within(dialog).getByLabelText('Remove step 1'));
    await user.keyboard('{Escape}');
    await waitFor(() => {
      expect(document.querySelector('[role=dialog]')).not.toBeInTheDocument();
    });
    const button = screen.getByLabelText('Filters, 2 active, changes not applied');
    await waitFor(() => {
      expect(button).toHaveFocus();
    });
    dialog = await open(user);
    expect(within(dialog).getAllByLabelText(/^Step \d$/)).toHaveLength(1);
    await user.click(within(dialog).getByText('Discard changes'));
    expect(within(dialog).getAllByLabelText(/^Step \d$/)).toHaveLength(2);
  });

  it('offers values of the traces that all else selects, and not of those that the step itself would leave', async () => {
    apply('status = failed AND source = nightly');
    const user = showSelection();
    const dialog = await open(user);
    await user.click(within(dialog).getByLabelText('Value of step 2'));
    await waitFor(() => {
      expect(getResource).toHaveBeenCalledWith(
        'fields/source/values',
        expect.objectContaining({ source: ['api'], condition: ['model = "gpt"', 'status = failed'] }),
        expect.anything()
      );
    });
  });

  it('takes everything away at once', async () => {
    apply(STEPS_TEXT);
    const user = showSelection();
    const dialog = await open(user);
    await user.click(within(dialog).getByText('Clear all'));
    expect(applied()).toBeNull();
  });

  it('says why it cannot show a condition, and offers the text', async () => {
    apply('NOT status = failed');
    const user = showSelection();
    const dialog = await open(user);
    expect(dialog).toHaveTextContent('The filter builder cannot show this condition because of NOT.');
    await user.click(within(dialog).getByText('Edit as text'));
    expect(await screen.findByLabelText('Condition')).toHaveValue('NOT status = failed');
  });
});

describe('what is filtered by', () => {
  it('is shown part by part, and each part can be taken away', async () => {
    apply(STEPS_TEXT);
    const user = showSelection();
    const chips = await screen.findByRole('group', { name: 'Active filters' });
    await user.click(await within(chips).findByRole('button', { name: 'Remove filter Status = failed' }));
    await waitFor(() => {
      expect(applied()).toBe('duration_ms > 5s');
    });
    expect(postResource).toHaveBeenCalledWith(
      'query/format',
      { conjunction: 'and', steps: STEPS.steps.slice(1) },
      expect.anything()
    );
  });
});
