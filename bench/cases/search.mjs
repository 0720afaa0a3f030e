import { post, ratioLine } from '../measure.mjs';
import { daysBefore, UNTIL } from '../server/dataSet.mjs';

const PERIOD = { from: daysBefore(30), to: UNTIL };
const list = (name, text) => () => ({
  method: 'GET',
  path: `/api/v1/traces?limit=100&budget_ms=60000&from=${PERIOD.from}&to=${PERIOD.to}&${name}=${encodeURIComponent(text)}`,
});
const count = (body) => post('/api/v1/metrics', { ...PERIOD, measures: ['requests'], ...body });

/** Any part of a word, rare and common, and a condition on the request's JSON. */
export default {
  name: 'search',
  async run({ server, runs }) {
    return [
      await ratioLine('rare substring, 30 days, count', 1.3, server, runs, count({ q: 'rder A-4711' })),
      await ratioLine('common substring, 30 days, count', 1.3, server, runs, count({ q: 'eplac' })),
      await ratioLine('rare substring, 30 days, newest 100', 1.3, server, runs, list('q', 'rder A-4711')),
      await ratioLine('common substring, 30 days, newest 100', 1.3, server, runs, list('q', 'eplac')),
      await ratioLine(
        'JSONPath condition, 30 days, count',
        1.3,
        server,
        runs,
        count({ query: '$.request.max_tokens > 1500' }),
      ),
    ];
  },
};
