import { EARLIEST_YEAR, LATEST_YEAR, toEngineTime } from '../../ingest/engineTime.js';

/** What a time field takes, in words. */
export const EXPECTED_QUERY_TIME = `a time such as 2026-11-21T08:00:00Z, or a day (its midnight UTC) such as 2026-11-21, between ${EARLIEST_YEAR} and ${LATEST_YEAR}`;

/** The engine's form of a time or of a day's midnight UTC; undefined when it is neither. */
export function queryTime(text: string): string | undefined {
  return toEngineTime(/^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T00:00:00Z` : text);
}
