import { isObject, type JsonObject } from '../payload/json.js';

/** One recorded call: a line of the imported file. */
export interface RecordedCall {
  /** Where the recording comes from; '' when not said. */
  source: string;
  /** Host with port. */
  host: string;
  /** Path without query. */
  path: string;
  /** HTTP status of the answer. */
  status: number;
  contentType: string;
  /** Processing time the provider reported. */
  processingMs: number | null;
  /** The answer's HTTP Date header. */
  date: string | null;
  request: JsonObject;
  /** The answer's body as received. */
  response: string;
}

/** Why a line was not imported. Never holds contents of the line. */
export class RefusedCall extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'RefusedCall';
  }
}

function field<T>(record: JsonObject, name: string, expected: string, is: (value: unknown) => value is T): T {
  const value = record[name];
  if (!is(value)) {
    throw new RefusedCall(`${name} is not ${expected}`);
  }
  return value;
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isFilledText = (value: unknown): value is string => isText(value) && value !== '';
const isStatus = (value: unknown): value is number =>
  Number.isInteger(value) && Number(value) >= 100 && Number(value) <= 599;

function parse(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    throw new RefusedCall('the line is not JSON');
  }
}

/**
 * Reads a line as a recorded call.
 *
 * @throws RefusedCall naming the field that is missing or wrong.
 */
export function readRecord(line: string): RecordedCall {
  const record = parse(line);
  if (!isObject(record)) {
    throw new RefusedCall('the line is not a JSON object');
  }
  const processing = record['processing_ms'];
  const response = record['response'];
  return {
    source: isText(record['source']) ? record['source'] : '',
    host: field(record, 'host', 'a text', isFilledText),
    path: field(record, 'path', 'a text', isFilledText),
    status: field(record, 'status', 'an HTTP status', isStatus),
    contentType: isText(record['content_type']) ? record['content_type'] : '',
    processingMs: typeof processing === 'number' && processing >= 0 ? processing : null,
    date: isFilledText(record['date']) ? record['date'] : null,
    request: field(record, 'request', 'a JSON object', isObject),
    response: isObject(response) ? JSON.stringify(response) : field(record, 'response', 'a text or an object', isText),
  };
}
