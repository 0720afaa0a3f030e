import { createToken, type CustomPatternMatcherReturn, type IToken, Lexer, type TokenType } from 'chevrotain';
import { scanPath } from './path/scanPath.js';

// What a character means depends on what stands before it: `:` after a field compares, within a value it is part of it
// (`model:ft:gpt-4o`, `duration > 0:01:500`). So there is a mode for the one value after an operator and one for lists.

const QUOTED = new RegExp(String.raw`"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'`);
const TEXT_WORD = /(?:\\[\s\S]|[^\s()"'\\,=<>:!]|!(?!=))(?:\\[\s\S]|[^\s()"\\=<>:!]|!(?!=))*/;
const VALUE_WORD = /(?:\\[\s\S]|[^\s()"'\\,])(?:\\[\s\S]|[^\s()"\\,])*/;
const TAG = new RegExp(String.raw`tags\[\s*(?:${QUOTED.source})\s*\]`, 'i');
/** Where a word ends that is written in letters. */
const END = String.raw`(?![^\s()"',=<>:!])`;

type Match = CustomPatternMatcherReturn | null;

const keyword = (name: string, text: string) => createToken({ name, pattern: new RegExp(`${text}${END}`, 'i') });

/** An operator that is a word follows a subject, perhaps with NOT between; elsewhere it is text to search for. */
function operatorWord(name: string, pattern: RegExp, pushMode?: string): TokenType {
  const sticky = new RegExp(pattern.source, 'iy');
  return createToken({
    name,
    line_breaks: false,
    ...(pushMode !== undefined && { push_mode: pushMode }),
    pattern: (text: string, at: number, before: IToken[]): Match => {
      const last = before.at(-1)?.tokenType === Not ? before.at(-2) : before.at(-1);
      if (last === undefined || ![Word, TagName, Path].includes(last.tokenType)) return null;
      sticky.lastIndex = at;
      const found = sticky.exec(text)?.[0];
      return found === undefined ? null : [found];
    },
  });
}

const Space = createToken({ name: 'Space', pattern: /\s+/, group: Lexer.SKIPPED, line_breaks: true });
/** A quotation mark without its second; found only where no whole quotation is. */
export const Unclosed = createToken({ name: 'Unclosed', pattern: /["'][\s\S]*/, line_breaks: true });
export const LeftParen = createToken({ name: 'LeftParen', pattern: /\(/ });
export const RightParen = createToken({ name: 'RightParen', pattern: /\)/ });
export const Quoted = createToken({ name: 'Quoted', pattern: QUOTED, line_breaks: true });
export const Compare = createToken({ name: 'Compare', pattern: /!=|:?(?:>=|<=|>|<)|==|=|:/, push_mode: 'value' });
export const And = keyword('And', 'and');
export const Or = keyword('Or', 'or');
export const Not = keyword('Not', 'not');
export const Contains = operatorWord('Contains', new RegExp(`contains${END}`), 'value');
export const Matches = operatorWord('Matches', new RegExp(`matches${END}`), 'value');
export const Exists = operatorWord('Exists', new RegExp(`exists${END}`));
export const In = operatorWord('In', /in(?=\s*\()/, 'list');
export const TagName = createToken({ name: 'TagName', pattern: TAG, line_breaks: true });
export const Path = createToken({
  name: 'Path',
  line_breaks: true,
  pattern: (text: string, at: number): Match => {
    const length = scanPath(text, at);
    return length > 0 ? [text.slice(at, at + length)] : null;
  },
});
export const Word = createToken({ name: 'Word', pattern: TEXT_WORD, line_breaks: true });
export const Value = createToken({ name: 'Value', pattern: VALUE_WORD, line_breaks: true, pop_mode: true });
export const QuotedValue = createToken({ name: 'QuotedValue', pattern: QUOTED, line_breaks: true, pop_mode: true });
/** A list right after an operator, which is the one value there. */
export const ValueList = createToken({ name: 'ValueList', pattern: /\(/, pop_mode: true, push_mode: 'list' });
export const Comma = createToken({ name: 'Comma', pattern: /,/ });
export const ListValue = createToken({ name: 'ListValue', pattern: VALUE_WORD, line_breaks: true });
export const QuotedEntry = createToken({ name: 'QuotedEntry', pattern: QUOTED, line_breaks: true });
export const ListStart = createToken({ name: 'ListStart', pattern: /\(/ });
export const ListEnd = createToken({ name: 'ListEnd', pattern: /\)/, pop_mode: true });

/** The tokens of each mode, in the order in which the lexer tries them. */
const MODES = {
  condition: [
    Space,
    Quoted,
    Unclosed,
    LeftParen,
    RightParen,
    Compare,
    And,
    Or,
    Not,
    Contains,
    Matches,
    Exists,
    In,
    TagName,
    Path,
    Word,
  ],
  value: [Space, QuotedValue, Unclosed, ValueList, Value],
  list: [Space, QuotedEntry, Unclosed, ListStart, ListEnd, Comma, ListValue],
};

/** All tokens. */
export const VOCABULARY = [...new Set(Object.values(MODES).flat())];

/** Takes a query text apart. */
export const queryLexer = new Lexer(
  { modes: MODES, defaultMode: 'condition' },
  { positionTracking: 'onlyOffset', ensureOptimizations: false },
);
