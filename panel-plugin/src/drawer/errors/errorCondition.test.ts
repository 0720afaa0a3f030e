import { errorCondition } from './errorCondition';

it('searching for the same error finds types with any characters in them', () => {
  expect(errorCondition('RateLimitError')).toBe('error_type = "RateLimitError"');
  expect(errorCondition('a "b" \\ c* OR x')).toBe('error_type = "a \\"b\\" \\\\ c* OR x"');
});
