import type { QueryParams } from '../../store/paramsForm.js';

/** A condition over the columns of a table, without an alias: statements that change rows know none. */
export interface PlainCondition {
  sql: string;
  params: QueryParams;
}

const WORK = 'FROM removal_work WHERE work_id = {work_id:String}';

/** Notes the requests that a removal is about: ids of requests, OpenTelemetry traces and spans, nothing else of them. */
export function noteWork(workId: string, { sql, params }: PlainCondition): PlainCondition {
  return {
    sql: `INSERT INTO removal_work (work_id, request_id, trace_id, span_id)
SELECT {work_id:String}, request_id, trace_id, span_id FROM traces WHERE ${sql}`,
    params: { ...params, work_id: workId },
  };
}

/** Rows of `traces` that were noted. */
export function notedTraces(workId: string): PlainCondition {
  return {
    sql: `(trace_id, span_id, request_id) IN (SELECT trace_id, span_id, request_id ${WORK})`,
    params: { work_id: workId },
  };
}

/** Spans of the OpenTelemetry traces of noted requests. */
function spansAround(workId: string): PlainCondition {
  return { sql: `trace_id IN (SELECT trace_id ${WORK})`, params: { work_id: workId } };
}

/** OpenTelemetry traces of noted requests in which another request is stored; once the noted ones are gone. */
const SHARED = `SELECT trace_id FROM traces WHERE trace_id IN (SELECT trace_id ${WORK})`;

/**
 * Spans that go with the noted requests, once these are gone from `traces`: all spans of their OpenTelemetry trace when no
 * stored request is left in it, and otherwise the request's own span.
 */
export function spansToRemove(workId: string): PlainCondition {
  const around = spansAround(workId);
  return {
    sql: `${around.sql} AND (trace_id NOT IN (${SHARED})
  OR (trace_id, span_id) IN (SELECT trace_id, span_id ${WORK} AND trace_id IN (${SHARED})))`,
    params: around.params,
  };
}

/** Spans that stay because another request belongs to their OpenTelemetry trace. */
export function spansThatStay(workId: string): PlainCondition {
  return spansAround(workId);
}
