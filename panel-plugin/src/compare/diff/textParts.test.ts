import fc from 'fast-check';
import { textParts, type TextPart } from './textParts';

function side(parts: readonly TextPart[], other: 'removed' | 'added'): string {
  return parts
    .filter(({ kind }) => kind !== other)
    .map(({ text }) => text)
    .join('');
}

describe('differences inside a text', () => {
  it('give back both texts to the last character, emoji and broken characters included', () => {
    const word = fc.constantFrom('a', 'bc', ' ', '\n', '\r\n', '.', '👩‍💻', '東京', 'é', 'e\u0301', '\ud83d', '\0');
    const text = fc.array(word, { maxLength: 30 }).map((words) => words.join(''));
    fc.assert(
      fc.property(text, text, (left, right) => {
        const parts = textParts(left, right);
        expect(side(parts, 'added')).toBe(left);
        expect(side(parts, 'removed')).toBe(right);
      })
    );
  });

  it('are words, not letters: half a word marked is hard to read', () => {
    expect(textParts('It arrives today at noon.', 'It arrives tomorrow at noon.')).toEqual([
      { kind: 'same', text: 'It arrives ' },
      { kind: 'removed', text: 'today' },
      { kind: 'added', text: 'tomorrow' },
      { kind: 'same', text: ' at noon.' },
    ]);
  });

  it('are single characters in scripts without spaces', () => {
    const parts = textParts('東京は晴れです', '東京は雨です');
    expect(parts.filter(({ kind }) => kind === 'removed').map(({ text }) => text)).toEqual(['晴れ']);
  });

  it('are none when the texts are equal', () => {
    expect(textParts('same', 'same')).toEqual([{ kind: 'same', text: 'same' }]);
  });

  it('are the whole texts when these share next to nothing, instead of confetti', () => {
    const parts = textParts('The parcel is late, sorry.', 'Bonjour, votre colis arrive demain matin.');
    expect(parts.map(({ kind }) => kind)).toEqual(['removed', 'added']);
  });

  it('are lines in long texts, so that one changed line of thousands is found', () => {
    const lines = Array.from({ length: 5000 }, (_, index) => `line ${index} of the log\n`);
    const changed = [...lines];
    changed[10] = 'another line\n';
    changed[4000] = 'and one more\n';
    const parts = textParts(lines.join(''), changed.join(''));
    expect(parts.filter(({ kind }) => kind === 'removed').map(({ text }) => text.trim())).toEqual([
      'line 10 of the log',
      'line 4000 of the log',
    ]);
  });
});
