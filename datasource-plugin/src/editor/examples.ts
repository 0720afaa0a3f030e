import { QUERY_SCHEMA_VERSION } from '../contract/constants.gen';
import type { ModeltraceQuery } from '../types';

/** A query to start from, with what it shows. */
export interface Example {
  title: string;
  text: string;
  query: ModeltraceQuery;
}

const base = { refId: 'A', schemaVersion: QUERY_SCHEMA_VERSION };

/** Every query type for dashboards, Explore and alert rules. */
export const EXAMPLES: Example[] = [
  {
    title: 'Failed requests',
    text: 'The newest requests that ended with an error or a timeout.',
    query: { ...base, queryType: 'traces', query: 'status = failed' },
  },
  {
    title: 'Slow requests, the slowest first',
    text: 'Requests that took longer than ten seconds.',
    query: { ...base, queryType: 'traces', query: 'duration_ms > 10s', sort: 'duration_ms', order: 'desc' },
  },
  {
    title: 'Requests that mention a text',
    text: 'Looks in request id, input, output, error message and tags.',
    query: { ...base, queryType: 'traces', search: 'refund' },
  },
  {
    title: 'Requests with a system prompt about extraction, the most tokens first',
    text: 'A condition on the payload, by JSONPath.',
    query: {
      ...base,
      queryType: 'traces',
      query: `$.request.messages[?(@.role == 'system')].content contains "extract"`,
      sort: 'total_tokens',
      order: 'desc',
    },
  },
  {
    title: 'New requests as they arrive',
    text: 'The table grows while it is open.',
    query: { ...base, queryType: 'traces', live: true },
  },
  {
    title: 'One request as spans',
    text: 'Waits for a request ID, such as one of the table of traces, or an OpenTelemetry trace ID.',
    query: { ...base, queryType: 'trace', requestId: '' },
  },
  {
    title: 'Failure rate per model',
    text: 'One line per model; hours up to one day, then days.',
    query: { ...base, queryType: 'metrics', measures: ['failure_rate'], groupBy: ['model'] },
  },
  {
    title: 'P99 latency per model as one number',
    text: 'For stat panels and alert rules: the whole time range; models with fewer than 50 requests have no value.',
    query: {
      ...base,
      queryType: 'metrics',
      measures: ['duration_p99_ms'],
      groupBy: ['model'],
      interval: 'none',
      minRequests: 50,
    },
  },
  {
    title: 'Tokens per provider and day',
    text: 'Several measures make several series.',
    query: {
      ...base,
      queryType: 'metrics',
      measures: ['input_tokens', 'output_tokens'],
      groupBy: ['provider'],
      interval: '1d',
    },
  },
  {
    title: 'Latency of every request',
    text: 'One point per request, the slowest kept where there are too many.',
    query: { ...base, queryType: 'latency' },
  },
  {
    title: 'Latency heatmap',
    text: 'Requests by time and response time, for the Heatmap panel.',
    query: { ...base, queryType: 'heatmap' },
  },
  {
    title: 'Replicas of hosted models',
    text: 'One series per hardware configuration.',
    query: { ...base, queryType: 'replicas' },
  },
  {
    title: 'Version changes and error bursts',
    text: 'Events to mark on charts; in Explore, as a table.',
    query: { ...base, queryType: 'annotations', kinds: ['deployment', 'version-change', 'error-burst'] },
  },
];

/** A piece of the query language and what it selects. */
export const CHEAT_SHEET: { written: string; means: string }[] = [
  { written: 'status = failed', means: 'Errors and time-outs' },
  { written: 'model:gpt-4*', means: 'Models whose names begin so; ? stands for one character' },
  { written: 'duration > 1.5s AND cost > 0.50', means: 'Durations, numbers and money; also 250ms, 0:01:500, 10k' },
  { written: 'source contains nightly', means: 'Text inside a value, whatever its case' },
  { written: 'workflow matches "^prod-.*-v2$"', means: 'A regular expression' },
  { written: 'model in (gpt-4o, "my model")', means: 'Any of several values' },
  { written: 'NOT (user:batch OR tags.env = test)', means: 'AND, OR, NOT and parentheses; tags by their name' },
  { written: 'ttft exists', means: 'The value is known' },
  { written: 'refund "payment terms"', means: 'Text in request id, input, output, error message or tags' },
  { written: '$.request.temperature > 0.9', means: 'JSONPath in the request; $.response likewise' },
  { written: 'model = $model', means: 'A dashboard variable, with all of its chosen values' },
];
