import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { payloadTexts } from './payloadText.js';

describe('payloads as they were sent', () => {
  test('numbers, names given twice, escapes and white space stay to the byte', () => {
    const input = '{ "id": 9007199254740993, "t": 1.0,"a":1 , "a":2, "s":"\\u0041\\"}]," }';
    const json = `\n{ "traces" : [ {"request_id":"a", "input" : ${input} , "output":[1.50, "x\\\\"]}, {"output": 1e400}, {} ] }`;
    expect(payloadTexts(json, true)).toEqual([{ input, output: '[1.50, "x\\\\"]' }, { output: '1e400' }, {}]);
  });

  test('the last of a repeated member counts, as for JSON.parse, also when its name is escaped', () => {
    expect(payloadTexts('{"input":1,"in\\u0070ut":{"b":2}}', false)).toEqual([{ input: '{"b":2}' }]);
    expect(payloadTexts('{"traces":[{"input":1}],"traces":[{"output":[]}]}', true)).toEqual([{ output: '[]' }]);
  });

  test('inputs inside other members are not taken for the trace’s own', () => {
    const json = '{"parameters":{"input":1},"workflow":{"input":{"a":[{"input":2}]}},"input":"text"}';
    expect(payloadTexts(json, false)).toEqual([{ input: '"text"' }]);
  });

  test('any JSON, however it is spaced, gives texts that read as what was sent', () => {
    const trace = fc.dictionary(fc.constantFrom('input', 'output', 'x', '"', '\\'), fc.jsonValue());
    fc.assert(
      fc.property(fc.array(trace), fc.constantFrom(0, 1, '\t'), (traces, indent) => {
        const sent = JSON.parse(JSON.stringify(traces)) as Record<string, unknown>[];
        const texts = payloadTexts(JSON.stringify({ a: sent, traces: sent }, undefined, indent), true);
        expect(texts.map(({ input }) => (input === undefined ? undefined : (JSON.parse(input) as unknown)))).toEqual(
          sent.map(({ input }) => input),
        );
        expect(texts.map(({ output }) => (output === undefined ? undefined : (JSON.parse(output) as unknown)))).toEqual(
          sent.map(({ output }) => output),
        );
      }),
      { numRuns: Number(process.env['MODELTRACE_FUZZ_RUNS'] ?? 200) },
    );
  });
});
