import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FIELD_NAMES, fieldInfo, operatorsOf } from './fields.js';
import { readQuery } from './readQuery.js';

const text = readFileSync(new URL('../../../docs/query-language.md', import.meta.url), 'utf8');

describe('docs/query-language.md', () => {
  it('lists every field with its type, its other names and its operators', () => {
    for (const name of FIELD_NAMES) {
      const { label, type, values, aliases } = fieldInfo(name);
      const choices = values ? ` (${values.join(', ')})` : '';
      const others = aliases.map((alias) => `\`${alias}\``).join(', ');
      expect(text).toContain(`| \`${name}\` ${label} | ${type}${choices} | ${others} |`);
      const operators = operatorsOf(type).map((operator) => `\`${operator}\``);
      expect(text).toContain(`| ${type} | ${operators.join(' ')} |`);
    }
  });

  it('shows queries that can be read', () => {
    const examples = /```text\n([\s\S]*?)```/.exec(text)?.[1]?.trim().split('\n') ?? [];
    expect(examples.length).toBeGreaterThan(3);
    for (const example of examples) expect(readQuery(example), example).toBeDefined();
  });
});
