import { completionsOf } from './completions';
import { hoverWords } from './hover';
import { diagnosticWords, markersOf } from './markers';

const variables = ['$model', '$limit'];

it('a suggestion replaces exactly the place that the trace server named, also behind an emoji and a line end', () => {
  const text = '"😀" AND\nmodel = gp';
  const answer = {
    position: text.length - 2,
    length: 2,
    suggestions: [{ kind: 'value' as const, text: 'gpt-4o', detail: '240 requests' }],
  };
  const [completion] = completionsOf(text, text.length, answer, []);
  expect(completion).toMatchObject({
    insertText: 'gpt-4o',
    label: { label: 'gpt-4o', description: '240 requests' },
    filterText: 'gp',
    range: { startLineNumber: 2, startColumn: 9, endLineNumber: 2, endColumn: 11 },
  });
});

it('the order of the trace server stays, beyond ten suggestions too', () => {
  const suggestions = Array.from({ length: 12 }, (_, index) => ({
    kind: 'field' as const,
    text: `f${index}`,
    detail: '',
  }));
  const sorted = completionsOf('', 0, { position: 0, length: 0, suggestions }, [])
    .sort((a, b) => (a.sortText < b.sortText ? -1 : 1))
    .map(({ label }) => label.label);
  expect(sorted).toEqual(suggestions.map(({ text }) => text));
});

it('after a field or an operator the next suggestions come at once; the beginning of a name is not ended', () => {
  const suggestions = [
    { kind: 'field' as const, text: 'model', detail: '' },
    { kind: 'operator' as const, text: '=', detail: '' },
    { kind: 'keyword' as const, text: 'AND', detail: '' },
    { kind: 'field' as const, text: 'tags.', detail: '' },
    { kind: 'value' as const, text: '"a b"', detail: '' },
  ];
  const completions = completionsOf('', 0, { position: 0, length: 0, suggestions }, []);
  expect(completions.map(({ insertText, goesOn }) => [insertText, goesOn])).toEqual([
    ['model ', true],
    ['= ', true],
    ['AND ', false],
    ['tags.', true],
    ['"a b"', false],
  ]);
});

it.each<[string, string[]]>([
  ['model = ', ['$model', '$limit']],
  ['model = $l', ['$limit']],
  ['source contains mod', ['$model']],
  ['status in (', ['$model', '$limit']],
  ['$mo', ['$model']],
  ['mod', []],
  ['', []],
])('variables are offered where a value belongs: %s', (text, names) => {
  const position = /\S*$/.exec(text.replaceAll('(', '( '))?.[0].length ?? 0;
  const answer = { position: text.length - position, length: position, suggestions: [] };
  expect(completionsOf(text, text.length, answer, variables).map(({ insertText }) => insertText)).toEqual(names);
});

it('a fault is underlined where it is, and one at the end is still seen', () => {
  const fault = { message: 'There is no field "cots".', expected: 'a field', position: 9, length: 4 };
  expect(markersOf('cost > 1\ncots = 2', [fault])).toEqual([
    {
      message: 'There is no field "cots". Here belongs a field.',
      startLineNumber: 2,
      startColumn: 1,
      endLineNumber: 2,
      endColumn: 5,
    },
  ]);
  const [missing] = markersOf('model =', [{ message: 'Not complete.', expected: '', position: 7, length: 0 }]);
  expect(missing).toMatchObject({ startColumn: 7, endColumn: 8, message: 'Not complete.' });
  const [beyond] = markersOf('a', [{ message: 'Too long.', expected: '', position: 8000, length: 5 }]);
  expect(beyond).toMatchObject({ startColumn: 1, endColumn: 2 });
});

it('a fault says what belongs there, if anything does', () => {
  expect(diagnosticWords({ message: 'No.', expected: '', position: 0, length: 0 })).toBe('No.');
});

it('pointing at a field tells its type, operators and other names; another word tells nothing', () => {
  expect(hoverWords('latency')).toContain('Response time (duration)');
  expect(hoverWords('STATUS')).toContain('success, failed, error, timeout');
  expect(hoverWords('refund')).toBeUndefined();
  expect(hoverWords('toString')).toBeUndefined();
});
