import { existsSync, readFileSync } from 'fs';
import path from 'path';
import type { ModeltraceQuery } from '../types';
import { queryDisplayText } from './displayText';
import { isRunnable } from './isRunnable';

// The back end is tested to understand these very queries.
const file = path.resolve(__dirname, '../../../contract/fixtures/queries/valid.json');
const queries = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, ModeltraceQuery>) : {};

(existsSync(file) ? describe : describe.skip)('a saved query of the contract', () => {
  it.each(Object.entries(queries))('is sent and can be told apart in words: %s', (_, query) => {
    expect(isRunnable({ ...query, refId: 'A' })).toBe(true);
    expect(queryDisplayText({ ...query, refId: 'A' })).not.toBe('');
  });
});
