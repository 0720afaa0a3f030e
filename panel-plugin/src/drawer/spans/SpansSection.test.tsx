import { config } from '@grafana/runtime';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';
import { answerWith, preparePage } from '../../fixtures/panel';
import { traceDetail } from '../../fixtures/traces';
import { testSpan } from './fixtures';
import type { Span } from './spanTree';
import { SpansSection } from './SpansSection';

beforeEach(() => {
  preparePage();
  config.exploreEnabled = true;
});

function show(spans: Span[], settings: Record<string, unknown> = {}) {
  answerWith({ settings });
  const trace = traceDetail({ spans, trace_id: '4bf92f3577b34da6a3ce929d0e0e4736' });
  render(<SpansSection trace={trace} source={{ ref: { uid: 'modeltrace' }, scopedVars: undefined }} />);
  return userEvent.setup();
}

const agent = [
  testSpan('agent', '', 0, 100),
  testSpan('tool', 'agent', 10, 20, {
    attributes: { 'tool.name': 'search' } as never,
    events: [{ name: 'cache hit', time: '2026-11-21T08:00:00.015Z', attributes: { key: 'k1' } as never }],
  }),
  testSpan('chat', 'agent', 40, 50, { status_code: 'error', service: 'gateway' }),
];

it('a request whose duration nobody reported did not take 0 ms', async () => {
  answerWith({ settings: {} });
  const trace = traceDetail({
    spans: [testSpan('0123456789abcdef', '', 0, 0)],
    span_id: '0123456789abcdef',
    duration_ms: null,
  });
  render(<SpansSection trace={trace} source={{ ref: { uid: 'modeltrace' }, scopedVars: undefined }} />);
  const row = screen.getByRole('treeitem', { name: /duration not known/ });
  expect(row).toHaveTextContent('–');
  await userEvent.click(row);
  expect(screen.getByRole('region', { name: 'Details of the span' })).not.toHaveTextContent(/Duration|Own time/);
});

const shownNames = () => screen.getAllByRole('treeitem').map((item) => item.getAttribute('aria-label')?.split(',')[0]);

describe('spans in the drawer', () => {
  it('are a tree that says level, own time and failure of each', () => {
    show(agent);
    expect(screen.getAllByRole('treeitem').map((item) => item.getAttribute('aria-level'))).toEqual(['1', '2', '2']);
    expect(screen.getByRole('treeitem', { name: /^agent/ })).toHaveAccessibleName(
      'agent, 100 ms, own time 30 ms, starts after 0 ms'
    );
    expect(screen.getByRole('treeitem', { name: /^chat/ })).toHaveAccessibleName(
      'chat, gateway, failed, 50 ms, own time 50 ms, starts after 40 ms'
    );
  });

  it('are walked, folded and opened by keyboard', async () => {
    const user = show(agent);
    const tree = screen.getByRole('tree');
    tree.focus();
    await user.keyboard('{ArrowDown}');
    expect(tree).toHaveAttribute('aria-activedescendant', screen.getByRole('treeitem', { name: /^tool/ }).id);
    await user.keyboard('{Enter}');
    expect(
      within(screen.getByRole('region', { name: 'Details of the span' })).getByText('tool.name')
    ).toBeInTheDocument();
    await user.keyboard('{ArrowLeft}{ArrowLeft}');
    expect(shownNames()).toEqual(['agent']);
    await user.keyboard('{ArrowRight}');
    expect(shownNames()).toEqual(['agent', 'tool', 'chat']);
  });

  it('show their events, with when they happened', async () => {
    const user = show(agent);
    await user.click(screen.getByRole('treeitem', { name: /^tool/ }));
    expect(screen.getByText('cache hit').closest('summary')).toHaveTextContent('cache hit after 5 ms');
    await user.click(screen.getByText('cache hit'));
    expect(await screen.findByText('k1')).toBeInTheDocument();
  });

  it('in their thousands are in the page only as far as they are in sight, and can be searched', async () => {
    const many = Array.from({ length: 5000 }, (_, index) => testSpan(`step ${index}`, '', index, 1));
    const user = show(many);
    expect(screen.getAllByRole('treeitem').length).toBeLessThan(100);
    await user.type(screen.getByRole('textbox', { name: 'Search spans' }), 'step 4321');
    expect(await screen.findByText('1 span found')).toBeInTheDocument();
    expect(shownNames()).toEqual(['step 4321']);
  });

  it('lead to the data sources of the applications that the settings name', () => {
    show(agent, { tracesDataSourceUid: 'tempo', logsDataSourceUid: 'loki' });
    expect(screen.getByRole('link', { name: 'Trace in Name of tempo' })).toHaveAttribute(
      'href',
      expect.stringMatching(/^\/explore\?/)
    );
    expect(screen.getByRole('link', { name: 'Logs in Name of loki' })).toHaveAttribute(
      'rel',
      expect.stringContaining('noopener')
    );
  });

  it('lead nowhere when the settings name no other data source', () => {
    show(agent);
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
  });
});
