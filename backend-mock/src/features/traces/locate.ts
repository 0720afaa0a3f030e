import { CodedError } from '../../errors.js';
import type { Store } from '../../store/store.js';
import { locateQuery, type Place } from './getSql.js';

/** The error for a request id that is not stored. */
export function noSuchTrace(requestId: string): CodedError {
  return new CodedError('NOT_FOUND', `There is no trace with request id ${JSON.stringify(requestId)}.`, {
    field: 'request_id',
    expected: 'the request id of a stored trace',
  });
}

/** @throws NOT_FOUND when there is no such request. */
export async function locate(store: Store, requestId: string, signal?: AbortSignal): Promise<Place> {
  const [place] = await store.rows<Place>(locateQuery(requestId), signal);
  if (!place) throw noSuchTrace(requestId);
  return place;
}
