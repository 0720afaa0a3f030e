import { LoadingState } from '@grafana/data';
import { locationService } from '@grafana/runtime';
import { screen } from '@testing-library/react';
import { answerWith, panelData, preparePage, renderPanel } from '../fixtures/panel';
import { traceSummary, tracesFrame } from '../fixtures/traces';
import { forgetModels } from './models';
import { modelsOfQuery } from './modelsOfQuery';

const named = (model: string) => ({ model, model_type: 'external', requests: 1 });

beforeEach(() => {
  preparePage();
  forgetModels();
  const models = ['gpt-4o', 'claude', 'other'].map(named);
  answerWith({ getResource: () => Promise.resolve({ models }), query: () => Promise.resolve({ data: [] }) });
});

/** As Explore shows it after a click on a point of a chart. */
function inExplore(models: string[]) {
  const query = { refId: 'A', queryType: 'traces', filters: { model: models } };
  const frame = {
    ...tracesFrame([traceSummary()]),
    refId: 'A',
    meta: { custom: { datasourceUid: 'modeltrace', query } },
  };
  return { series: [frame], state: LoadingState.Done, timeRange: panelData().timeRange };
}

it('a list that its query narrows to one model names it, and offers no other, of which it has nothing', async () => {
  renderPanel({ data: inExplore(['gpt\u202eo']) });
  expect(await screen.findByRole('textbox', { name: 'Model of the query' })).toHaveValue('gpt⟨U+202E⟩o');
  expect(screen.queryByPlaceholderText('All models')).not.toBeInTheDocument();
});

it('of several models of the query one can be chosen, and no other', async () => {
  const { user } = renderPanel({ data: inExplore(['gpt-4o', 'claude']) });
  await user.click(await screen.findByPlaceholderText('All 2 models of the query'));
  expect((await screen.findAllByRole('option')).map((option) => option.textContent)).toEqual([
    expect.stringContaining('All 2 models'),
    expect.stringContaining('claude'),
    expect.stringContaining('gpt-4o'),
  ]);
});

it('a choice that the query leaves nothing of can be seen, and taken back', async () => {
  locationService.partial({ 'mt-1-model': 'other' });
  renderPanel({ data: panelData({}, { filters: { model: ['claude'] } }) });
  expect(await screen.findByDisplayValue('other')).toBeInTheDocument();
  expect(screen.queryByRole('textbox', { name: 'Model of the query' })).not.toBeInTheDocument();
});

it.each([
  ['the filter is a variable that has no value yet', ['$model'], false],
  ['all are chosen', ['$__all'], false],
  ['the viewer’s choice is that variable', ['gpt-4o'], true],
  ['there is no filter', [], false],
])('any model can be chosen where %s', (_, model, isVariable) => {
  expect(modelsOfQuery(panelData({}, { filters: { model } }), isVariable)).toEqual([]);
});
