import { LoadingState, type DataFrame, type PanelData } from '@grafana/data';
import { config } from '@grafana/runtime';
import { panelData } from '../fixtures/panel';
import { conditionsOf } from '../export/dialog/conditions';
import { selectedTraces } from './selectedTraces';

/** The table's frame, which repeats the query with the values of its variables. */
function shown(query: Record<string, unknown>, over: Partial<PanelData> = {}): PanelData {
  const frame: DataFrame = {
    length: 0,
    fields: [],
    refId: 'A',
    meta: { custom: { datasourceUid: 'modeltrace', query: { refId: 'A', queryType: 'traces', ...query } } },
  };
  return panelData({ series: [frame], ...over }, { query: 'model = "$model"' });
}

it('an export asks with the values of the variables, for the range of the table', () => {
  const selected = selectedTraces(shown({ query: 'model = "gpt"', interpolated: true }), '');
  expect(selected?.query).toMatchObject({ query: 'model = "gpt"', interpolated: true });
  expect([selected?.from, selected?.to]).toEqual(['2026-11-20T00:00:00.000Z', '2026-11-22T00:00:00.000Z']);
});

it('of a live table takes the traces that came since', () => {
  config.liveEnabled = true;
  const before = Date.now();
  const panel = shown({ live: true });
  const selected = selectedTraces(panel, '');
  expect(Date.parse(selected?.to ?? '')).toBeGreaterThanOrEqual(before);
  // As the strip, and not what "today" is in the time zone of the browser.
  expect(selected?.from).toBe(panel.request?.range.from.toISOString());
});

it('of a table that asked for live in a range of the past is of that range', () => {
  config.liveEnabled = true;
  const { timeRange, request } = panelData();
  const past = { ...timeRange, raw: { from: 'now-3d', to: 'now-1d' } };
  const panel = shown({ live: true }, { timeRange: past, ...(request && { request: { ...request, range: past } }) });
  expect(selectedTraces(panel, '')?.to).toBe(past.to.toISOString());
});

it.each([
  ['the one that was chosen', {}, 'gpt', 'gpt'],
  ['the only one of the filter', { filters: { model: ['gpt'] } }, '', 'gpt'],
  ['none of several', { filters: { model: ['a', 'b'] } }, '', undefined],
  ['none when all were chosen', {}, '$__all', undefined],
])('the model is %s', (_, query, chosen, model) => {
  expect(selectedTraces(shown(query), chosen)?.model).toBe(model);
});

it('nothing can be exported while other rows are on their way, or when the query failed', () => {
  expect(selectedTraces(shown({}, { state: LoadingState.Loading }), '')).toBeUndefined();
  expect(selectedTraces(panelData({ series: [], state: LoadingState.Error }), '')).toBeUndefined();
});

it('says everything that narrows it down, with what hides in it made visible', () => {
  const selected = selectedTraces(
    shown({
      filters: { model: ['a', 'b'], status: [] },
      search: 'word',
      query: 'cost_usd > 1',
      adhocFilters: [{ key: 'source', operator: '=|', value: 'x', values: ['x', 'y'] }],
      conditions: ['user_id = "\u202eevil"'],
    }),
    ''
  );
  expect(selected && conditionsOf(selected)).toEqual([
    'model: a, b',
    '“word”',
    'cost_usd > 1',
    'source =| x, y',
    'user_id = "⟨U+202E⟩evil"',
  ]);
});
