import type { FastifySchemaValidationError } from 'fastify';
import { CodedError, invalidArgument } from '../errors.js';
import { EXPECTED_TIME } from '../ingest/engineTime.js';

const LONGEST_FIELD = 300;

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

const atMostCharacters = (params: Params) => `at most ${text(params['limit'])} characters`;
const atMostEntries = (params: Params) => `at most ${text(params['limit'])} entries`;
const comparison = (params: Params) => `${text(params['comparison'])} ${text(params['limit'])}`;

/** What a field takes, by the keyword it broke. */
const EXPECTATIONS: Record<string, (params: Params) => string> = {
  type: (params) => text(params['type']).replaceAll(',', ' or '),
  enum: (params) => `one of ${text(params['allowedValues']).replaceAll(' or ', ', ')}`,
  maxLength: atMostCharacters,
  minLength: (params) => `at least ${text(params['limit'])} characters`,
  maxItems: atMostEntries,
  maxProperties: atMostEntries,
  minItems: (params) => `at least ${text(params['limit'])} entries`,
  minimum: comparison,
  maximum: comparison,
  format: (params) => (params['format'] === 'date-time' ? EXPECTED_TIME : `a ${text(params['format'])}`),
  pattern: (params) => `text that matches ${text(params['pattern'])}`,
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
    return new CodedError('INVALID_ARGUMENT', `${field} is not a known field.`, { field, expected: 'no such field' });
  }
  return invalidArgument(
    at === '' ? 'body' : at,
    EXPECTATIONS[error.keyword]?.(error.params) ?? 'what the contract says',
  );
}
