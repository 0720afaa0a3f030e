import { utf8 } from './columnsSql.js';

/** Pieces of a JSON text: SQL expressions of text. */
function joinedText(...pieces: string[]): string {
  return `concat(${pieces.join(', ')})`;
}

const TEXTS = [
  'status',
  'model',
  'response_model',
  'model_type',
  'provider',
  'operation',
  'deployment',
  'deployment_version',
  'connection',
  'source_type',
  'source',
  'user_id',
  'gateway',
  'response_id',
  'conversation_id',
  'finish_reason',
  'cache_status',
  'trace_id',
  'span_id',
];
const NUMBERS = [
  'duration_ms',
  'input_tokens',
  'output_tokens',
  'cached_input_tokens',
  'cache_write_tokens',
  'reasoning_tokens',
  'cost_usd',
  'credits',
];
const TIMINGS = ['queue_ms', 'network_ms', 'ttft_ms', 'generation_ms'];

const number = (column: string) => `ifNull(toJSONString(t.${column}), 'null')`;
const text = (column: string) => `toJSONString(${utf8(`t.${column}`)})`;
const member = (name: string, value: string, before = ',') => [`'${before}"${name}":'`, value];

/** Members of an object from expressions by name; the first has no comma. */
function objectOf(members: readonly (readonly [name: string, value: string])[]): string {
  const pieces = members.flatMap(([name, value], index) => member(name, value, index === 0 ? '{' : ','));
  return joinedText(...pieces, `'}'`);
}

/** JSON text as it is stored, on one line: a line break in JSON is white space between its parts. */
const storedJson = (column: string) => `translate(${utf8(`t.${column}`)}, '\\n\\r', '  ')`;

/** Half of a surrogate pair, which JavaScript takes for JSON and the engine does not. */
const SURROGATE_ESCAPE = `'\\\\\\\\u[dD][0-9a-fA-F]{3}'`;

function isJson(column: string): string {
  return `(isValidJSON(t.${column}) OR isValidJSON(replaceRegexpAll(t.${column}, ${SURROGATE_ESCAPE}, '?')))`;
}

/** A member with stored JSON text, or nothing where there is none that can be read. */
function optionalJson(name: string, column: string): string {
  return `if(${isJson(column)}, ${joinedText(...member(name, storedJson(column)))}, '')`;
}

/** A member with a stored payload; one that is no JSON is a text. */
function optionalPayload(name: string, column: string): string {
  const value = `if(${isJson(column)}, ${storedJson(column)}, ${text(column)})`;
  return `if(t.${column} != '', ${joinedText(...member(name, value))}, '')`;
}

const ERROR = objectOf([
  ['type', text('error_type')],
  ['message', text('error_message')],
  ['code', text('error_code')],
  ['param', `if(t.error_param = '', 'null', ${text('error_param')})`],
  ['http_status', number('error_http_status')],
]);

const HAS_ERROR = `(t.error_type != '' OR t.error_message != '' OR t.error_code != '' OR t.error_param != ''
    OR t.error_http_status IS NOT NULL)`;

/**
 * A trace as the JSON of a TraceInput on one line, payloads as they are stored. Everything that is known is said, also
 * what is empty, so that nothing is derived anew when it is stored again. Spans are not in it.
 */
export const JSON_LINE = joinedText(
  ...member('request_id', text('request_id'), '{'),
  // Written by hand: toJSONString would leave the zone out.
  ...member('start_time', `concat('"', formatDateTime(t.start_time, '%Y-%m-%dT%H:%i:%S.%fZ'), '"')`),
  ...TEXTS.flatMap((column) => member(column, text(column))),
  ...NUMBERS.flatMap((column) => member(column, number(column))),
  ...member('streamed', 'toJSONString(t.streamed)'),
  ...member('timing', objectOf(TIMINGS.map((column) => [column, number(column)]))),
  ...member('tags', `toJSONString(mapApply((k, v) -> (${utf8('k')}, ${utf8('v')}), t.tags))`),
  `if(${HAS_ERROR}, ${joinedText(...member('error', ERROR))}, '')`,
  optionalJson('parameters', 'parameters_json'),
  optionalJson('workflow', 'workflow_json'),
  optionalJson('retries', 'retries_json'),
  optionalJson('http_request', 'http_request_json'),
  ...member('input_text', text('input_text')),
  ...member('output_text', text('output_text')),
  optionalPayload('input', 'input_json'),
  optionalPayload('output', 'output_json'),
  `'}'`,
);
