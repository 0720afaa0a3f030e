import {
  builderOperators,
  isTag,
  queryField,
  type QueryFieldName,
  queryFieldNamed,
  queryFieldType,
} from '../../../query/queryFields';
import type { QueryBuilder } from '../../../resources/resources';
import { type Place, scan } from './scan';
import { holdsVariable, isBareVariable, isPlainVariable } from '../../../query/variablePattern';

/** Where something is, in UTF-16 code units. */
export interface Span {
  position: number;
  length: number;
}

/** A condition as the trace server can read it before variables have values. */
export interface HiddenVariables {
  text: string;
  /** Whether steps can show every variable of it. */
  canShow: boolean;
  /** The steps of the text with the variables back in place. */
  restored(builder: QueryBuilder): QueryBuilder;
  /** The place in the condition as it was written. */
  written(span: Span): Span;
}

interface Replacement {
  start: number;
  end: number;
  /** What stands there instead. */
  text: string;
  step?: QueryBuilder['steps'][number];
}

type Step = QueryBuilder['steps'][number];

/**
 * Puts something that fits in place of every variable outside quotation marks, so that the trace server can read the
 * rest: it would take `duration_ms > $limit` for a fault. A comparison that a step can show becomes one with a tag that
 * nobody has, by which it is found again.
 */
export function hideVariables(condition: string): HiddenVariables {
  const mark = freeMark(condition);
  const withVariable = scan(condition).filter(({ start, end }) => holdsVariable(condition.slice(start, end)));
  const replacements = withVariable
    .filter(({ quoted }) => !quoted)
    .map((place, index) => replacementOf(condition, place, `${mark}${index}`));
  // Written back it has no quotation marks, which makes a difference unless it is one variable and nothing else.
  const isKept = ({ start, end, quoted }: Place) => {
    const text = condition.slice(start + 1, end - 1);
    return !quoted || !isBareVariable(text) || isPlainVariable(text);
  };
  return {
    text: replaced(condition, replacements),
    canShow: withVariable.every(isKept) && replacements.every(({ step }) => step !== undefined),
    restored: (builder) => restored(builder, mark, replacements),
    written: (span) => writtenSpan(span, replacements),
  };
}

/** A name for marks that does not occur in the text. */
export function freeMark(text: string): string {
  let mark = 'variable_';
  while (text.includes(mark)) {
    mark += '_';
  }
  return mark;
}

function replacementOf(condition: string, place: Place, mark: string): Replacement {
  const { start, end } = place;
  const step = stepOf(condition, place);
  return step && place.subject
    ? { start: place.subject.start, end, text: `tags.${mark} = v`, step }
    : { start, end, text: fitting(place, mark) };
}

/** The step that shows a comparison with a variable; undefined when steps cannot. */
function stepOf(condition: string, { kind, start, end, subject, operator, negated }: Place): Step | undefined {
  const value = condition.slice(start, end);
  if (kind !== 'value' || !subject || !operator || negated || !isBareVariable(value)) {
    return undefined;
  }
  const field = isTag(subject.name) ? subject.name : queryFieldNamed(subject.name);
  return field !== undefined && builderOperators(field).includes(operator)
    ? { field, operator: operator as Step['operator'], value }
    : undefined;
}

/** A value of the kind that belongs there. */
function fitting({ kind, subject, operator }: Place, mark: string): string {
  const field = kind === 'text' || !subject ? undefined : queryFieldNamed(subject.name);
  if (field === undefined) {
    // More or less than is said of numbers, also of those that a JSONPath leads to.
    return kind !== 'text' && /[<>]/.test(operator ?? '') ? '1' : mark;
  }
  return operator === 'contains' || operator === 'matches' ? mark : fittingValue(field, mark);
}

function fittingValue(field: QueryFieldName, mark: string): string {
  switch (queryFieldType(field)) {
    case 'text':
      return mark;
    case 'choice':
      return queryField(field)?.values?.[0] ?? mark;
    case 'boolean':
      return 'true';
    case 'time':
      return '2026-01-01';
    default:
      return '1';
  }
}

function replaced(condition: string, replacements: Replacement[]): string {
  let text = '';
  let at = 0;
  for (const replacement of replacements) {
    text += condition.slice(at, replacement.start) + replacement.text;
    at = replacement.end;
  }
  return text + condition.slice(at);
}

function restored(builder: QueryBuilder, mark: string, replacements: Replacement[]): QueryBuilder {
  const prefix = `tags.${mark}`;
  const steps = builder.steps.map((step) => {
    const hidden = step.field.startsWith(prefix) ? replacements[Number(step.field.slice(prefix.length))] : undefined;
    return hidden?.step ?? step;
  });
  return { ...builder, steps };
}

function writtenSpan({ position, length }: Span, replacements: Replacement[]): Span {
  const start = writtenPosition(position, replacements, 'start');
  return { position: start, length: Math.max(0, writtenPosition(position + length, replacements, 'end') - start) };
}

/** A position inside a replacement is at the start or the end of what was written there. */
function writtenPosition(position: number, replacements: Replacement[], side: 'start' | 'end'): number {
  let shift = 0;
  for (const { start, end, text } of replacements) {
    const from = start + shift;
    const to = from + text.length;
    const isBefore = side === 'start' ? position < from : position <= from;
    if (isBefore) {
      break;
    }
    if (position < to) {
      return side === 'start' ? start : end;
    }
    shift += text.length - (end - start);
  }
  return position - shift;
}
