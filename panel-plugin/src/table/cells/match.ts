import { t } from '@grafana/i18n';
import { queryFieldLabel } from '../../filters/queryFields';
import { visibleText } from '../../hostile/visibleText';

/** Where a searched text was found, ready to be shown. */
export interface Match {
  /** What the text that has it is called. */
  place: string;
  before: string;
  hit: string;
  after: string;
}

/** As the trace server writes `match_preview` (contract/openapi.yaml). */
const MATCH = /^(\w+): ([^\u2068]*)\u2068([^\u2069]*)\u2069(.*)$/s;

/** Characters that are looked at: more than the trace server sends. Tables of other data sources may hold whole payloads. */
const LOOKED_AT = 1_000;

/** Characters before a hit that a cell shows, so that the hit itself is in sight. */
const MOST_BEFORE = 18;

/** Undefined where nothing was searched for, or only with wildcards. */
export function readMatch(text: string): Match | undefined {
  const [, field, before, hit, after] = MATCH.exec(text.slice(0, LOOKED_AT)) ?? [];
  if (field === undefined || before === undefined || hit === undefined || after === undefined) {
    return undefined;
  }
  return { place: placeLabel(field), before: visibleText(before), hit: visibleText(hit), after: visibleText(after) };
}

/** The end of what stands before a hit; never half of a character. */
export function nearBefore(before: string): string {
  const characters = Array.from(before);
  return characters.length > MOST_BEFORE ? `…${characters.slice(-MOST_BEFORE).join('').trimStart()}` : before;
}

/** All of it in words, without signs around the hit. */
export function matchText(text: string): string {
  const match = readMatch(text);
  return match ? `${match.place}: ${match.before}${match.hit}${match.after}` : '';
}

function placeLabel(field: string): string {
  return field === 'tags' ? t('tags.title', 'Tags') : queryFieldLabel(field);
}
