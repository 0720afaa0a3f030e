import { textOf } from '../../payload/json.js';
import type { Attributes } from '../message/anyValue.js';
import { firstValue } from './lookup.js';
import { TEXT_ATTRIBUTES } from './attributeNames.js';

/** What other dialects call an operation, and its GenAI name. */
const OPERATION_OF: ReadonlyMap<string, string> = new Map([
  ['chat', 'chat'],
  ['completion', 'text_completion'],
  ['text_completion', 'text_completion'],
  ['embedding', 'embeddings'],
  ['embeddings', 'embeddings'],
  ['generate_content', 'generate_content'],
  ['llm', 'chat'],
  ['ai.generatetext.dogenerate', 'chat'],
  ['ai.streamtext.dostream', 'chat'],
  ['ai.generateobject.dogenerate', 'chat'],
  ['ai.streamobject.dostream', 'chat'],
  ['ai.embed.doembed', 'embeddings'],
  ['ai.embedmany.doembed', 'embeddings'],
]);
const OPERATION_ATTRIBUTES = ['gen_ai.operation.name', 'llm.request.type', 'openinference.span.kind', 'ai.operationId'];

/**
 * The GenAI operation of a span that is one model request; undefined for every other span (agents, tools, workflows,
 * retrievals and whatever else names another operation). A span that names no operation but a GenAI model is a request.
 */
export function modelOperation(attributes: Attributes): string | undefined {
  const said = textOf(firstValue(attributes, OPERATION_ATTRIBUTES));
  if (said !== '') {
    return OPERATION_OF.get(said.toLowerCase());
  }
  return firstValue(attributes, TEXT_ATTRIBUTES.model) === undefined ? undefined : 'chat';
}
