import { invalidArgument } from '../../errors.js';
import { isObject } from '../../payload/json.js';
import { member, message, messageList, optionalText } from './fields.js';

/** Attributes by name, as plain JSON values. */
export type Attributes = ReadonlyMap<string, unknown>;

/** Levels of lists and maps in an attribute's value. */
export const DEEPEST_VALUE = 50;

type ValueReader = (value: unknown, path: string, depth: number) => unknown;

function wholeNumber(value: unknown, path: string): unknown {
  if (typeof value === 'number' && Number.isInteger(value)) {
    return value;
  }
  if (typeof value !== 'string' || !/^-?\d{1,19}$/.test(value)) {
    throw invalidArgument(path, 'a whole number or its decimal text');
  }
  // Beyond 2^53 a number would not be exact.
  return Number.isSafeInteger(Number(value)) ? Number(value) : value;
}

function double(value: unknown, path: string): unknown {
  const isNumberText = typeof value === 'string' && value !== '' && (!Number.isNaN(Number(value)) || value === 'NaN');
  if (typeof value !== 'number' && !isNumberText) {
    throw invalidArgument(path, 'a number');
  }
  // JSON has no NaN and no infinity: they stay texts.
  return Number.isFinite(Number(value)) ? Number(value) : String(value);
}

function typed(type: 'string' | 'boolean', expected: string): ValueReader {
  return (value, path) => {
    if (typeof value !== type) {
      throw invalidArgument(path, expected);
    }
    return value;
  };
}

function bytes(value: unknown, path: string): unknown {
  if (value instanceof Uint8Array) {
    return Buffer.from(value).toString('base64');
  }
  return typed('string', 'base64')(value, path, 0);
}

const VALUE_READERS: readonly (readonly [field: string, read: ValueReader])[] = [
  ['stringValue', typed('string', 'a text')],
  ['boolValue', typed('boolean', 'true or false')],
  ['intValue', wholeNumber],
  ['doubleValue', double],
  ['bytesValue', bytes],
  [
    'arrayValue',
    (value, path, depth) =>
      messageList(message(value, path), 'values', `${path}.`).map((entry, index) =>
        anyValue(entry, `${path}.values[${index}]`, depth + 1),
      ),
  ],
  [
    'kvlistValue',
    (value, path, depth) =>
      Object.fromEntries(
        keyValues(messageList(message(value, path), 'values', `${path}.`), `${path}.values`, depth + 1),
      ),
  ],
];

/** OTLP's AnyValue as a plain JSON value; null when it holds nothing. */
function anyValue(value: unknown, path: string, depth: number): unknown {
  if (value === undefined || value === null) {
    return null;
  }
  if (depth > DEEPEST_VALUE) {
    throw invalidArgument(path, `a value nested at most ${DEEPEST_VALUE} deep`);
  }
  const source = message(value, path);
  // Most values are texts.
  if (typeof source['stringValue'] === 'string') return source['stringValue'];
  const found = VALUE_READERS.find(([field]) => member(source, field) !== undefined && member(source, field) !== null);
  return found === undefined ? null : found[1](member(source, found[0]), `${path}.${found[0]}`, depth);
}

function keyValues(entries: unknown[], path: string, depth: number): [string, unknown][] {
  return entries.map((entry, index) => {
    const pair = isObject(entry) ? entry : undefined;
    const text = isObject(pair?.['value']) ? pair['value']['stringValue'] : undefined;
    // The common case goes without the path of a fault.
    if (typeof pair?.['key'] === 'string' && typeof text === 'string') return [pair['key'], text];
    const at = `${path}[${index}]`;
    const read = message(entry, at);
    return [optionalText(read, 'key', `${at}.`), anyValue(read['value'], `${at}.value`, depth)];
  });
}

/**
 * The attributes of a message. A name given twice keeps its last value.
 *
 * @throws INVALID_ARGUMENT naming the entry that cannot be read.
 */
export function readAttributes(source: unknown, path: string): Attributes {
  if (!isObject(source)) {
    return new Map();
  }
  return new Map(keyValues(messageList(source, 'attributes', path), `${path}attributes`, 0));
}
