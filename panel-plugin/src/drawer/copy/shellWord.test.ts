import { execFileSync } from 'child_process';
import fc from 'fast-check';
import { hereDocument, shellWord } from './shellWord';

/** What a shell makes of hostile text is found out by asking one. */
function sh(script: string, environment: Record<string, string> = {}): string {
  return execFileSync('sh', ['-c', script], {
    encoding: 'utf8',
    env: { PATH: process.env.PATH ?? '', ...environment },
  });
}

const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "'",
        '"',
        '\\',
        '$HOME',
        '$(id)',
        '`id`',
        '\n',
        '!',
        ' ',
        '*',
        '~',
        ';',
        '&',
        '|',
        '#',
        '-',
        '@',
        '\u202e',
        '😀'
      ),
      fc.string({ maxLength: 5 })
    ),
    { maxLength: 12 }
  )
  .map((parts) => parts.join('').replaceAll('\0', ''));

describe('words of a shell command', () => {
  it('reach the command as they are, whatever they hold', () => {
    fc.assert(
      fc.property(fc.array(hostile, { minLength: 1, maxLength: 40 }), (texts) => {
        const words = texts.map((text) => shellWord([text])).join(' ');
        expect(sh(`printf '%s\\0' ${words}`).split('\0').slice(0, -1)).toEqual(texts);
      }),
      { numRuns: 60 }
    );
  });

  it('take the value of a variable in one piece', () => {
    const word = shellWord(["it's ", { variable: 'API_KEY' }, ' $API_KEY']);
    expect(sh(`printf '%s\\0' ${word}`, { API_KEY: 'a  b*' })).toBe("it's a  b* $API_KEY\0");
  });

  it('are there even when they are empty', () => {
    expect(sh(`set -- ${shellWord([])}; printf '%s' $#`)).toBe('1');
  });
});

describe('text for the standard input of a command', () => {
  it('arrives as it is, with a line feed at its end', () => {
    const lines = fc.array(fc.oneof(hostile, fc.constantFrom('END', 'END_', '')), { maxLength: 20 });
    fc.assert(
      fc.property(lines, (parts) => {
        const text = parts.join('\n');
        expect(sh(`cat ${hereDocument(text)}\n`)).toBe(text.endsWith('\n') ? text : `${text}\n`);
      }),
      { numRuns: 60 }
    );
  });
});
