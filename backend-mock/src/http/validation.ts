import type { FastifySchemaValidationError } from 'fastify';
import { CodedError, invalidArgument } from '../errors.js';

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

/** What a field takes, from the keyword it broke. */
function expectation(keyword: string, params: Record<string, unknown>): string {
  switch (keyword) {
    case 'type':
      return text(params['type']).replaceAll(',', ' or ');
    case 'enum':
      return `one of ${text(params['allowedValues']).replaceAll(' or ', ', ')}`;
    case 'maxLength':
    case 'minLength':
      return `${keyword === 'maxLength' ? 'at most' : 'at least'} ${text(params['limit'])} characters`;
    case 'maxItems':
    case 'minItems':
    case 'maxProperties':
      return `${keyword === 'minItems' ? 'at least' : 'at most'} ${text(params['limit'])} entries`;
    case 'minimum':
    case 'maximum':
      return `${text(params['comparison'])} ${text(params['limit'])}`;
    case 'format':
      return params['format'] === 'date-time' ? 'an RFC 3339 time with zone' : `a ${text(params['format'])}`;
    case 'pattern':
      return `text that matches ${text(params['pattern'])}`;
    case 'uniqueItems':
      return 'a list without repeated entries';
    default:
      return 'what the contract says';
  }
}

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
  return invalidArgument(at === '' ? 'body' : at, expectation(error.keyword, error.params));
}
