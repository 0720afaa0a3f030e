import type { DataQueryResponse } from '@grafana/data';
import { locationService } from '@grafana/runtime';
import { act, configure, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';
import { answerWith, panelData, preparePage, renderPanel } from '../fixtures/panel';
import { numberedTraces, traceSummary, tracesFrame } from '../fixtures/traces';
import type { SavedSearch } from '../options/options';
import { useViewState } from '../state/useViewState';
import { SelectionControls } from './SelectionControls';
import { SelectionRows } from './SelectionRows';
import { useSelectionBar } from './useSelectionBar';
import { useSlashKey } from '../queryBar/useSlashKey';

// Looking things up by role takes long in jsdom.
configure({ asyncUtilTimeout: 10_000 });

const STEPS = {
  conjunction: 'and',
  steps: [
    { field: 'status', operator: '=', value: 'failed' },
    { field: 'duration_ms', operator: '>', value: '5s' },
  ],
};
const TEXT = 'status = failed AND duration_ms > 5s';

interface Step {
  field: string;
  operator: string;
  value: string;
}

/** Reads and writes conditions of steps like the trace server; "&&" is a fault, NOT more than steps can show. */
const postResource = jest.fn((path: string, body: Record<string, unknown>): Promise<unknown> => {
  if (path === 'query/format') {
    const { conjunction, steps } = body as { conjunction: string; steps: Step[] };
    const text = steps.map(({ field, operator, value }) => `${field} ${operator} ${value}`);
    return Promise.resolve({ text: text.join(` ${conjunction.toUpperCase()} `) });
  }
  const text = String(body.text);
  if (path === 'query/complete') {
    const suggestions = [{ kind: 'field', text: 'status', detail: 'Status' }];
    return Promise.resolve({ position: 0, length: text.length, suggestions: text === 'sta' ? suggestions : [] });
  }
  const fault = text.indexOf('&&');
  const diagnostics =
    fault < 0 ? [] : [{ message: '"&&" means nothing.', expected: 'AND', position: fault, length: 2 }];
  const steps = text.split(' AND ').map((part) => {
    const [field = '', operator = '', value = ''] = part.split(' ');
    return { field, operator, value };
  });
  const isSteps = fault < 0 && !text.startsWith('NOT');
  return Promise.resolve({
    text,
    ast: isSteps || fault >= 0 ? null : { kind: 'not' },
    builder: isSteps ? { conjunction: 'and', steps } : null,
    diagnostics,
  });
});

const getResource = jest.fn((path: string, params: { request_id: string }): Promise<unknown> => {
  if (path === 'trace' && params.request_id === 'req-77777') {
    return Promise.resolve({});
  }
  return Promise.reject(new Error('not here'));
});

const query = jest.fn((): Promise<DataQueryResponse> =>
  Promise.resolve({ data: [tracesFrame([traceSummary({ request_id: 'req-filtered' })])] })
);

const data = panelData({ series: [tracesFrame(numberedTraces(1, 3))] });
const SOURCE = { ref: { uid: 'modeltrace' }, scopedVars: undefined };
const VARIABLES = { model: 'model', search: 'search' };
const openTrace = jest.fn();

function Selection({ savedSearches = [] }: { savedSearches?: SavedSearch[] }) {
  const box = React.useRef<HTMLDivElement>(null);
  const state = useViewState(1, VARIABLES, (text) => text);
  const bar = useSelectionBar(state, SOURCE, {});
  useSlashKey(box, bar.showText);
  const selection = { state, bar, source: SOURCE, range: data.timeRange };
  return (
    <div ref={box}>
      <SelectionControls
        {...selection}
        savedSearches={savedSearches}
        onSavedSearches={jest.fn()}
        onOpenTrace={openTrace}
        searchClassName=""
      />
      <SelectionRows {...selection} />
    </div>
  );
}

/** The controls without the rest of the panel. */
function show(savedSearches?: SavedSearch[]) {
  render(<Selection savedSearches={savedSearches ?? []} />);
  return userEvent.setup();
}

type User = ReturnType<typeof show>;

const applied = () => locationService.getSearch().get('mt-1-query');
const apply = (text: string) => {
  act(() => {
    locationService.partial({ 'mt-1-query': text });
  });
};

beforeEach(() => {
  preparePage();
  Element.prototype.scrollIntoView = () => undefined;
  localStorage.clear();
  jest.clearAllMocks();
  answerWith({ query, postResource, getResource } as Parameters<typeof answerWith>[0]);
});

describe('the filter builder', () => {
  const open = async (user: User) => {
    await user.click(await screen.findByLabelText(/^Filters, /));
    return screen.findByLabelText('Filters', { selector: '[role=dialog]' });
  };

  it('filters by the steps only once they are applied, and says how many are', async () => {
    locationService.partial({ 'mt-1-query': TEXT });
    const user = show();
    expect(await screen.findByLabelText('Filters, 2 active')).toBeInTheDocument();
    const dialog = await open(user);
    const value = within(dialog).getByLabelText('Value of step 2');
    await user.clear(value);
    await user.type(value, '0:01:500');
    expect(applied()).toBe(TEXT);
    await user.click(within(dialog).getByText('Apply'));
    await waitFor(() => {
      expect(applied()).toBe('status = failed AND duration_ms > 0:01:500');
    });
    expect(document.querySelector('[role=dialog]')).not.toBeInTheDocument();
  });

  it('says at the step what is wrong with it and applies nothing', async () => {
    apply(TEXT);
    const user = show();
    const dialog = await open(user);
    const value = within(dialog).getByLabelText('Value of step 2');
    await user.clear(value);
    await user.type(value, 'fast{Enter}');
    const step = within(dialog).getByLabelText('Step 2');
    expect(step).toHaveTextContent('Response time does not take this value. Expected: m:s:ms');
    expect(value).toHaveFocus();
    expect(applied()).toBe(TEXT);
  });

  it('keeps what was not applied when it is closed by a slip, and gives the focus back', async () => {
    apply(TEXT);
    const user = show();
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

  it('takes everything away at once', async () => {
    apply(TEXT);
    const user = show();
    const dialog = await open(user);
    await user.click(within(dialog).getByText('Clear all'));
    expect(applied()).toBeNull();
  });

  it('says why it cannot show a condition, and offers the text', async () => {
    apply('NOT status = failed');
    const user = show();
    const dialog = await open(user);
    expect(dialog).toHaveTextContent('The filter builder cannot show this condition because of NOT.');
    await user.click(within(dialog).getByText('Edit as text'));
    expect(await screen.findByLabelText('Condition')).toHaveValue('NOT status = failed');
  });
});

describe('the query bar', () => {
  const openBar = async (user: User) => {
    await screen.findByLabelText(/^Filters, /);
    await user.keyboard('/');
    return screen.findByLabelText('Condition');
  };

  it('opens with /, applies with Enter and goes back with Escape', async () => {
    const user = show();
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
    const user = show();
    const bar = await openBar(user);
    await user.type(bar, 'a && b{Enter}');
    expect(await screen.findByText('"&&" means nothing. At character 3 belongs AND.')).toBeInTheDocument();
    expect(bar).toBeInvalid();
    expect(applied()).toBeNull();
  });

  it('completes with the arrow keys and Enter, without leaving the text', async () => {
    const user = show();
    const bar = await openBar(user);
    await user.type(bar, 'sta');
    const option = await screen.findByRole('option', { name: /status/ });
    await user.keyboard('{ArrowDown}');
    expect(bar).toHaveAttribute('aria-activedescendant', option.id);
    await user.keyboard('{Enter}');
    expect(bar).toHaveValue('status ');
    expect(bar).toHaveFocus();
    expect(applied()).toBeNull();
  });

  it('shows what is wrong with the condition of a link by itself', async () => {
    apply('a && b');
    show();
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

describe('what is filtered by', () => {
  it('is shown part by part, and each part can be taken away', async () => {
    apply(TEXT);
    const user = show();
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

describe('saved searches', () => {
  const open = async (user: User) => {
    await user.click(await screen.findByLabelText('Saved searches'));
    return screen.findByLabelText('Saved searches', { selector: '[role=dialog]' });
  };

  it('show with one click what was saved, in the same order', async () => {
    const user = show();
    const dialog = await open(user);
    await user.click(within(dialog).getByText('Slow first token'));
    await waitFor(() => {
      expect(applied()).toBe('ttft_ms > 2s');
    });
    expect(locationService.getSearch().get('mt-1-sort')).toBe('ttft_ms');
  });

  it('are kept for the viewer, renamed and deleted', async () => {
    apply(TEXT);
    const user = show();
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
    const user = show([{ name: 'Bad', query: 'a && b' }]);
    const dialog = await open(user);
    await user.click(within(dialog).getByText('Bad'));
    expect(await within(dialog).findByRole('alert')).toHaveTextContent('"&&" means nothing.');
    expect(applied()).toBeNull();
  });
});

describe('the search field', () => {
  it('offers to open the trace whose request id was typed', async () => {
    const user = show();
    await user.type(await screen.findByRole('combobox', { name: 'Search traces' }), 'req-77777');
    await screen.findByRole('option', { name: 'Open trace req-77777' });
    await user.keyboard('{ArrowDown}{Enter}');
    expect(openTrace).toHaveBeenCalledWith('req-77777');
  });

  it('offers what was searched for before, and forgets it when told to', async () => {
    const user = show();
    const search = await screen.findByRole('combobox', { name: 'Search traces' });
    await user.type(search, 'refund{Enter}');
    await user.clear(search);
    expect(await screen.findByRole('option', { name: 'refund' })).toBeInTheDocument();
    await user.keyboard('{ArrowDown}{Shift>}{Delete}{/Shift}');
    expect(screen.queryByRole('option', { name: 'refund' })).not.toBeInTheDocument();
    expect(Object.values(localStorage).join('')).not.toContain('refund');
  });
});
