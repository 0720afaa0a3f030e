import type { Query } from '../../store/store.js';
import { cursorSql, type ListRanking } from './cursor.js';

/** Spans of one trace that are shown at most. */
const MAX_SPANS = 10_000;

/** Where a request is in the table. */
export interface Place {
  request_id: string;
  model: string;
  start_micros: number;
}

/** The part of a trace that a payload is of. */
export type PayloadSide = 'input' | 'output';
/** Plain text, or JSON as it was stored. */
export type PayloadForm = 'text' | 'json';

/** Where a request is stored: the id's projection leads to the row's place in the table. */
export function locateQuery(requestId: string): Query {
  return {
    sql: `SELECT request_id, model, toUnixTimestamp64Micro(start_time) AS start_micros FROM traces
WHERE request_id = {request_id:String} LIMIT 1`,
    params: { request_id: requestId },
  };
}

function atPlace(columns: string, place: Place, params: Query['params'] = {}): Query {
  return {
    sql: `SELECT ${columns} FROM traces AS t
WHERE t.model = {model:String} AND t.start_time = fromUnixTimestamp64Micro({start_micros:Int64}, 'UTC')
  AND t.request_id = {request_id:String}
LIMIT 1`,
    params: { ...params, model: place.model, start_micros: place.start_micros, request_id: place.request_id },
  };
}

/** Everything about a request but its payloads. */
export function headQuery(place: Place): Query {
  return atPlace('* EXCEPT (input_text, output_text, input_json, output_json)', place);
}

/** Both payloads as the contract's `input` and `output`; the engine writes their JSON. */
export function payloadsQuery(place: Place): Query {
  const payload = (side: PayloadSide) =>
    `CAST((t.${side}_text, t.${side}_json), 'Tuple(text String, json String)') AS ${side}`;
  return atPlace(`${payload('input')}, ${payload('output')}`, place);
}

/** Previews of both payloads with the sizes of the whole. */
export function previewsQuery(place: Place): Query {
  const preview = (side: PayloadSide) =>
    `CAST((t.${side}_preview, '', length(t.${side}_text), length(t.${side}_json)),
  'Tuple(text String, json String, text_bytes UInt64, json_bytes UInt64)') AS ${side}`;
  return atPlace(`${preview('input')}, ${preview('output')}`, place);
}

/** Bytes of a payload. */
export function payloadSizeQuery(place: Place, side: PayloadSide, form: PayloadForm): Query {
  return atPlace(`length(t.${side}_${form}) AS bytes`, place);
}

/** Some bytes of a payload, as one value. */
export function payloadBytesQuery(
  place: Place,
  side: PayloadSide,
  form: PayloadForm,
  range: { first: number; length: number },
): Query {
  return atPlace(`substring(t.${side}_${form}, {first:UInt64}, {length:UInt64}) AS bytes`, place, {
    first: range.first + 1,
    length: range.length,
  });
}

/** The cursor that a request has, or would have, in a list. */
export function cursorQuery(place: Place, ranking: ListRanking): Query {
  return atPlace(`${cursorSql(ranking)} AS cursor`, place);
}

/** The spans of an OpenTelemetry trace, earliest first. */
export function spansQuery(traceId: string): Query {
  return {
    sql: `SELECT * EXCEPT stored_time FROM spans FINAL
WHERE trace_id = {trace_id:String} ORDER BY start_time, span_id LIMIT ${MAX_SPANS}`,
    params: { trace_id: traceId },
  };
}
