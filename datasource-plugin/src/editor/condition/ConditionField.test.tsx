import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React, { useState } from 'react';
import type { QueryBuilder } from '../../resources/resources';
import { choose, giveElementsASize } from '../../testing/editing';
import { fakeDataSource, range } from '../../testing/fakes';
import type { TracesQuery } from '../../types';
import { ConditionField } from './ConditionField';

interface FakeEditorProps {
  value: string;
  onChange: (text: string) => void;
  onBlur: (text: string) => void;
  monacoOptions: { ariaLabel: string };
}

// Monaco needs a browser that lays things out.
jest.mock('@grafana/ui', () => ({
  ...jest.requireActual<object>('@grafana/ui'),
  CodeEditor: ({ value, onChange, onBlur, monacoOptions }: FakeEditorProps) => (
    <textarea
      aria-label={monacoOptions.ariaLabel}
      value={value}
      onChange={(event) => {
        onChange(event.currentTarget.value);
      }}
      onBlur={(event) => {
        onBlur(event.currentTarget.value);
      }}
    />
  ),
}));

const failed: QueryBuilder = { conjunction: 'and', steps: [{ field: 'status', operator: '=', value: 'failed' }] };
const none = { text: '', ast: null, builder: null, diagnostics: [] };

/** The part of the trace server that these conditions need. */
const answers = {
  'query/parse': ({ text }: { text: string }) => {
    if (text.includes('cots')) {
      const diagnostic = { message: 'There is no field "cots".', expected: 'a field', position: 0, length: 4 };
      return { ...none, diagnostics: [diagnostic] };
    }
    return text === 'status = failed' ? { ...none, builder: failed } : { ...none, ast: { kind: 'not', nodes: [] } };
  },
  'query/format': ({ conjunction, steps }: QueryBuilder) => ({
    text: steps.map(({ field, operator, value }) => `${field} ${operator} ${value}`).join(` ${conjunction} `),
  }),
  'query/complete': { position: 0, length: 0, suggestions: [] },
  'query/explain': { rows: 10, stored_rows: 100, bytes: 1000, columns: [], steps: ['By model.'] },
  'fields/model/values': { values: [{ value: 'gpt-5', requests: 2 }] },
};

function edit(condition: string | undefined, given: Record<string, unknown> = answers) {
  const { datasource, requests } = fakeDataSource(given, { model: ['gpt-5'] });
  const onSave = jest.fn<undefined, [TracesQuery]>();
  const onRun = jest.fn();
  function Panel() {
    const [query, setQuery] = useState<TracesQuery>({
      refId: 'A',
      schemaVersion: 2,
      queryType: 'traces',
      query: condition,
      filters: { provider: ['openai'] },
    });
    return (
      <ConditionField
        query={query}
        datasource={datasource}
        range={range}
        onChange={jest.fn()}
        onSave={(next) => {
          onSave(next);
          setQuery(next);
        }}
        onRun={onRun}
      />
    );
  }
  render(<Panel />);
  return { requests, onRun, saved: () => onSave.mock.lastCall?.[0].query };
}

const textBox = () => screen.findByRole('textbox', { name: /Condition as text/ });

beforeEach(giveElementsASize);
afterEach(() => {
  jest.restoreAllMocks();
});

it('a step is built by choosing column, operator and value, and runs when it is finished', async () => {
  const { saved, onRun } = edit(undefined);
  await userEvent.click(screen.getByRole('button', { name: 'Add step' }));
  await choose('Column of step 1', /^Response time/, 'response');
  await choose('Operator of step 1', /≥/);
  expect(onRun).not.toHaveBeenCalled();
  await userEvent.type(screen.getByLabelText('Value of step 1'), ' 1.5s {Enter}');
  await waitFor(() => {
    expect(saved()).toBe('duration_ms >= 1.5s');
  });
  expect(onRun).toHaveBeenCalledTimes(1);
});

it('a duration that is none is told and does not run', async () => {
  const { saved } = edit(undefined);
  await userEvent.click(screen.getByRole('button', { name: 'Add step' }));
  await choose('Column of step 1', /^Response time/, 'response');
  await userEvent.type(screen.getByLabelText('Value of step 1'), 'fast{Enter}');
  expect(await screen.findByText(/m:s:ms such as/)).toBeInTheDocument();
  expect(screen.getByText(/1 not finished/)).toBeInTheDocument();
  expect(saved()).toBeUndefined();
});

it('choices, values of the data and variables are offered', async () => {
  const { saved, requests } = edit(undefined);
  await userEvent.click(screen.getByRole('button', { name: 'Add step' }));
  await choose('Column of step 1', /^Status/, 'status');
  await choose('Value of step 1', 'failed');
  await waitFor(() => {
    expect(saved()).toBe('status = failed');
  });
  await userEvent.click(screen.getByRole('button', { name: 'Add step' }));
  await choose('Column of step 2', /^Model ?model$/, 'model');
  await choose('Value of step 2', 'gpt-5', 'gpt');
  await userEvent.click(screen.getByRole('radio', { name: 'OR' }));
  await waitFor(() => {
    expect(saved()).toBe('status = failed or model = gpt-5');
  });
  const asked = requests.filter(({ path }) => path === 'fields/model/values').at(-1);
  expect(asked?.params).toMatchObject({ contains: 'gpt', provider: ['openai'] });
});

it('steps are removed one by one or all at once', async () => {
  const { saved } = edit('status = failed');
  await userEvent.click(await screen.findByRole('button', { name: 'Remove step 1' }));
  await waitFor(() => {
    expect(screen.queryByRole('group', { name: 'Step 1' })).not.toBeInTheDocument();
  });
  await userEvent.click(screen.getByRole('button', { name: 'Add step' }));
  await userEvent.click(screen.getByRole('button', { name: 'Clear all' }));
  expect(screen.queryByRole('group', { name: 'Step 1' })).not.toBeInTheDocument();
  expect(saved()).toBeUndefined();
});

it('a condition is shown as steps and as text, and typed text becomes steps again', async () => {
  const { saved, onRun } = edit('status = failed');
  expect(await screen.findByRole('group', { name: 'Step 1' })).toBeInTheDocument();
  await userEvent.click(screen.getByRole('radio', { name: 'Text' }));
  const box = await textBox();
  expect(box).toHaveValue('status = failed');
  await userEvent.clear(box);
  await userEvent.type(box, 'status = failed');
  await userEvent.click(screen.getByRole('radio', { name: 'Builder' }));
  expect(await screen.findByRole('group', { name: 'Step 1' })).toBeInTheDocument();
  expect(saved()).toBeUndefined();
  expect(onRun).not.toHaveBeenCalled();
});

it('Ctrl+Enter runs what is typed; what steps cannot show stays text and says why', async () => {
  const { saved, onRun } = edit(undefined);
  await userEvent.click(screen.getByRole('radio', { name: 'Text' }));
  await userEvent.type(await textBox(), 'NOT a{Control>}{Enter}{/Control}');
  await waitFor(() => {
    expect(onRun).toHaveBeenCalledTimes(1);
  });
  expect(saved()).toBe('NOT a');
  await userEvent.click(screen.getByRole('radio', { name: 'Builder' }));
  expect(await screen.findByText('Steps cannot show NOT, so it stays text.')).toBeInTheDocument();
  expect(await textBox()).toHaveValue('NOT a');
});

it('a fault is told in words and does not run', async () => {
  const { saved, onRun } = edit(undefined);
  await userEvent.click(screen.getByRole('radio', { name: 'Text' }));
  await userEvent.type(await textBox(), 'cots > 1');
  await userEvent.tab();
  expect(await screen.findByText('There is no field "cots". Here belongs a field.')).toBeInTheDocument();
  expect(saved()).toBe('cots > 1');
  expect(onRun).not.toHaveBeenCalled();
});

it('the cost of a query is told when somebody asks, for the query with the values of its variables', async () => {
  const { requests } = edit('model = $model');
  await userEvent.click(screen.getByRole('button', { name: 'Explain' }));
  expect(await screen.findByText(/Reads 10 of 100 requests \(10 %\), 1 kB. By model\./)).toBeInTheDocument();
  const asked = requests.find(({ path }) => path === 'query/explain');
  expect(asked?.params).toMatchObject({ filters: { provider: ['openai'] }, from: '2026-11-20T00:00:00.000Z' });
  expect(String(asked?.params?.query)).not.toContain('$model');
});

it('a trace server that is away is told, and the text can still be edited', async () => {
  edit('status = failed', {});
  expect(await screen.findByText('no answer for query/parse')).toBeInTheDocument();
  expect(await textBox()).toHaveValue('status = failed');
  await userEvent.click(screen.getByRole('button', { name: 'Explain' }));
  expect(await screen.findByText('no answer for query/explain')).toBeInTheDocument();
});

it('an explanation goes when the condition that it is about is changed', async () => {
  edit('status = failed');
  await screen.findByRole('button', { name: 'Add step' });
  await userEvent.click(screen.getByRole('button', { name: 'Explain' }));
  expect(await screen.findByText(/Reads 10 of 100 requests/)).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Clear all' }));
  await waitFor(() => {
    expect(screen.queryByText(/Reads 10 of 100 requests/)).not.toBeInTheDocument();
  });
});
