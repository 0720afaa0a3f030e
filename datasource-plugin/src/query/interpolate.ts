import type { ScopedVars } from '@grafana/data';
import type { Filters, ModeltraceQuery, VariableQuery } from '../types';
import { isQueryType } from './defaults';
import { interpolateCondition } from './interpolateCondition';
import {
  soleExpression,
  type VariableExpression,
  type VariableLookup,
  type VariableValues,
} from './interpolateExpression';

/** The part of Grafana's TemplateSrv that interpolation needs. */
export interface VariableReplacer {
  replace(target?: string, scopedVars?: ScopedVars, format?: string | ((value: unknown) => string)): string;
}

/** Grafana's value of a variable at "All". Dashboards have it as custom all value too, where everything is meant. */
const ALL_VALUE = '$__all';
const ALL_TEXT = 'All';

/** What the viewer types into a variable's drop-down list: Grafana does not say that it is nothing. */
const NO_SEARCH: ScopedVars = { __searchFilter: { text: '', value: '' } };

/** The interval of the panel, as saved queries name it. */
const PANEL_INTERVAL = '$__interval';

/**
 * Puts the values of template variables into saved texts. Bound to one Grafana template service and the scoped
 * variables of one request (repeated panels, `$__interval`).
 */
export class Interpolation implements VariableLookup {
  private readonly scopedVars: ScopedVars;

  constructor(
    private readonly templates: VariableReplacer,
    scopedVars: ScopedVars | undefined
  ) {
    this.scopedVars = { ...NO_SEARCH, ...scopedVars };
  }

  /** The text with variables in place; '' when that is a variable at "All". */
  text(text: string): string {
    const sole = soleExpression(text);
    const values = sole && this.values(sole);
    return values === 'all' || values?.length === 0 ? '' : this.templates.replace(text, this.scopedVars);
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

  /** The condition in the query language with variables in place, as values that nothing in them gets out of. */
  condition(text: string): string {
    return interpolateCondition(text, this);
  }

  values(expression: VariableExpression): VariableValues {
    let values: string[] | undefined;
    // Grafana calls a format function with the variable's value, unless that is a custom all value.
    const text = this.templates.replace(expression.plain, this.scopedVars, (current: unknown) => {
      values = (Array.isArray(current) ? current : [current]).map(String);
      return '';
    });
    const known = values ?? [text];
    if (known.length === 1 && known[0] === expression.plain) {
      return `$${expression.name}` === ALL_VALUE ? 'all' : undefined;
    }
    if (known.includes(ALL_VALUE) || (values !== undefined && this.isAtAll(expression.name))) {
      return 'all';
    }
    return known.filter((value) => value !== '');
  }

  formatted(expression: VariableExpression): string {
    return this.templates.replace(expression.text, this.scopedVars);
  }

  /**
   * Whether a variable stands at "All". Without a custom all value Grafana gives all of its options instead, which are
   * not all values there are; its form for addresses tells, its text does where a variable is kept out of addresses.
   */
  private isAtAll(name: string): boolean {
    const parameter = this.templates.replace(`\${${name}:queryparam}`, this.scopedVars);
    return parameter === ''
      ? this.templates.replace(`\${${name}:text}`, this.scopedVars) === ALL_TEXT
      : parameter === `var-${name}=${ALL_VALUE}` || parameter === `var-${name}=${encodeURIComponent(ALL_VALUE)}`;
  }

  private entry(value: string): string[] {
    const sole = soleExpression(value);
    const values = sole && this.values(sole);
    if (values === 'all' || values?.length === 0) {
      return [];
    }
    return values !== undefined && sole?.format === undefined
      ? values
      : [this.templates.replace(value, this.scopedVars)];
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
  return isQueryType(query.queryType) ? { ...interpolated(query, interpolation), interpolated: true } : query;
}

function interpolated(query: ModeltraceQuery, interpolation: Interpolation): ModeltraceQuery {
  switch (query.queryType) {
    case 'trace':
      return {
        ...query,
        ...(query.requestId && { requestId: interpolation.text(query.requestId) }),
        ...(query.traceId && { traceId: interpolation.text(query.traceId) }),
      };
    case 'metrics':
      return {
        ...query,
        ...narrowed(query, interpolation),
        ...(query.measures && { measures: interpolation.list(query.measures) }),
        ...(query.groupBy && { groupBy: interpolation.list(query.groupBy) }),
        ...withInterval(query, interpolation),
      };
    case 'heatmap':
      return { ...query, ...narrowed(query, interpolation), ...withInterval(query, interpolation) };
    case 'window':
      return query;
    default:
      return { ...query, ...narrowed(query, interpolation) };
  }
}

/** The panel's interval is the back end's to put in: it makes a width of it in which people read clocks and calendars. */
function withInterval({ interval }: { interval?: string }, interpolation: Interpolation) {
  return interval && interval !== PANEL_INTERVAL ? { interval: interpolation.text(interval) } : {};
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
    ...(query.query && { query: interpolation.condition(query.query) }),
    ...(query.contains && { contains: interpolation.text(query.contains) }),
  };
}

/** The properties that narrow what is read, where the query has them. */
function narrowed(query: { filters?: Filters; search?: string; query?: string }, interpolation: Interpolation) {
  return {
    ...(query.filters && { filters: interpolation.filters(query.filters) }),
    ...(query.search && { search: interpolation.text(query.search) }),
    ...(query.query && { query: interpolation.condition(query.query) }),
  };
}
