import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { DIALECTS } from './dialects/dialects.js';

const path = fileURLToPath(new URL('../../../docs/sending-traces.md', import.meta.url));

describe.skipIf(!existsSync(path))('docs/sending-traces.md', () => {
  test('names every attribute that feeds a field', () => {
    const text = readFileSync(path, 'utf8');
    const names = DIALECTS.flatMap(({ fields, firstToken = [] }) => [
      ...Object.values(fields).flat(),
      ...firstToken.map(([name]) => name),
    ]);
    expect(names.filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
  });
});
