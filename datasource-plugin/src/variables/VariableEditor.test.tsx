import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';
import { choose, giveElementsASize } from '../testing/editing';
import { fakeDataSource, range } from '../testing/fakes';
import type { VariableQuery } from '../types';
import { variableEditorOf } from './VariableEditor';

beforeEach(giveElementsASize);
afterEach(() => {
  jest.restoreAllMocks();
});

function edit(query: VariableQuery) {
  const { datasource } = fakeDataSource({ 'fields/model/values': { values: [] } }, { model: 'gpt-5' });
  const onChange = jest.fn<undefined, [VariableQuery]>();
  const Editor = variableEditorOf(datasource);
  render(
    <Editor
      query={query as never}
      datasource={datasource}
      range={range}
      onRunQuery={jest.fn()}
      onChange={onChange as never}
    />
  );
  return { saved: () => onChange.mock.lastCall?.[0] };
}

it('a new variable is saved with the field whose values it offers', async () => {
  const { saved } = edit('' as never);
  await choose('Values of', 'Deployment');
  expect(saved()).toEqual({ refId: expect.any(String) as string, field: 'deployment' });
});

it('a variable can be made to depend on another variable', async () => {
  const { saved } = edit({ refId: 'v', field: 'deployment', filters: { model: [] } });
  await choose('Values of filter Model', /\$model/, '$mod');
  expect(saved()).toEqual({ refId: 'v', field: 'deployment', filters: { model: ['$model'] } });
});

it('a condition and a search among the values are saved once they are typed, and taken out when emptied', async () => {
  const user = userEvent.setup();
  const { saved } = edit({ refId: 'v', field: 'user_id', query: 'old' });
  await user.type(screen.getByLabelText('Containing'), '$__searchFilter{Enter}');
  expect(saved()).toEqual({ refId: 'v', field: 'user_id', query: 'old', contains: '$__searchFilter' });
  await user.clear(screen.getByLabelText('Query'));
  await user.tab();
  expect(saved()).toEqual({ refId: 'v', field: 'user_id' });
});

it('a condition that was typed is saved', async () => {
  const { saved } = edit({ refId: 'v', field: 'user_id' });
  await userEvent.type(screen.getByLabelText('Query'), 'model = $model{Enter}');
  expect(saved()).toEqual({ refId: 'v', field: 'user_id', query: 'model = $model' });
});
