import type { FieldName, QueryNode } from '../../query/ast.js';
import type { QueryParams } from '../../store/paramsForm.js';
import { type Selection, selectionNode } from '../selection/selectionSql.js';

/** Where a text is looked for, in the order in which a hit is told. */
const PLACES = ['input', 'output', 'error_message', 'request_id', 'tags'] as const;
type Place = (typeof PLACES)[number];

/** A text that rows were searched for. */
interface SearchedText {
  text: string;
  places: readonly Place[];
}

/** More are not told apart: each is looked for in every text of the rows that are shown. */
const MOST_TEXTS = 4;

/** Characters before a hit, of a hit and after it. */
const BEFORE = 60;
const WITHIN = 100;
const AFTER = 120;

/** Stand around a hit; taken out of the text, so that there is one of each. */
const HIT_START = '\u2068';
const HIT_END = '\u2069';

const TEXTS: Readonly<Record<Place, string>> = {
  input: 't.input_text',
  output: 't.output_text',
  error_message: 't.error_message',
  request_id: 't.request_id',
  tags: `arrayStringConcat(arrayMap((name, value) -> concat(name, '=', value), mapKeys(t.tags), mapValues(t.tags)), ', ')`,
};

/**
 * The texts that a condition looks for, as far as rows have them because of it: not what it excludes. Wildcards are left
 * out: the engine does not say where their expressions match.
 */
function textsOf(node: QueryNode): SearchedText[] {
  switch (node.kind) {
    case 'and':
    case 'or':
      return node.nodes.flatMap(textsOf);
    case 'not':
      return [];
    case 'text':
      return node.value.type === 'text' && node.value.text !== '' ? [{ text: node.value.text, places: PLACES }] : [];
    case 'compare': {
      const { subject, operator, values } = node;
      const place = subject.kind === 'field' && operator === 'contains' ? placeOf(subject.name) : undefined;
      return values.flatMap(({ type, text }) =>
        place !== undefined && type === 'text' && text !== '' ? [{ text, places: [place] }] : [],
      );
    }
  }
}

function placeOf(field: FieldName): Place | undefined {
  return PLACES.find((place) => place === field);
}

/** A column with the values it needs. */
export interface MatchColumn {
  sql: string;
  params: QueryParams;
  /** Stands at the end of the statement that the column is in; '' where none is needed. */
  settings: string;
}

/** Else the engine sorts whole payloads, gigabytes of them, and looks into them after that. */
const BEFORE_SORTING = '\nSETTINGS query_plan_execute_functions_after_sorting = 0';

/** The column `match_preview` of rows of `traces AS t`: where the first of the texts was found, with what stands around it. */
export function matchColumn(selection: Selection): MatchColumn {
  const node = selectionNode(selection);
  const texts = node ? textsOf(node).slice(0, MOST_TEXTS) : [];
  const branches = texts.flatMap(({ places }, index) => {
    const text = `{match_${index}:String}`;
    return places.map((place) => {
      const at = `match_${index}_${place}`;
      return `(positionCaseInsensitiveUTF8(${TEXTS[place]}, ${text}) AS ${at}) > 0, ${excerptSql(place, at, text)}`;
    });
  });
  return {
    sql: branches.length === 0 ? `''` : `multiIf(${branches.join(',\n    ')},\n    '')`,
    params: Object.fromEntries(texts.map(({ text }, index) => [`match_${index}`, text])),
    settings: branches.length === 0 ? '' : BEFORE_SORTING,
  };
}

function excerptSql(place: Place, at: string, wanted: string): string {
  const text = TEXTS[place];
  const start = `toInt64(${at})`;
  const length = `least(lengthUTF8(${wanted}), ${WITHIN})`;
  const part = (from: string, characters: string) =>
    `replaceRegexpAll(substringUTF8(${text}, ${from}, ${characters}), '[${HIT_START}${HIT_END}]', '')`;
  return `concat('${place}: ', if(${start} > ${BEFORE + 1}, '…', ''),
      ${part(`greatest(${start} - ${BEFORE}, 1)`, `least(${start} - 1, ${BEFORE})`)}, '${HIT_START}',
      ${part(start, length)}, '${HIT_END}', ${part(`${start} + ${length}`, String(AFTER))})`;
}
