import { locationService } from '@grafana/runtime';
import { screen, waitFor } from '@testing-library/react';
import { answerWith, panelData, preparePage, renderPanel } from '../fixtures/panel';
import { traceSummary, tracesFrame } from '../fixtures/traces';
import { forgetModels } from './models';

const model = (name: string, kind: string, requests: number) => ({
  model: name,
  model_type: kind,
  requests,
  last_trace_time: '2026-11-21T08:00:00Z',
});
const MODELS = [model('gpt-4o', 'external', 1234), model('support<b>', 'fine-tuned', 7)];

const asked = { askForModel: true, showToolbar: false, showStrip: false };
const data = () => panelData({ series: [tracesFrame([traceSummary()])] });
const chosen = () => locationService.getSearch().get('mt-1-model');

beforeEach(() => {
  preparePage();
  forgetModels();
  window.localStorage.clear();
  answerWith({ getResource: () => Promise.resolve({ models: MODELS }), query: () => Promise.resolve({ data: [] }) });
});

describe('the first visit', () => {
  it('asks for a model before it shows rows, and shows those of the chosen one', async () => {
    const { user } = renderPanel({ data: data(), options: asked });
    expect(screen.queryByText('req-1')).not.toBeInTheDocument();
    await user.click(await screen.findByRole('button', { name: /gpt-4o.*1,234 requests/ }));
    expect(chosen()).toBe('gpt-4o');
    expect(screen.queryByText(/Which model/)).not.toBeInTheDocument();
  });

  it('has the models by kind, as the texts they are, and finds one by a part of its name', async () => {
    const { user } = renderPanel({ data: data(), options: asked });
    expect(await screen.findByRole('list', { name: 'Fine-tuned' })).toHaveTextContent('support<b>');
    await user.type(screen.getByRole('textbox', { name: 'Find a model' }), 'GPT');
    expect(screen.queryByRole('list', { name: 'Fine-tuned' })).not.toBeInTheDocument();
    await user.keyboard('{Enter}');
    expect(chosen()).toBe('gpt-4o');
  });

  it('can show all models', async () => {
    const { user } = renderPanel({ data: data(), options: asked });
    await user.click(await screen.findByRole('button', { name: 'All models' }));
    expect(chosen()).toBe('$__all');
    expect(screen.getByText('req-1')).toBeInTheDocument();
  });

  it('says what to do when the models cannot be had, and does not keep the rows back', async () => {
    answerWith({ getResource: () => Promise.reject(Object.assign(new Error('x'), { status: 503 })) });
    const { user } = renderPanel({ data: data(), options: asked });
    expect(await screen.findByRole('alert')).toHaveTextContent('database is starting or down');
    await user.click(screen.getByRole('button', { name: 'Show all models' }));
    expect(screen.getByText('req-1')).toBeInTheDocument();
  });

  it('of a link that says what to look for shows just that', () => {
    locationService.partial({ 'mt-1-query': 'status = failed' });
    renderPanel({ data: data(), options: asked });
    expect(screen.queryByText(/Which model/)).not.toBeInTheDocument();
    expect(chosen()).toBeNull();
  });

  it('is none where the dashboard does not want to be asked', () => {
    renderPanel({ data: data(), options: { ...asked, askForModel: false } });
    expect(screen.getByText('req-1')).toBeInTheDocument();
  });
});

describe('a later visit', () => {
  it('begins with the model of the last one', async () => {
    const first = renderPanel({ data: data(), options: asked });
    await first.user.click(await screen.findByRole('button', { name: /gpt-4o/ }));
    first.unmount();
    preparePage();
    renderPanel({ data: data(), options: asked });
    await waitFor(() => {
      expect(chosen()).toBe('gpt-4o');
    });
    expect(screen.queryByText(/Which model/)).not.toBeInTheDocument();
  });
});
