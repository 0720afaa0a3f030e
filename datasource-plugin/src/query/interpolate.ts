import type { ScopedVars } from '@grafana/data';
import type { Filters, ModeltraceQuery, VariableQuery } from '../types';

/** The part of Grafana's TemplateSrv that interpolation needs. */
export interface VariableReplacer {
  replace(target?: string, scopedVars?: ScopedVars, format?: string | ((value: unknown) => string)): string;
}

/** What a variable at "All" is replaced by when its custom all value says so: everything, so no filter. */
const ALL_VALUE = '$__all';

/** The interval of the panel, as saved queries name it. */
const PANEL_INTERVAL = '$__interval';

/** `$name`, `${name}`, `${name.path}`, `${name:format}` or `[[name]]` and nothing else. */
const ONE_VARIABLE = /^(?:\$\w+|\$\{[^{}]+\}|\[\[[^[\]]+\]\])$/;

/**
 * Puts the values of template variables into saved texts. Bound to one Grafana template service and the scoped
 * variables of one request (repeated panels, `$__interval`).
 */
export class Interpolation {
  constructor(
    private readonly templates: VariableReplacer,
    private readonly scopedVars: ScopedVars | undefined
  ) {}

  /** The text with variables in place; '' when that is a variable at "All". */
  text(text: string): string {
    const replaced = this.templates.replace(text, this.scopedVars);
    return replaced === ALL_VALUE ? '' : replaced;
  }

  /**
   * The list with variables in place. An entry that is exactly one variable becomes all of that variable's values; a
   * variable at "All", or without a value, becomes none. Entries are unique.
   */
  list(values: string[]): string[] {
    return [...new Set(values.flatMap((value) => this.entry(value)))].filter((value) => value !== ALL_VALUE);
  }

  /** The filters with variables in place; a field without a wanted value is no filter and left out. */
  filters(filters: Filters): Filters {
    const entries = Object.entries(filters).map(([field, values]) => [field, this.list(values)] as const);
    return Object.fromEntries(entries.filter(([, values]) => values.length > 0));
  }

  private entry(value: string): string[] {
    if (!ONE_VARIABLE.test(value)) {
      return [this.templates.replace(value, this.scopedVars)];
    }
    let values: string[] | undefined;
    // Grafana calls a format function with the variable's value unless the text names a format (`${model:csv}`).
    const text = this.templates.replace(value, this.scopedVars, (current: unknown) => {
      values = (Array.isArray(current) ? current : [current]).map(String);
      return '';
    });
    return (values ?? [text]).filter((entry) => entry !== '');
  }
}

/**
 * A query with the values of its variables, as the back end takes it. It is marked `interpolated`, by which the back end
 * tells text that looks like a variable from a variable nobody replaced. A marked query stays as it is: a value may read
 * like another variable.
 */
export function interpolateQuery(query: ModeltraceQuery, interpolation: Interpolation): ModeltraceQuery {
  if (query.interpolated) {
    return query;
  }
  switch (query.queryType) {
    case 'trace':
      return {
        ...query,
        ...(query.requestId && { requestId: interpolation.text(query.requestId) }),
        interpolated: true,
      };
    case 'metrics':
      return {
        ...query,
        ...narrowed(query, interpolation),
        ...(query.measures && { measures: interpolation.list(query.measures) }),
        ...(query.groupBy && { groupBy: interpolation.list(query.groupBy) }),
        ...(query.interval && { interval: interval(query.interval, interpolation) }),
        interpolated: true,
      };
    case 'traces':
    case 'latency':
    case 'heatmap':
    case 'replicas':
    case 'annotations':
      return { ...query, ...narrowed(query, interpolation), interpolated: true };
    default:
      return query;
  }
}

/** The panel's interval is the back end's to put in: it makes a width of it in which people read clocks and calendars. */
function interval(text: string, interpolation: Interpolation): string {
  return text === PANEL_INTERVAL ? text : interpolation.text(text);
}

/** The query as it may be saved. With the mark, an alert rule made of it would take a variable for text. */
export function withoutMark(query: ModeltraceQuery): ModeltraceQuery {
  const saved = { ...query };
  delete saved.interpolated;
  return saved;
}

/** A variable's query with the values of the variables it depends on. */
export function interpolateVariableQuery(query: VariableQuery, interpolation: Interpolation): VariableQuery {
  return {
    ...query,
    field: interpolation.text(query.field),
    ...(query.filters && { filters: interpolation.filters(query.filters) }),
  };
}

/** The properties that narrow what is read, where the query has them. */
function narrowed(query: { filters?: Filters; search?: string }, interpolation: Interpolation) {
  return {
    ...(query.filters && { filters: interpolation.filters(query.filters) }),
    ...(query.search && { search: interpolation.text(query.search) }),
  };
}
