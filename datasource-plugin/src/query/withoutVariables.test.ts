import { withoutVariables } from './withoutVariables';

it.each([
  ['status = failed AND duration > 1s', 'status = failed AND duration > 1s'],
  ['input contains "$model [[x]]"', String.raw`input contains "\u0024model \u005b\u005bx]]"`],
  ["output contains '$5'", String.raw`output contains '\u00245'`],
  ['input matches "\\d+\\$"', String.raw`input matches "\d+\\\u0024"`],
  ['input contains "\\\\$x"', String.raw`input contains "\\\u0024x"`],
  ['$.input["a$b"] = 1', String.raw`$.input["a\u0024b"] = 1`],
  ['tags["$t"] in ("$a","[b")', String.raw`tags["\u0024t"] in ("\u0024a","\u005bb")`],
  [String.raw`source:a\" AND $.x = 1`, String.raw`source:a\" AND $.x = 1`],
])('%s keeps its meaning where variables are put in', (condition, written) => {
  expect(withoutVariables(condition)).toBe(written);
});
