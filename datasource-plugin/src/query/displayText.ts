import { DIMENSIONS, MEASURES } from '../contract/constants.gen';
import type { Filters, ModeltraceQuery } from '../types';
import { ANNOTATION_KINDS } from './annotationKinds';
import { isQueryType } from './defaults';
import { queryField } from './queryFields';

/** A query in words: tells saved queries apart in query history, inspect, collapsed editors and help. */
export function queryDisplayText(query: ModeltraceQuery): string {
  if (!isQueryType(query.queryType)) {
    return '';
  }
  const where = [...conditions(query)].join(', ');
  return `${subject(query)}${where && ` ${where}`}`;
}

function measureLabel(measure: string): string {
  return label(MEASURES, measure)?.label ?? measure;
}

export function fieldLabel(field: string): string {
  return label(DIMENSIONS, field) ?? field;
}

function subject(query: ModeltraceQuery): string {
  switch (query.queryType) {
    case 'traces':
      return tracesText(query);
    case 'trace':
      return traceText(query);
    case 'metrics':
      return metricsText(query);
    case 'latency':
      return 'Latency of requests';
    case 'heatmap':
      return `Heatmap of ${query.field === 'ttft_ms' ? 'time to first token' : 'response time'}`;
    case 'replicas':
      return REPLICAS[query.value ?? 'all'];
    case 'annotations':
      return annotationsText(query);
    case 'window':
      return query.edge === 'end' ? 'End of the time range' : 'Start of the time range';
  }
}

const REPLICAS = {
  all: 'Replicas',
  replicas: 'Replicas',
  max_replicas: 'Configured maximum of replicas',
  saturation: 'Replicas as share of the maximum',
};

function tracesText({ sort, order, live }: Extract<ModeltraceQuery, { queryType: 'traces' }>): string {
  const column = queryField(sort ?? '')?.label ?? sort;
  const isOther = (sort !== undefined && sort !== 'start_time') || order === 'asc';
  const sorted = isOther
    ? ` by ${lower(column ?? 'executed on')} (${order === 'asc' ? 'ascending' : 'descending'})`
    : '';
  return `Requests${live === true ? ' as they arrive' : ''}${sorted}`;
}

function traceText({ requestId, traceId }: Extract<ModeltraceQuery, { queryType: 'trace' }>): string {
  return requestId ? `Request ${requestId}` : `Trace ${traceId ?? ''}`.trim();
}

function annotationsText({ kinds }: Extract<ModeltraceQuery, { queryType: 'annotations' }>): string {
  return (kinds ?? []).map((kind) => label(ANNOTATION_KINDS, kind)?.label ?? kind).join(', ') || 'Events';
}

function metricsText({ measures, groupBy, interval }: Extract<ModeltraceQuery, { queryType: 'metrics' }>): string {
  const numbers = (measures ?? []).map(measureLabel).join(', ') || 'Metrics';
  const groups = (groupBy ?? []).map((field) => lower(fieldLabel(field))).join(', ');
  return `${numbers}${groups && ` by ${groups}`}${intervalText(interval)}`;
}

function intervalText(interval: string | undefined): string {
  switch (interval) {
    case undefined:
    case 'auto':
    case '$__interval':
      return '';
    case 'none':
      return ' as one number';
    default:
      return ` per ${interval}`;
  }
}

function* conditions(query: ModeltraceQuery): Generator<string> {
  const own = conditionTexts(query);
  if (own.length > 0) {
    yield `where ${own.length === 1 ? own.join('') : own.map((text) => `(${text})`).join(' and ')}`;
  }
  if ('filters' in query && query.filters) {
    const filters = filterTexts(query.filters).join(', ');
    if (filters !== '') {
      yield own.length > 0 ? filters : `with ${filters}`;
    }
  }
  if ('search' in query && query.search) {
    yield `containing "${query.search}"`;
  }
}

/** The query's own condition, and what a panel adds to it. */
function conditionTexts(query: ModeltraceQuery): string[] {
  const own = 'query' in query ? [query.query ?? ''] : [];
  const added = 'conditions' in query ? (query.conditions ?? []) : [];
  return [...own, ...added].map(conditionWords).filter((text) => text !== '');
}

/** The condition in one line; its joining words are those of a sentence. */
function conditionWords(condition: string): string {
  return condition
    .split(/("(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*')/)
    .map((part, index) =>
      index % 2 === 1 ? part : part.replace(/\s+/g, ' ').replace(/\b(?:AND|OR|NOT)\b/g, (word) => word.toLowerCase())
    )
    .join('')
    .trim();
}

function filterTexts(filters: Filters): string[] {
  return Object.entries(filters)
    .filter(([, values]) => values.length > 0)
    .map(([field, values]) => `${lower(fieldLabel(field))} ${values.join(' or ')}`);
}

/** A label inside a sentence; abbreviations such as HTTP stay. */
function lower(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

function label<T>(labels: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(labels, key) ? labels[key] : undefined;
}
