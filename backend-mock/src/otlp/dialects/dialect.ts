import type { Attributes } from '../message/anyValue.js';
import type { OtlpSpan } from '../message/readSpan.js';

/** Names by which the ingest report and the documentation know the conventions. */
export type DialectName = 'otel-genai' | 'otel-genai-1.36' | 'openllmetry' | 'openinference' | 'vercel-ai' | 'other';

/** Fields of a trace that one attribute feeds. */
export type MappedField =
  | 'operation'
  | 'model'
  | 'response_model'
  | 'provider'
  | 'response_id'
  | 'conversation_id'
  | 'user_id'
  | 'deployment'
  | 'deployment_version'
  | 'connection'
  | 'gateway'
  | 'cache_status'
  | 'source'
  | 'source_type'
  | 'input_tokens'
  | 'output_tokens'
  | 'cached_input_tokens'
  | 'cache_write_tokens'
  | 'reasoning_tokens'
  | 'total_tokens'
  | 'cost_usd'
  | 'credits'
  | 'finish_reason'
  | 'streamed'
  | 'error_type'
  | 'error_http_status'
  | 'workflow_name'
  | 'workflow_run_id'
  | 'workflow_node_id'
  | 'tools';

/** Contents of a request or an answer, as a sender gave them. */
export interface Content {
  value: unknown;
  /** The JSON text of the value as it was sent, where it was sent as one. */
  json?: string;
  /** The attribute, event or group of attributes it came from. */
  from: string;
}

/** Looks for contents in one of the places senders put them. */
export type ContentSource = (span: OtlpSpan) => Content | undefined;

/** One instrumentation's way to write a model request into a span: a table of which attribute feeds which field. */
export interface Dialect {
  /** Attribute names by field, in the order they are asked. */
  fields: Partial<Record<MappedField, readonly string[]>>;
  /** Attributes with the time to the first token, and how many milliseconds their unit has. */
  firstToken?: readonly (readonly [name: string, milliseconds: number])[];
  /** Events whose time is the first token's. */
  firstTokenEvents?: readonly string[];
  /** What the values of the `operation` attributes mean; a value that is not here is no model request. */
  requests: ReadonlyMap<string, string>;
  inputs: readonly ContentSource[];
  outputs: readonly ContentSource[];
  /** Attributes that are request parameters: a prefix, or one whole name each with the parameter's name. */
  parameterPrefixes?: readonly string[];
  parameterNames?: Readonly<Record<string, string>>;
  /** An attribute that holds parameters as one JSON object. */
  parameterBundles?: readonly string[];
  /** Attributes below this prefix are key-value pairs of the user's own: tags. */
  tagPrefixes?: readonly string[];
  /**
   * Names and prefixes (with `*`) that are known and kept with the span, but feed no field of the trace: they are not
   * reported as unmapped.
   */
  known: readonly string[];
}

/** The first value that is there and not blank, with its attribute's name. */
export function firstPresent(
  attributes: Attributes,
  names: readonly string[],
): { name: string; value: unknown } | undefined {
  for (const name of names) {
    const value = attributes.get(name);
    if (value !== undefined && value !== null && value !== '') return { name, value };
  }
  return undefined;
}
