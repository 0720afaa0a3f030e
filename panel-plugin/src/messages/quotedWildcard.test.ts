import { hasQuotedWildcard } from './quotedWildcard';

it.each([
  ['model = "gpt-4*"', true],
  ["status = failed AND model:'gpt-?'", true],
  ['model = gpt-4*', false],
  ['model = "gpt-4"', false],
  ['workflow_id matches "^prod-.*$"', false],
  ['input contains "why?"', false],
])('%s may mean a wildcard: %s', (condition, expected) => {
  expect(hasQuotedWildcard(condition)).toBe(expected);
});

it('a long condition full of quotation marks does not hold the page', () => {
  expect(hasQuotedWildcard(`a = "${'x" = "'.repeat(1300)}`)).toBe(false);
});
