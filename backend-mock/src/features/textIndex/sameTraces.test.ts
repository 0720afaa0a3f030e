import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { QueryNode, Value } from '../../query/ast.js';
import { compile, type CompiledQuery } from '../../query/sql/compile.js';
import { indexedSearches } from '../../query/sql/textIndexSql.js';
import { wordOf } from '../../query/values/wildcards.js';
import { runs } from '../../testing/randomQueries.js';
import { silentLog } from '../../testing/silentLog.js';
import { openTestServer, type TestServer } from '../../testing/testServer.js';
import { aTrace } from '../../testing/traces.js';
import { applyTextIndex } from './textIndex.js';

// Letters with several forms, forms of several lengths, none, or what looks like syntax; each as a character of a word.
const LETTERS = [
  ...Array.from('kK\u212AsS\u017FiI\u0130\u0131ΣσςßẞåÅ\u212BéÉвВ\u1C80θΘϑϴµμΜǄǅǆﬁꙊꙋაᲐ'),
  ...Array.from('abcdefghABCDEFGH 0123-%_\\\'"\n\t\0\u0301\u0345\uFFFD東京都庁日本서울ابجदेไทย😀𐐀𐐨'),
];
const letter = fc.constantFrom(...LETTERS);
/** Long enough for an index, and written in few letters, so that pieces of different texts are often the same. */
const text = fc.array(letter, { maxLength: 24 }).map((letters) => letters.join(''));

const formsOf = (character: string) => [
  character,
  character.toLowerCase(),
  character.toUpperCase(),
  ...Array.from('k\u212AK s\u017FS σςΣ åÅ\u212B θΘϑϴ µμΜ вВ\u1C80').filter((other) =>
    new RegExp(`^${other}$`, 'iu').test(character),
  ),
];

/** A part of a text, its letters in any of their forms. */
const soughtIn = (whole: string) =>
  fc
    .tuple(
      fc.nat(Math.max(0, Array.from(whole).length - 1)),
      fc.integer({ min: 1, max: 9 }),
      fc.infiniteStream(fc.nat(20)),
    )
    .map(([start, length, choices]) =>
      Array.from(whole)
        .slice(start, start + length)
        .map((character) => {
          const forms = formsOf(character);
          return forms[Number(choices.next().value) % forms.length] ?? character;
        })
        .join(''),
    );

let server: TestServer;
let texts: string[];
beforeAll(async () => {
  server = await openTestServer();
  texts = fc.sample(text, { numRuns: 32, seed: 11 });
  // Each in a month of its own, which the engine stores apart: so an index says yes or no to every single trace.
  const traces = texts.map((body, index) =>
    aTrace({
      request_id: `r-${index}`,
      start_time: `${2020 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-10T00:00:00Z`,
      input: index % 4 === 0 ? body : 'x',
      output: index % 4 === 1 ? body : 'y',
      tags: index % 4 === 2 ? { [body.slice(0, 3) || 'k']: body } : {},
      ...(index % 4 === 3 && { error: { message: body } }),
    }),
  );
  const send = async (part: typeof traces) => {
    const { status, body } = await server.post('/api/v1/traces', { traces: part });
    expect(status, JSON.stringify(body)).toBe(201);
  };
  await send(traces.slice(0, 16));
  await applyTextIndex(server.store, true, silentLog);
  await send(traces.slice(16));
});
afterAll(() => server.close());

type Sought = Extract<Value, { type: 'text' | 'pattern' }>;
const found = (value: Sought): QueryNode => ({ kind: 'text', value });
const compared = (name: 'input' | 'output' | 'error_message', operator: '=' | 'contains', value: Value): QueryNode => ({
  kind: 'compare',
  subject: { kind: 'field', name },
  operator,
  values: [value],
});

function queriesFor(sought: string): QueryNode[] {
  const value: Sought = { type: 'text', text: sought };
  const letters = Array.from(sought);
  const half = Math.ceil(letters.length / 2);
  const pieces = [letters.slice(0, half), letters.slice(half + 1)].map((part) => part.join(''));
  const [before = '', after = ''] = pieces;
  const parts = (wildcard: 'any' | 'one') =>
    wordOf([{ kind: 'text', text: before }, { kind: wildcard }, { kind: 'text', text: after }]);
  return [
    found(value),
    found({ type: 'pattern', text: parts('any') }),
    { kind: 'not', node: found(value) },
    compared('input', 'contains', value),
    compared('output', 'contains', value),
    compared('error_message', 'contains', value),
    compared('input', '=', { type: 'pattern', text: `*${parts('one')}*` }),
    { kind: 'or', nodes: [compared('input', 'contains', value), compared('output', '=', value)] },
  ];
}

/** The same comparison with nothing for an index: what narrows it down lets everything pass. */
function withoutNarrowing({ sql, params }: CompiledQuery): Pick<CompiledQuery, 'sql' | 'params'> {
  return { sql: sql.replace(/ AND \(\{\w+:String\} = '' OR (?:(?! LIKE ).)* LIKE \{\w+:String\}\)/g, ''), params };
}

async function selected(queries: readonly Pick<CompiledQuery, 'sql' | 'params'>[]): Promise<string[][]> {
  const rows = await server.store.rows<{ number: number; ids: string[] }>({
    sql: queries
      .map(
        ({ sql }, number) =>
          `SELECT ${number} AS number, arraySort(groupArray(t.request_id)) AS ids FROM traces AS t WHERE ${sql}`,
      )
      .join('\nUNION ALL\n'),
    params: Object.assign({}, ...queries.map(({ params }) => params)) as CompiledQuery['params'],
  });
  return rows.sort((a, b) => a.number - b.number).map(({ ids }) => ids);
}

describe('with the text index', () => {
  it('a search finds the traces that it finds without, whatever letters it is in', async () => {
    let hits = 0;
    const ofAnyText = fc.nat(texts.length - 1).chain((index) => soughtIn(texts[index] ?? ''));
    await fc.assert(
      fc.asyncProperty(fc.array(ofAnyText, { minLength: 3, maxLength: 3 }), async (all) => {
        const queries = all.flatMap(queriesFor).map((node, index) => compile(node, `n${index}_`));
        const plain = queries.map(withoutNarrowing);
        const [indexed, read] = [await selected(queries), await selected(plain)];
        for (const { sql } of plain) expect(sql).not.toContain('lowerUTF8');
        expect(indexed, all.join(' | ')).toEqual(read);
        hits += indexed.filter((ids) => ids.length > 0 && ids.length < 25).length;
      }),
      { numRuns: runs(8) },
    );
    expect(hits).toBeGreaterThan(20);
  }, 600_000);

  it('letters that the engine takes for the same are the same to the index, in all of Unicode', async () => {
    const kept = (character: string) => {
      const { pattern } = indexedSearches([`ab${character}cd`], false)[0];
      return pattern.startsWith('%ab') && pattern.endsWith('cd%')
        ? Array.from(pattern).slice(3, -3).join('')
        : undefined;
    };
    const asWritten: string[] = [];
    const pairs: [string, string, string][] = [];
    for (let code = 0x20; code < 0x32000; code++) {
      if (code >= 0xd800 && code < 0xe000) continue;
      const character = String.fromCodePoint(code);
      const lowered = kept(character);
      if (lowered === undefined || '%_\\'.includes(character)) continue;
      if (lowered === character) asWritten.push(character);
      pairs.push(...formsOf(character).map((form): [string, string, string] => [form, character, lowered]));
    }
    const loweredSql = (sql: string) => `(SELECT ${indexedSearches(['abcd'], false)[0].on('input_text')}
FROM (SELECT ${sql} AS input_text) AS t)`;
    const [whole] = await server.store.rows<{ lowered: string }>({
      sql: `SELECT ${loweredSql('{all:String}')} AS lowered`,
      params: { all: asWritten.join(' ') },
    });
    expect(whole?.lowered).toBe(asWritten.join(' '));
    expect(asWritten.length).toBeGreaterThan(100_000);
    const cased = pairs.filter(([form, character]) => form !== character);
    const wrong = await server.store.rows({
      sql: `SELECT input_text, sought FROM (
  SELECT arrayJoin(arrayZip({forms:Array(String)}, {sought:Array(String)}, {lowered:Array(String)})) AS pair,
    concat('ab', pair.1, 'cd') AS input_text, concat('ab', pair.2, 'cd') AS sought
) AS t
WHERE positionCaseInsensitiveUTF8(input_text, sought) > 0
  AND ${indexedSearches(['abcd'], false)[0].on('input_text')} != concat('ab', pair.3, 'cd')`,
      params: {
        forms: cased.map(([form]) => form),
        sought: cased.map(([, character]) => character),
        lowered: cased.map(([, , lowered]) => lowered),
      },
    });
    expect(cased.length).toBeGreaterThan(500);
    expect(wrong).toEqual([]);
  });
});
