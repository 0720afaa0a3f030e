import { traceDetail } from '../../fixtures/traces';
import { metadataFacts, outcomeFacts, parameterFacts, tokenFacts, type ComparedFact } from './compareFacts';

function named(facts: readonly ComparedFact[], label: string): ComparedFact | undefined {
  return facts.find((fact) => fact.label === label);
}

describe('facts of two traces', () => {
  it('say by how much a time differs, and whether that is good', () => {
    const pair = { left: traceDetail({ duration_ms: 2000 }), right: traceDetail({ duration_ms: 3000 }) };
    expect(named(outcomeFacts(pair), 'Duration')?.change).toEqual({ text: '+1 s (+50 %)', verdict: 'worse' });
    const swapped = { left: pair.right, right: pair.left };
    expect(named(outcomeFacts(swapped), 'Duration')?.change).toEqual({ text: '−1 s (−33 %)', verdict: 'better' });
  });

  it('call more tokens per second better, and more tokens neither', () => {
    const pair = {
      left: traceDetail({ output_tokens: 100, timing: { generation_ms: 1000 } }),
      right: traceDetail({ output_tokens: 250, timing: { generation_ms: 1000 } }),
    };
    expect(named(outcomeFacts(pair), 'Output tokens per second')?.change).toEqual({
      text: '+150.0 (+150 %)',
      verdict: 'better',
    });
    expect(named(tokenFacts(pair), 'Output tokens')?.change).toEqual({ text: '+150 (+150 %)', verdict: 'neither' });
  });

  it('make no difference out of what is not known', () => {
    const pair = { left: traceDetail({ cost_usd: null }), right: traceDetail({ cost_usd: 0.5 }) };
    const cost = named(tokenFacts(pair), 'Cost');
    expect(cost).toMatchObject({ left: '', right: '$0.50', isDifferent: true });
    expect(cost?.change).toBeUndefined();
  });

  it('give no share of nothing', () => {
    const pair = { left: traceDetail({ input_tokens: 0 }), right: traceDetail({ input_tokens: 5 }) };
    expect(named(tokenFacts(pair), 'Input tokens')?.change?.text).toBe('+5');
  });

  it('say that a request that failed is worse, whatever it failed with', () => {
    const failed = traceDetail({ status: 'error', error: { type: 'RateLimit', message: 'Slow down.' } });
    const facts = outcomeFacts({ left: traceDetail(), right: failed });
    expect(named(facts, 'Status')?.change?.verdict).toBe('worse');
    expect(named(facts, 'Error type')).toMatchObject({ left: '', right: 'RateLimit', isDifferent: true });
    const both = outcomeFacts({ left: traceDetail({ status: 'timeout' }), right: failed });
    expect(named(both, 'Status')).toMatchObject({ isDifferent: true });
    expect(named(both, 'Status')?.change).toBeUndefined();
  });

  it('have every parameter and tag of either', () => {
    const pair = {
      left: traceDetail({ parameters: { temperature: 0.2, seed: 1 } as never, tags: { team: 'care' } }),
      right: traceDetail({ parameters: { temperature: 0.7 } as never, tags: { region: 'eu' } }),
    };
    expect(parameterFacts(pair).map(({ label, isDifferent }) => [label, isDifferent])).toEqual([
      ['temperature', true],
      ['seed', true],
    ]);
    const metadata = metadataFacts(pair, 'utc');
    expect(named(metadata, 'team')).toMatchObject({ left: 'care', right: '' });
    expect(named(metadata, 'region')).toMatchObject({ left: '', right: 'eu' });
    expect(named(metadata, 'Model')?.isDifferent).toBe(false);
  });
});
