import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';
import { factsOf } from '../fixtures/openDrawer';
import { answerWith, preparePage } from '../fixtures/panel';
import { traceDetail } from '../fixtures/traces';
import { TEXT_STEP } from './payload/LargeText';
import type { SectionId } from './sections/sectionIds';
import { TraceView } from './TraceView';

beforeEach(preparePage);

interface Setup {
  settings?: Record<string, unknown>;
  hidden?: SectionId[];
}

/** The parts of one trace. */
function show(over: Partial<ReturnType<typeof traceDetail>>, { settings = {}, hidden = [] }: Setup = {}) {
  answerWith({ getResource: () => Promise.resolve(''), settings });
  const onFilter = jest.fn();
  render(
    <TraceView
      trace={traceDetail(over)}
      source={{ ref: { uid: 'modeltrace' }, scopedVars: undefined }}
      timeZone="utc"
      hidden={new Set(hidden)}
      folding={{ folded: new Set(), toggle: () => undefined }}
      onFilter={onFilter}
    />
  );
  return { onFilter, user: userEvent.setup() };
}

const region = (name: string | RegExp) => screen.getByRole('region', { name });
const headings = () => screen.getAllByRole('heading', { level: 4 }).map((heading) => heading.textContent);

describe('metadata', () => {
  it('has deployment and version for hosted models', () => {
    show({ cached_input_tokens: 1000, price_id: 'gpt', price_version: 3, cost_source: 'priced' });
    expect(factsOf('Metadata')).toMatchObject({
      'Request ID': 'req-1',
      'Base model': 'support-bot',
      'Deployment name': 'support',
      'Deployment version': 'v7',
      'Response time': '2.53 s',
      'Input tokens': '1,234',
      'Output tokens': '56',
      'Executed on': '2026-11-21 08:00:00.123',
      'Source type': 'Workflow',
      Source: 'triage',
      'User ID': 'u-9',
      'Finish reason': 'stop',
      'Model snapshot': 'support-bot-2026-11-01',
      'Cached input tokens': '1,000',
      'Cost is from': 'price gpt, version 3',
    });
    expect(factsOf('Metadata')).not.toHaveProperty(['Connection name']);
  });

  it('has the connection and no deployment for external models', () => {
    show({ model_type: 'external', connection: 'azure-east' });
    expect(factsOf('Metadata')).toHaveProperty(['Connection name'], 'azure-east');
    expect(factsOf('Metadata')).not.toHaveProperty(['Deployment name']);
    expect(factsOf('Metadata')).not.toHaveProperty(['Deployment version']);
  });

  it('is copied by a click, numbers without separators', async () => {
    Object.defineProperty(window, 'isSecureContext', { configurable: true, value: true });
    const { user } = show({});
    await user.click(screen.getByRole('button', { name: 'Copy Input tokens' }));
    expect(await navigator.clipboard.readText()).toBe('1234');
  });
});

describe('timing', () => {
  it('says the exact times to those who see no bars', () => {
    show({});
    const bars = within(region('Timing')).getAllByRole('img');
    expect(bars.map((bar) => bar.getAttribute('aria-label'))).toEqual([
      'Queue: 12 ms, from 0 ms to 12 ms',
      'Time to first token: 180 ms, from 12 ms to 192 ms',
      'Generation: 2,300 ms, from 192 ms to 2,492 ms',
      'Not accounted for: 38 ms, from 2,492 ms to 2,530 ms',
      'Total: 2,530 ms, from 0 ms to 2,530 ms',
    ]);
  });

  it('that contradicts itself is said to', () => {
    show({ timing: { ttft_ms: 9000 }, duration_ms: 100 });
    expect(region('Timing')).toHaveTextContent('the phases end after 9,000 ms, the request took 100 ms');
  });
});

describe('a failure', () => {
  const rateLimit = {
    type: 'rate_limit_error',
    message: 'Slow down, retry after 3s',
    code: '',
    param: null,
    http_status: 429,
  };

  it('is the first thing to be read, with its usual cause and remedy', () => {
    show({ status: 'error', error: rateLimit, provider: 'anthropic' });
    expect(headings()[0]).toBe('Error');
    expect(region('Error')).toHaveTextContent('Slow down');
    expect(factsOf('Error')).toMatchObject({
      Type: 'rate_limit_error',
      'HTTP status': '429',
      'Retry after': '3 s, as the answer asked',
    });
    expect(region('Error')).toHaveTextContent(/Usual cause.*More requests or tokens per minute/);
    expect(region('Error')).toHaveTextContent(/What to do.*Send fewer requests/);
    expect(region('Error')).toHaveTextContent(/At this provider.*Anthropic/);
  });

  it('leads to all others of its type', async () => {
    const { onFilter, user } = show({ status: 'error', error: rateLimit });
    await user.click(screen.getByRole('button', { name: 'Find this error' }));
    expect(onFilter).toHaveBeenCalledWith('error_type = "rate_limit_error"');
  });

  it('without any detail is still shown as one', () => {
    show({ status: 'timeout', error: null });
    expect(region('Error')).toHaveTextContent(/nothing about why/);
    expect(region('Error')).toHaveTextContent(/longer than the caller waits/);
  });

  it('with a message that holds HTML shows it as text', () => {
    show({ status: 'error', error: { message: '<img src=x onerror=alert(1)> \u202e' } });
    expect(region('Error')).toHaveTextContent('<img src=x onerror=alert(1)> ⟨U+202E⟩');
  });
});

describe('what else is known', () => {
  it('is shown when the trace has it', () => {
    show({
      parameters: { temperature: 0.2 } as never,
      workflow: { name: 'triage', run_id: 'run-5', node_id: 'n-2', input: { a: 1 }, output: 'done' },
      retries: { count: 2, backoff: 'exponential', outcome: 'succeeded' },
      http_request: { method: 'POST', url: 'https://u:p@api.example/v1', headers: { 'x-api-key': 'k', accept: '*/*' } },
    });
    expect(factsOf('Request parameters')).toEqual({ temperature: '0.2' });
    expect(factsOf('Tags')).toEqual({ team: 'care' });
    expect(factsOf('Workflow')).toEqual({ Workflow: 'triage', 'Run ID': 'run-5', 'Node ID': 'n-2' });
    expect(region('Input data')).toHaveTextContent('{ "a": 1 }');
    expect(factsOf('Retries')).toEqual({ Count: '2', 'Back-off': 'exponential', Outcome: 'succeeded' });
    expect(factsOf('Request as sent')).toEqual({
      Method: 'POST',
      URL: 'https://[redacted]@api.example/v1',
      'x-api-key': '[redacted]',
      accept: '*/*',
    });
  });

  it('narrows the list to a value, or to all others, and offers that for nothing the list cannot be filtered by', async () => {
    const { onFilter, user } = show({ source: 'triage', tags: { 'cost centre': 'a "b"', team: 'care' } });
    await user.click(within(region('Metadata')).getByRole('button', { name: 'Filter for this Source' }));
    expect(onFilter).toHaveBeenLastCalledWith('source = "triage"');
    await user.click(within(region('Tags')).getByRole('button', { name: 'Filter out this cost centre' }));
    expect(onFilter).toHaveBeenLastCalledWith('tags["cost centre"] != "a \\"b\\""');
    await user.click(within(region('Tags')).getByRole('button', { name: 'Filter for this team' }));
    expect(onFilter).toHaveBeenLastCalledWith('tags.team = "care"');
    expect(screen.queryByRole('button', { name: 'Filter for this Executed on' })).not.toBeInTheDocument();
  });

  it('leaves out what the options hide, and what the trace does not have', () => {
    show({}, { hidden: ['tags', 'timing'] });
    expect(headings()).toEqual(['Input', 'Output', 'Metadata']);
  });

  it('leads to the pages of the workflow and of its run, in a new tab that cannot reach back', () => {
    const settings = {
      workflowUrl: 'https://flows.example/${workflow}',
      workflowRunUrl: 'https://flows.example/runs/${run}',
    };
    show({ workflow: { name: 'Lead enrichment', run_id: 'run-5', node_id: '' } }, { settings });
    expect(screen.getByRole('link', { name: 'Lead enrichment' })).toHaveAttribute(
      'href',
      'https://flows.example/Lead%20enrichment'
    );
    const run = screen.getByRole('link', { name: 'run-5' });
    expect(run).toHaveAttribute('href', 'https://flows.example/runs/run-5');
    expect(run).toHaveAttribute('rel', expect.stringContaining('noopener'));
  });

  it('has no links where the settings have none', () => {
    show({ workflow: { name: 'https://evil.example', run_id: 'javascript:alert(1)', node_id: '' } });
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
  });

  it('stays small in the page however much a trace has of it', () => {
    const many = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`tag-${index}`, 'v']));
    show({ tags: many, status: 'error', error: { type: 'x', message: 'm'.repeat(3 * TEXT_STEP) } });
    expect(within(region('Tags')).getAllByRole('term')).toHaveLength(200);
    expect(within(region('Tags')).getByRole('button', { name: 'Show more (800 left)' })).toBeInTheDocument();
    expect(region('Message').textContent).toHaveLength(TEXT_STEP);
  });
});

describe('contents that this viewer may not see', () => {
  it('are said to be hidden, once and at the top, with who sees them', () => {
    show(
      { contents_withheld: true, input: { text: '', json: '' }, output: { text: '', json: '' } },
      { settings: { contentsMinRole: 'Editor' } }
    );
    expect(screen.getAllByText(/hidden from you/)).toHaveLength(1);
    expect(screen.getByText(/users with the role Editor/)).toBeInTheDocument();
    expect(headings()).not.toContain('Input');
  });
});
