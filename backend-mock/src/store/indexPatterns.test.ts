import { expect, it } from 'vitest';
import { compile } from '../query/sql/compile.js';
import { withoutIndexPatterns } from './indexPatterns.js';

it('without a text index a search pays for none: its patterns are empty, what is looked for stays', () => {
  const { params } = compile({ kind: 'text', value: { type: 'text', text: 'invoice' } }, 'condition_');
  expect(Object.values(params).sort()).toEqual(['', '%invoice%', 'invoice']);
  expect(Object.values(withoutIndexPatterns(params)).sort()).toEqual(['', '', 'invoice']);
});
