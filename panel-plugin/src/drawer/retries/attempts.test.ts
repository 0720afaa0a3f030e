import type { TraceDetail } from '../../detail/fetchTrace';
import { testSpan } from '../spans/fixtures';
import { attemptsOf } from './attempts';

type Events = NonNullable<TraceDetail['spans'][number]['events']>;

const attempts = (...events: Events[]) =>
  attemptsOf({
    start_time: '2026-11-21T08:00:00.000Z',
    spans: events.map((list, index) => testSpan(`${index}`, '', 0, 10, { events: list })),
  });

describe('tries of a request', () => {
  it('come from the events of all spans, by time, with why and how long was waited', () => {
    const second = {
      name: 'gen_ai.retry',
      time: '2026-11-21T08:00:03Z',
      attributes: { attempt: 2, 'error.type': 'RateLimitError', delay_ms: 2000 } as never,
    };
    const first = {
      name: 'Retry',
      time: '2026-11-21T08:00:01Z',
      attributes: { status_code: 503, delay_s: '0.5' } as never,
    };
    expect(attempts([second], [first])).toMatchObject([
      { number: 1, afterMs: 1000, reason: '503', waitMs: 500 },
      { number: 2, afterMs: 3000, reason: 'RateLimitError', waitMs: 2000 },
    ]);
  });

  it('are none of other events', () => {
    expect(attempts([{ name: 'cache hit', time: '2026-11-21T08:00:01Z' }])).toEqual([]);
  });

  it('are shown when the event says no more than that there was one', () => {
    expect(attempts([{ name: 'resend', time: 'soon' }])).toMatchObject([
      { number: 1, afterMs: null, reason: '', waitMs: null },
    ]);
  });
});
