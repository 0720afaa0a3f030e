import { explainWords } from './explainWords';

const answer = { rows: 8192, stored_rows: 1_000_000, bytes: 11_960_320, columns: [], steps: ['By model.'] };

it.each([
  [{}, 'Reads 8,192 of 1,000,000 requests (0.8 %), 12.0 MB.'],
  [{ rows: 12, bytes: 10 }, 'Reads 12 of 1,000,000 requests (less than 0.1 %), 10 B.'],
  [{ rows: 1_000_000 }, 'Reads 1,000,000 of 1,000,000 requests (100 %), 12.0 MB.'],
  [{ rows: 0, stored_rows: 0, bytes: 0 }, 'Reads 0 of 0 requests, 0 B.'],
])('what a query reads is told in one sentence: %j', (changes, summary) => {
  expect(explainWords({ ...answer, ...changes })).toEqual({ summary, steps: ['By model.'] });
});
