import type { FastifySchemaValidationError } from 'fastify';
import { contractDocument, type Schema } from '../contract/operations.js';
import { CodedError, invalidArgument, LONGEST_FIELD } from '../errors.js';
import { EXPECTED_TIME } from '../ingest/engineTime.js';

/** JSON Pointer to the path people write: `/traces/3/status` becomes `traces[3].status`. */
export function fieldPath(pointer: string): string {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((part, index) => (/^\d+$/.test(part) ? `[${part}]` : index === 0 ? part : `.${part}`))
    .join('')
    .slice(0, LONGEST_FIELD);
}

function text(value: unknown): string {
  return Array.isArray(value) ? value.join(' or ') : String(value);
}

type Params = Record<string, unknown>;

const counted = (count: unknown, one: string, many: string) => `${text(count)} ${count === 1 ? one : many}`;
const atMostEntries = (params: Params) => `at most ${counted(params['limit'], 'entry', 'entries')}`;
const comparison = (params: Params) => `${text(params['comparison'])} ${text(params['limit'])}`;

/** The contract's words (`x-expected`) for its patterns, which are the same wherever a pattern comes again. */
function patternWords(schema: unknown): [pattern: string, words: string][] {
  if (typeof schema !== 'object' || schema === null) return [];
  const { pattern, 'x-expected': words } = schema as Schema;
  const own: [string, string][] = typeof pattern === 'string' && typeof words === 'string' ? [[pattern, words]] : [];
  return [...own, ...Object.values(schema).flatMap(patternWords)];
}

const PATTERN_WORDS = new Map(patternWords(contractDocument));

function expectedText(params: Params): string {
  const pattern = text(params['pattern']);
  return PATTERN_WORDS.get(pattern) ?? `text that matches ${pattern}`;
}

/** How many parts a field has, by the keyword it broke. */
const EXPECTED_COUNTS: Record<string, (params: Params) => string> = {
  maxLength: (params) => `at most ${counted(params['limit'], 'character', 'characters')}`,
  minLength: (params) => `at least ${counted(params['limit'], 'character', 'characters')}`,
  maxItems: atMostEntries,
  maxProperties: atMostEntries,
  minItems: (params) => `at least ${counted(params['limit'], 'entry', 'entries')}`,
};

/** What a field takes, by the keyword it broke. */
const EXPECTATIONS: Record<string, (params: Params) => string> = {
  type: (params) => text(params['type']).replaceAll(',', ' or '),
  enum: (params) => `one of ${text(params['allowedValues']).replaceAll(' or ', ', ')}`,
  minimum: comparison,
  maximum: comparison,
  format: (params) => (params['format'] === 'date-time' ? EXPECTED_TIME : `a ${text(params['format'])}`),
  pattern: expectedText,
  uniqueItems: () => 'a list without repeated entries',
};

function child(parent: string, name: unknown): string {
  return parent === '' ? String(name).slice(0, LONGEST_FIELD) : `${parent}.${String(name)}`.slice(0, LONGEST_FIELD);
}

/** The coded error for a broken schema rule. It names the field, never what was in it. */
export function validationError(error: FastifySchemaValidationError): CodedError {
  const at = fieldPath(error.instancePath);
  if (error.keyword === 'required') {
    const field = child(at, error.params['missingProperty']);
    return new CodedError('INVALID_ARGUMENT', `${field} is missing.`, { field, expected: 'a value' });
  }
  if (error.keyword === 'additionalProperties') {
    const field = child(at, error.params['additionalProperty']);
    return new CodedError('INVALID_ARGUMENT', `${field} is not a known field.`, {
      field,
      expected: 'only fields that the API description at /openapi.json has',
    });
  }
  const field = at === '' ? 'body' : at;
  const count = EXPECTED_COUNTS[error.keyword]?.(error.params);
  if (count !== undefined) {
    return new CodedError('INVALID_ARGUMENT', `${field} must have ${count}.`, { field, expected: count });
  }
  return invalidArgument(field, EXPECTATIONS[error.keyword]?.(error.params) ?? 'what the contract says');
}
