import fc from 'fast-check';
import { completed, listed } from './completion';
import { faultWords, segmentsOf } from './faults';

it('the underlined text is the text, wherever a trace server says the faults are', () => {
  const fault = fc.record({ position: fc.nat(50), length: fc.nat(50) });
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), fc.array(fault, { maxLength: 4 }), (text, faults) => {
      expect(
        segmentsOf(text, faults)
          .map((segment) => segment.text)
          .join('')
      ).toBe(text);
    })
  );
});

it('a fault is underlined where it is, and one at the end is still seen', () => {
  expect(segmentsOf('a && b', [{ position: 2, length: 2 }])).toEqual([
    { text: 'a ', isFault: false },
    { text: '&&', isFault: true },
    { text: ' b', isFault: false },
  ]);
  expect(segmentsOf('cost >', [{ position: 6, length: 0 }]).at(-1)).toEqual({ text: '>', isFault: true });
});

it('a fault is said with its place and what belongs there', () => {
  const fault = { message: 'The query is not complete.', expected: 'a value', position: 6, length: 0 };
  expect(faultWords(fault)).toBe('The query is not complete. At character 7 belongs a value.');
  expect(faultWords({ ...fault, expected: '' })).toBe('The query is not complete. At character 7.');
});

it('what belongs at the place of a fault is said once', () => {
  const fault = { message: '"x" is not one of on, off.', expected: 'on, off', position: 6, length: 1 };
  expect(faultWords(fault)).toBe('"x" is not one of on, off. At character 7.');
});

it('a suggestion replaces exactly the place that the trace server named, and the caret is behind it', () => {
  const place = { position: 9, length: 3 };
  expect(completed('source = Kno AND x', place, { kind: 'value', text: '"Knowledge search"', detail: '' })).toEqual({
    text: 'source = "Knowledge search" AND x',
    caret: 27,
  });
  const { text, caret } = completed(
    'mod = x',
    { position: 0, length: 3 },
    { kind: 'field', text: 'model', detail: '' }
  );
  expect([text, caret]).toEqual(['model = x', 6]);
  expect(completed('ta', { position: 0, length: 2 }, { kind: 'field', text: 'tags.', detail: '' }).text).toBe('tags.');
});

it('what is written already is not suggested', () => {
  const suggestions = ['model', 'model_type'].map((text) => ({ kind: 'field' as const, text, detail: '' }));
  expect(listed('model', { position: 0, length: 5, suggestions }).map(({ text }) => text)).toEqual(['model_type']);
});
