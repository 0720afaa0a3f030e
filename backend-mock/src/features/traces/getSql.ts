import type { Query } from '../../store/store.js';

/** Spans of one trace that are shown at most. */
const MAX_SPANS = 10_000;

/** Where a request is stored: the id's projection leads to the row's place in the table. */
export function locateQuery(requestId: string): Query {
  return {
    sql: `SELECT model, toUnixTimestamp64Micro(start_time) AS start_micros FROM traces
WHERE request_id = {request_id:String} LIMIT 1`,
    params: { request_id: requestId },
  };
}

/** The whole row of a request at a known place. */
export function traceQuery(place: { model: string; start_micros: number }, requestId: string): Query {
  return {
    sql: `SELECT * FROM traces
WHERE model = {model:String} AND start_time = fromUnixTimestamp64Micro({start_micros:Int64}, 'UTC')
  AND request_id = {request_id:String}
LIMIT 1`,
    params: { model: place.model, start_micros: place.start_micros, request_id: requestId },
  };
}

/** The spans of an OpenTelemetry trace, earliest first. */
export function spansQuery(traceId: string): Query {
  return {
    sql: `SELECT * EXCEPT stored_time FROM spans FINAL
WHERE trace_id = {trace_id:String} ORDER BY start_time, span_id LIMIT ${MAX_SPANS}`,
    params: { trace_id: traceId },
  };
}
