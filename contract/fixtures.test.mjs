import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { compileSchema } from './compileSchema.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const fixture = (name) => JSON.parse(readFileSync(join(here, 'fixtures', name), 'utf8'));

describe('a saved query that people have in their dashboards', () => {
  for (const [name, query] of Object.entries(fixture('queries/valid.json'))) {
    it(`is accepted: ${name}`, () => {
      const validate = compileSchema('query.yaml', 'ModeltraceQuery');
      expect(validate(query), JSON.stringify(validate.errors)).toBe(true);
    });
  }
  for (const [name, { query, names }] of Object.entries(fixture('queries/refused.json'))) {
    it(`is refused and the fault can be named: ${name}`, () => {
      const validate = compileSchema('query.yaml', 'ModeltraceQuery');
      expect(validate(query)).toBe(false);
      expect(JSON.stringify(validate.errors)).toContain(names);
    });
  }
});

describe('the shared traces', () => {
  it('can be sent as they are', () => {
    const validate = compileSchema('openapi.yaml', 'CreateTracesRequest');
    expect(validate(fixture('traces/create.json')), JSON.stringify(validate.errors)).toBe(true);
  });
});
