import { configure, screen, waitFor } from '@testing-library/react';
import { renderPanel } from '../fixtures/panel';
import {
  applied,
  apply,
  data,
  postResource,
  prepareSelection,
  query,
  showSelection,
  type User,
} from '../fixtures/selection';
import { traceSummary, tracesFrame } from '../fixtures/traces';

// Looking things up by role takes long in jsdom.
configure({ asyncUtilTimeout: 10_000 });

beforeEach(prepareSelection);

describe('the query bar', () => {
  const openBar = async (user: User) => {
    await screen.findByLabelText(/^Filters, /);
    await user.keyboard('/');
    return screen.findByLabelText('Condition');
  };

  it('opens with /, applies with Enter and goes back with Escape', async () => {
    const user = showSelection();
    const bar = await openBar(user);
    await waitFor(() => {
      expect(bar).toHaveFocus();
    });
    await user.keyboard('NOT status = failed{Enter}');
    await waitFor(() => {
      expect(applied()).toBe('NOT status = failed');
    });
    await user.keyboard(' x{Escape}');
    expect(bar).toHaveValue('NOT status = failed');
  });

  it('does not apply a text with a fault, and says where the fault is', async () => {
    const user = showSelection();
    const bar = await openBar(user);
    await user.type(bar, 'a && b{Enter}');
    expect(await screen.findByText('"&&" means nothing. At character 3 belongs AND.')).toBeInTheDocument();
    expect(bar).toBeInvalid();
    expect(applied()).toBeNull();
  });

  it('completes with the arrow keys and Enter, without leaving the text', async () => {
    const user = showSelection();
    const bar = await openBar(user);
    await user.type(bar, 'sta');
    const option = await screen.findByRole('option', { name: /status/ });
    await user.keyboard('{ArrowDown}');
    expect(bar).toHaveAttribute('aria-activedescendant', option.id);
    await user.keyboard('{Enter}');
    expect(bar).toHaveValue('status ');
    expect(bar).toHaveFocus();
    expect(applied()).toBeNull();
    // What else selects the traces narrows what is suggested.
    expect(postResource).toHaveBeenCalledWith(
      'query/complete',
      expect.objectContaining({ filters: { source: ['api'] }, condition: ['model = "gpt"'] }),
      expect.anything()
    );
  });

  it('finishes with Enter what can be only one thing, rather than to call it wrong', async () => {
    const user = showSelection();
    const bar = await openBar(user);
    await user.type(bar, 'status = fai');
    await screen.findByRole('option', { name: /failed/ });
    await user.keyboard('{Enter}');
    await waitFor(() => {
      expect(bar).toHaveValue('status = failed');
    });
    expect(applied()).toBeNull();
    await user.keyboard('{Enter}');
    await waitFor(() => {
      expect(applied()).toBe('status = failed');
    });
  });

  it('shows what is wrong with the condition of a link by itself', async () => {
    apply('a && b');
    showSelection();
    expect(await screen.findByLabelText('Condition')).toHaveValue('a && b');
    expect(await screen.findByText('"&&" means nothing. At character 3 belongs AND.')).toBeInTheDocument();
  });

  it('keeps the rows of before when the trace server refuses the condition, with its words', async () => {
    query.mockResolvedValue({ data: [], errors: [{ message: 'Input is refused: only users with the role Admin.' }] });
    const { user } = renderPanel({ data, options: { showStrip: false, showModelPicker: false } });
    const bar = await openBar(user);
    await user.type(bar, 'NOT input = x{Enter}');
    expect(await screen.findAllByText(/Input is refused: only users/)).toHaveLength(2);
    expect(screen.getByText('req-1')).toBeInTheDocument();
    query.mockResolvedValue({ data: [tracesFrame([traceSummary({ request_id: 'req-filtered' })])] });
  });
});
