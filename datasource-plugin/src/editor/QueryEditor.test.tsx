import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React, { useState } from 'react';
import { choose, giveElementsASize, offered } from '../testing/editing';
import { fakeDataSource, range } from '../testing/fakes';
import type { ModeltraceQuery } from '../types';
import { QueryEditor } from './QueryEditor';

const base = { refId: 'A', schemaVersion: 2 } as const;
const answers = {
  'fields/model/values': {
    values: [
      { value: 'gpt-5', requests: 2 },
      { value: '', requests: 1 },
    ],
  },
  'fields/status/values': { values: [{ value: 'error', requests: 2 }] },
};

/** Shows the editor as a panel does: what it saves is what it shows next. */
function edit(initial: ModeltraceQuery) {
  const { datasource, requests } = fakeDataSource(answers, { model: ['gpt-5'] });
  const onChange = jest.fn<undefined, [ModeltraceQuery]>();
  const onRunQuery = jest.fn();
  function Panel() {
    const [query, setQuery] = useState(initial);
    return (
      <QueryEditor
        query={query}
        datasource={datasource}
        range={range}
        onRunQuery={onRunQuery}
        onChange={(next) => {
          onChange(next);
          setQuery(next);
        }}
      />
    );
  }
  render(<Panel />);
  return { requests, onRunQuery, saved: () => onChange.mock.lastCall?.[0] };
}

beforeEach(giveElementsASize);
afterEach(() => {
  jest.restoreAllMocks();
});

it('choosing a query type saves and runs a query of that type', async () => {
  const { saved, onRunQuery } = edit({ ...base, queryType: 'traces', search: 'refund' });
  await choose('Query type', /Metrics/);
  expect(saved()).toMatchObject({ queryType: 'metrics', measures: ['requests'], search: 'refund' });
  expect(onRunQuery).toHaveBeenCalledTimes(1);
});

it('a saved query does not keep the mark of what the browser sends, which would let alert rules pass variables', async () => {
  const { saved } = edit({ ...base, queryType: 'traces', interpolated: true });
  await userEvent.type(screen.getByLabelText('Search'), '$name{Enter}');
  expect(saved()).toMatchObject({ search: '$name' });
  expect(saved()).not.toHaveProperty('interpolated');
});

it('a text search runs when it is complete, not on every key', async () => {
  const { saved, onRunQuery } = edit({ ...base, queryType: 'traces' });
  const user = userEvent.setup();
  await user.type(screen.getByLabelText('Search'), 'refund');
  expect(onRunQuery).not.toHaveBeenCalled();
  await user.keyboard('{Enter}');
  expect(saved()).toMatchObject({ queryType: 'traces', search: 'refund' });
  await user.tab();
  expect(onRunQuery).toHaveBeenCalledTimes(1);
});

it('an emptied search is left out of the saved query', async () => {
  const { saved } = edit({ ...base, queryType: 'latency', search: 'refund' });
  const user = userEvent.setup();
  await user.clear(screen.getByLabelText('Search'));
  await user.tab();
  expect(saved()?.queryType).toBe('latency');
  expect(saved()).toMatchObject({ search: undefined });
});

it('a limit beyond what the trace server takes is brought back to it', async () => {
  const { saved } = edit({ ...base, queryType: 'traces' });
  const user = userEvent.setup();
  await user.type(screen.getByLabelText('Limit'), '99999{Enter}');
  expect(saved()).toMatchObject({ limit: 1000 });
  await user.clear(screen.getByLabelText('Limit'));
  await user.tab();
  expect(saved()).toMatchObject({ limit: undefined });
});

it('a request id is saved without the spaces that were copied with it', async () => {
  const { saved } = edit({ ...base, queryType: 'trace', requestId: '' });
  await userEvent.type(screen.getByLabelText('Request ID'), ' req-1 {Enter}');
  expect(saved()).toMatchObject({ queryType: 'trace', requestId: 'req-1' });
});

it('measures, groups and interval are saved as the trace server names them', async () => {
  const { saved } = edit({ ...base, queryType: 'metrics', measures: ['requests'] });
  await choose('Measures', /Failure rate/, 'failure r');
  expect(saved()).toMatchObject({ measures: ['requests', 'failure_rate'] });
  await choose('Group by', /Provider/, 'prov');
  expect(saved()).toMatchObject({ groupBy: ['provider'] });
  await choose('Interval', /15m/, '15m');
  expect(saved()).toMatchObject({ measures: ['requests', 'failure_rate'], groupBy: ['provider'], interval: '15m' });
});

it('no more groups are saved than the trace server takes', async () => {
  const groupBy = ['model', 'status', 'source'];
  const { saved } = edit({ ...base, queryType: 'metrics', measures: ['requests'], groupBy });
  await choose('Group by', /Provider/, 'prov');
  expect(saved()).toMatchObject({ groupBy });
});

describe('filters', () => {
  it('are added by choosing a field and one of its values', async () => {
    const { saved } = edit({ ...base, queryType: 'traces', filters: { model: ['gpt-5'] } });
    await userEvent.click(screen.getByRole('button', { name: 'Add filter' }));
    await choose('Field of new filter', 'Status', 'stat');
    await choose('Values of filter Status', 'error');
    expect(saved()).toMatchObject({ filters: { model: ['gpt-5'], status: ['error'] } });
  });

  it('take a typed variable that is not offered', async () => {
    const { saved } = edit({ ...base, queryType: 'latency', filters: { status: [] } });
    await choose('Values of filter Status', /\$anything/, '$anything');
    expect(saved()).toMatchObject({ filters: { status: ['$anything'] } });
  });

  it('offer the variables of the dashboard', async () => {
    const { saved } = edit({ ...base, queryType: 'traces', filters: { model: [] } });
    await choose('Values of filter Model', /\$model/, 'ode');
    expect(saved()).toMatchObject({ filters: { model: ['$model'] } });
  });

  it('offer the values that exist with the other filters, without the empty one', async () => {
    const filters = { model: ['gpt-4'], status: ['$model'] };
    const { requests } = edit({ ...base, queryType: 'traces', filters });
    const options = await offered('Values of filter Model', 'g', 'gpt-5');
    expect(options).toEqual([expect.stringContaining('custom value'), 'gpt-5']);
    const asked = requests.filter(({ path }) => path === 'fields/model/values').at(-1);
    expect(asked?.params).toMatchObject({ contains: 'g', status: ['gpt-5'], from: '2026-11-20T00:00:00.000Z' });
    expect(asked?.params).not.toHaveProperty('model');
  });

  it('can be removed', async () => {
    const { saved } = edit({ ...base, queryType: 'replicas', filters: { model: ['a'], deployment: ['b'] } });
    await userEvent.click(screen.getByRole('button', { name: 'Remove filter Model' }));
    expect(saved()).toMatchObject({ filters: { deployment: ['b'] } });
  });

  it('of replicas are only the fields that replicas have', async () => {
    edit({ ...base, queryType: 'replicas', filters: {} });
    await userEvent.click(screen.getByRole('button', { name: 'Add filter' }));
    expect(await offered('Field of new filter', '', 'Model')).toEqual(['Model', 'Deployment', 'Deployment version']);
  });
});

it('a query of a later version is shown as such and can be replaced', async () => {
  const { saved } = edit({ ...base, queryType: 'later' } as never);
  expect(screen.getByText(/cannot edit this query/)).toBeInTheDocument();
  await choose('Query type', /Latency/);
  expect(saved()).toMatchObject({ queryType: 'latency' });
});
