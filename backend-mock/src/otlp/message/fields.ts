import { invalidArgument } from '../../errors.js';
import { isObject, type JsonObject } from '../../payload/json.js';

const MAX_UINT64 = (1n << 64n) - 1n;

/** Snake case of the protocol's few member names, which are asked for again and again. */
const SNAKE_CASE = new Map<string, string>();

function snakeCase(name: string): string {
  let snake = SNAKE_CASE.get(name);
  if (snake === undefined) {
    snake = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    SNAKE_CASE.set(name, snake);
  }
  return snake;
}

/** A member by its protocol name; JSON senders may write it in camel case or as the protocol has it, in snake case. */
export function member(message: JsonObject, name: string): unknown {
  return message[name] ?? message[snakeCase(name)];
}

/**
 * A repeated member; absent means empty, as everywhere in protocol buffers.
 *
 * @throws INVALID_ARGUMENT
 */
export function messageList(message: JsonObject, name: string, path: string): unknown[] {
  const value = member(message, name);
  if (value === undefined || value === null) {
    return [];
  }
  if (!Array.isArray(value)) {
    throw invalidArgument(`${path}${name}`, 'a list');
  }
  return value as unknown[];
}

/** @throws INVALID_ARGUMENT when the value is not a message. */
export function message(value: unknown, path: string): JsonObject {
  if (!isObject(value)) {
    throw invalidArgument(path, 'an object');
  }
  return value;
}

/** @throws INVALID_ARGUMENT */
export function optionalText(source: JsonObject, name: string, path: string): string {
  const value = member(source, name) ?? '';
  if (typeof value !== 'string') {
    throw invalidArgument(`${path}${name}`, 'a text');
  }
  return value;
}

/**
 * A trace or span id as lower-case hex: bytes in protobuf, hex in JSON.
 *
 * @param bytes Length: 16 for a trace id, 8 for a span id.
 * @throws INVALID_ARGUMENT when it is malformed or all zero.
 */
export function hexId(source: JsonObject, name: string, path: string, bytes: number): string {
  const value = member(source, name);
  const hex = value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value;
  if (typeof hex !== 'string' || !/^[0-9a-f]*$/i.test(hex) || hex.length !== bytes * 2 || /^0*$/.test(hex)) {
    throw invalidArgument(`${path}${name}`, `${bytes * 2} hex digits, not all zero`);
  }
  return hex.toLowerCase();
}

/** A parent's id: absent, empty and all zero mean that there is none. */
export function optionalHexId(source: JsonObject, name: string, path: string, bytes: number): string {
  const value = member(source, name);
  const isAbsent = value === undefined || value === null;
  const isEmpty =
    value instanceof Uint8Array ? value.every((byte) => byte === 0) : typeof value === 'string' && /^0*$/.test(value);
  return isAbsent || isEmpty ? '' : hexId(source, name, path, bytes);
}

/**
 * A time in nanoseconds since 1970: a number or decimal text.
 *
 * @throws INVALID_ARGUMENT
 */
export function unixNano(source: JsonObject, name: string, path: string): bigint {
  const value = member(source, name);
  const isDecimal = typeof value === 'string' && /^\d{1,20}$/.test(value);
  const isWhole = typeof value === 'number' && Number.isInteger(value) && value >= 0;
  const nanos = isDecimal || isWhole ? BigInt(value) : 0n;
  if (nanos <= 0n || nanos > MAX_UINT64) {
    throw invalidArgument(`${path}${name}`, 'nanoseconds since 1970, as a number or decimal text');
  }
  return nanos;
}
