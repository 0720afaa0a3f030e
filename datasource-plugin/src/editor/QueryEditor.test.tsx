import { CoreApp } from '@grafana/data';
import { render, screen, waitFor } from '@testing-library/react';
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
  'fields/provider/values': {
    values: [
      { value: 'openai', requests: 2 },
      { value: '', requests: 1 },
    ],
  },
  'query/migrate': (query: ModeltraceQuery) => ({ query: { ...query, schemaVersion: 2, interval: '$__interval' } }),
};

/** Shows the editor as a panel does: what it saves is what it shows next. */
function edit(initial: ModeltraceQuery, app?: CoreApp, given: Record<string, unknown> = answers) {
  const { datasource, requests } = fakeDataSource(given, { model: ['gpt-5'] });
  const onChange = jest.fn<undefined, [ModeltraceQuery]>();
  const onRunQuery = jest.fn();
  function Panel() {
    const [query, setQuery] = useState(initial);
    return (
      <QueryEditor
        query={query}
        datasource={datasource}
        range={range}
        app={app}
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
    const { saved } = edit({ ...base, queryType: 'traces', filters: { status: [] } });
    await choose('Values of filter Status', /\$model/, 'ode');
    expect(saved()).toMatchObject({ filters: { status: ['$model'] } });
  });

  it('offer the values that exist with the other filters, without the empty one', async () => {
    const filters = { provider: ['x'], source: ['$model'] };
    const { requests } = edit({ ...base, queryType: 'traces', filters });
    const options = await offered('Values of filter Provider', 'o', 'openai');
    expect(options).toEqual([
      expect.stringContaining('custom value'),
      expect.stringContaining('$model'),
      expect.stringContaining('openai'),
    ]);
    const asked = requests.filter(({ path }) => path === 'fields/provider/values').at(-1);
    expect(asked?.params).toMatchObject({ contains: 'o', source: ['gpt-5'], from: '2026-11-20T00:00:00.000Z' });
    expect(asked?.params).not.toHaveProperty('provider');
  });

  it('can be removed', async () => {
    const { saved } = edit({ ...base, queryType: 'traces', filters: { status: ['a'], deployment: ['b'] } });
    await userEvent.click(screen.getByRole('button', { name: 'Remove filter Status' }));
    expect(saved()).toMatchObject({ filters: { deployment: ['b'] } });
  });

  it('of replicas are only what replicas have; others that were saved can be taken away', async () => {
    const { saved } = edit({ ...base, queryType: 'replicas', filters: { status: ['error'], model: ['a'] } });
    expect(screen.getAllByText(/^(Model type|Model|Deployment|Deployment version|Connection)$/)).toHaveLength(3);
    expect(screen.queryByRole('button', { name: 'Add filter' })).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Remove filter Status' }));
    expect(saved()).toMatchObject({ filters: { model: ['a'] } });
  });
});

describe('the cascade', () => {
  it('narrows the values of a pick by the wider ones and takes away what hangs on the old one', async () => {
    const filters = { model_type: ['open-source'], model: ['gpt-4'], deployment: ['d'] };
    const { saved, requests } = edit({ ...base, queryType: 'latency', filters });
    expect(screen.queryByRole('combobox', { name: 'Connection' })).not.toBeInTheDocument();
    await choose('Model', 'gpt-5', 'gpt');
    const asked = requests.filter(({ path }) => path === 'fields/model/values').at(-1);
    expect(asked?.params).toMatchObject({ contains: 'gpt', model_type: ['open-source'] });
    expect(asked?.params).not.toHaveProperty('deployment');
    expect(saved()).toMatchObject({ filters: { model: ['gpt-4', 'gpt-5'], deployment: ['d'] } });
  });
});

describe('in alert rules', () => {
  const metrics: ModeltraceQuery = { ...base, queryType: 'metrics', measures: ['failure_rate'], search: 'x $name' };

  it('variables are named, and a metric is made one number with a click', async () => {
    const { saved } = edit(metrics, CoreApp.UnifiedAlerting);
    expect(screen.getByText(/write the value itself instead of \$name/)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Use one number' }));
    expect(saved()).toMatchObject({ interval: 'none', search: 'x $name' });
    expect(screen.queryByRole('button', { name: 'Use one number' })).not.toBeInTheDocument();
  });

  it('there is no live switch, elsewhere there is', async () => {
    const alert = edit({ ...base, queryType: 'traces' }, CoreApp.UnifiedAlerting);
    expect(screen.queryByLabelText('Live')).not.toBeInTheDocument();
    expect(alert.saved()).toBeUndefined();
    const { saved } = edit({ ...base, queryType: 'traces' }, CoreApp.Explore);
    await userEvent.click(screen.getByLabelText('Live'));
    expect(saved()).toMatchObject({ live: true });
  });
});

describe('each query type', () => {
  it('traces are sorted; a page of the old order is left', async () => {
    const { saved } = edit({ ...base, queryType: 'traces', cursor: 'abc' });
    await choose('Sort by', 'Response time', 'resp');
    await userEvent.click(screen.getByRole('radio', { name: 'Ascending' }));
    expect(saved()).toMatchObject({ sort: 'duration_ms', order: 'asc', cursor: undefined });
  });

  it('a trace is found by its OpenTelemetry id; what is none is told and not run', async () => {
    const { saved, onRunQuery } = edit({ ...base, queryType: 'trace' });
    await userEvent.type(screen.getByLabelText('or trace ID'), '4BF9{Enter}');
    expect(screen.getByText('A trace ID has 32 hex digits.')).toBeInTheDocument();
    expect(onRunQuery).not.toHaveBeenCalled();
    await userEvent.clear(screen.getByLabelText('or trace ID'));
    await userEvent.type(screen.getByLabelText('or trace ID'), '4BF92F3577B34DA6A3CE929D0E0E4736{Enter}');
    expect(saved()).toMatchObject({ traceId: '4bf92f3577b34da6a3ce929d0e0e4736' });
    expect(onRunQuery).toHaveBeenCalledTimes(1);
  });

  it('an interval that is none is told, saved and not run', async () => {
    const { saved, onRunQuery } = edit({ ...base, queryType: 'heatmap' });
    await choose('Interval', /often/, 'often');
    expect(screen.getByText(/A width is a number and/)).toBeInTheDocument();
    expect(saved()).toMatchObject({ interval: 'often' });
    expect(onRunQuery).not.toHaveBeenCalled();
  });

  it('a heatmap of the time to first token, with finer buckets', async () => {
    const { saved } = edit({ ...base, queryType: 'heatmap' });
    await choose('Latency', /Time to first token/, 'first');
    await userEvent.type(screen.getByLabelText('Buckets per doubling'), '99{Enter}');
    expect(saved()).toMatchObject({ field: 'ttft_ms', bucketsPerDoubling: 8 });
  });

  it('thresholds of error bursts belong to error bursts', async () => {
    const { saved } = edit({ ...base, queryType: 'annotations', kinds: ['deployment'] });
    expect(screen.queryByLabelText('Failures (%)')).not.toBeInTheDocument();
    expect(screen.queryByText(/Filters by status/)).not.toBeInTheDocument();
    await choose('Events', /Error bursts/);
    expect(screen.getByText(/Filters by status and error type do not narrow error bursts/)).toBeInTheDocument();
    await userEvent.type(screen.getByLabelText('Failures (%)'), '2.5{Enter}');
    expect(saved()).toMatchObject({ kinds: ['deployment', 'error-burst'], burstFailureRate: 2.5 });
  });

  it('metrics need so many requests, latency draws so many points', async () => {
    const metrics = edit({ ...base, queryType: 'metrics', measures: ['failure_rate'] });
    await userEvent.type(screen.getByLabelText('Least requests'), '50{Enter}');
    expect(metrics.saved()).toMatchObject({ minRequests: 50 });
    const latency = edit({ ...base, queryType: 'latency' });
    await userEvent.type(screen.getByLabelText('Most points'), '5{Enter}');
    expect(latency.saved()).toMatchObject({ maxPoints: 10 });
  });
});

describe('a query of another version', () => {
  const older = { ...base, schemaVersion: 1, queryType: 'metrics', measures: ['requests'], interval: 'panel' } as never;

  it('that is older is brought up to date once and then edited, without being run', async () => {
    const { saved, requests, onRunQuery } = edit(older);
    expect(await screen.findByLabelText('Least requests')).toBeInTheDocument();
    expect(saved()).toMatchObject({ schemaVersion: 2, interval: '$__interval' });
    expect(requests.filter(({ path }) => path === 'query/migrate')).toHaveLength(1);
    expect(onRunQuery).not.toHaveBeenCalled();
  });

  it('that cannot be brought up to date says why and is left as it is', async () => {
    const { saved, requests } = edit(older, CoreApp.PanelEditor, {});
    expect(await screen.findByText(/no answer for query\/migrate The query itself still runs/)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => {
      expect(requests).toHaveLength(2);
    });
    expect(saved()).toBeUndefined();
  });

  it('that is newer is not edited', () => {
    edit({ ...base, schemaVersion: 3, queryType: 'traces' } as never);
    expect(screen.getByText(/A newer version of Modeltrace saved this query/)).toBeInTheDocument();
  });

  it('a new query that says nothing yet is edited as the default one', () => {
    edit({ refId: 'A' } as never);
    expect(screen.getByLabelText('Sort by')).toBeInTheDocument();
  });
});

it('a query of a later version is shown as such and can be replaced', async () => {
  const { saved } = edit({ ...base, queryType: 'later' } as never);
  expect(screen.getByText(/cannot edit this query/)).toBeInTheDocument();
  await choose('Query type', /Latency/);
  expect(saved()).toMatchObject({ queryType: 'latency' });
});
