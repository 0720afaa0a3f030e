import { CodedError } from '../../errors.js';
import type { Store } from '../../store/store.js';
import { locateQuery, type Place } from './getSql.js';

/** The error for a request id that is not stored. It does not repeat the id: errors go to logs and screens of others. */
export function noSuchTrace(): CodedError {
  return new CodedError('NOT_FOUND', 'There is no trace with this request_id.', {
    field: 'request_id',
    expected: 'the request id of a stored trace',
  });
}

/** @throws NOT_FOUND when there is no such request. */
export async function locate(store: Store, requestId: string, signal?: AbortSignal): Promise<Place> {
  const [place] = await store.rows<Place>(locateQuery(requestId), signal);
  if (!place) throw noSuchTrace();
  return place;
}
