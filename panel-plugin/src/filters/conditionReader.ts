import type { components } from '../contract/api.gen';
import { LIMITS } from '../contract/constants.gen';
import { postResource, type PanelSource } from '../source/panelSource';
import type { QueryBuilder } from './queryFields';

export type QueryParseAnswer = components['schemas']['QueryParseAnswer'];
/** A fault in a condition, with its place in UTF-16 code units. */
export type QueryDiagnostic = components['schemas']['QueryDiagnostic'];

/**
 * Has the trace server read a condition; one with a fault is answered, too.
 * @throws what the resource call rejects with
 */
export async function readCondition(
  source: PanelSource | null,
  text: string,
  signal?: AbortSignal
): Promise<QueryParseAnswer> {
  // The rest could not be applied; so much is enough for the answer to say that it is too long.
  const asked = text.slice(0, LIMITS.QueryParseRequest.text.maxLength);
  return (await postResource(source, 'query/parse', { text: asked }, signal)) as QueryParseAnswer;
}

/**
 * Has the trace server write steps as a condition. Reading it gives the same steps.
 * @throws what the resource call rejects with, such as what a step has wrong
 */
export async function writeCondition(source: PanelSource | null, builder: QueryBuilder): Promise<string> {
  if (builder.steps.length === 0) {
    return '';
  }
  const answer = await postResource(source, 'query/format', { ...builder });
  return (answer as components['schemas']['QueryFormatAnswer']).text;
}
