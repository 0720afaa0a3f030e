import { dateTime, type DataSourceInstanceSettings, type ScopedVars, type TimeRange } from '@grafana/data';
import type { TemplateSrv } from '@grafana/runtime';
import { ModeltraceDataSource } from '../datasource';
import type { ModeltraceOptions } from '../types';

/** The values of variables by name; one with `options` is at "All". */
export type Variables = Record<string, string | string[] | { options: string[]; allValue?: string }>;
type Format = string | ((value: unknown) => string);

const EXPRESSION = /\$(\w+)|\$\{(\w+)(?::([\w:]+))?\}|\[\[(\w+)(?::(\w+))?\]\]/g;
const ALL_FORMATS: Readonly<Record<string, string>> = { text: 'All', queryparam: 'var-x=$__all' };

/** What a variable at "All" becomes: its custom all value as it is, or all options. */
function formattedAll(
  name: string,
  value: { options: string[]; allValue?: string },
  format: Format | undefined
): string {
  const known = typeof format === 'string' ? ALL_FORMATS[format]?.replace('-x=', `-${name}=`) : undefined;
  return known ?? value.allValue ?? formatted(name, value.options, format);
}

function formatted(name: string, value: unknown, format: Format | undefined): string {
  if (value === '$__all') {
    return value; // A custom all value is not formatted.
  }
  if (format === 'queryparam') {
    return [value]
      .flat()
      .map((one) => `var-${name}=${encodeURIComponent(String(one))}`)
      .join('&');
  }
  if (typeof format === 'function') {
    return format(value);
  }
  if (!Array.isArray(value)) {
    return String(value);
  }
  if (format === 'regex') {
    return `(${value.join('|')})`;
  }
  return format === 'csv' || format === 'raw'
    ? value.join(',')
    : format === 'pipe'
      ? value.join('|')
      : `{${value.join(',')}}`;
}

/** Replaces variables by the rules of Grafana's template service: a format in the text wins over the given one. */
export function fakeTemplates(variables: Variables): TemplateSrv {
  return {
    getVariables: () => Object.keys(variables).map((name) => ({ name, type: 'custom' })) as never,
    containsTemplate: (text) => (text ?? '').includes('$'),
    updateTimeRange: () => undefined,
    replace: (text = '', scopedVars: ScopedVars = {}, format?: unknown) =>
      text.replace(EXPRESSION, (all, a?: string, b?: string, bFormat?: string, c?: string, cFormat?: string) => {
        const name = a ?? b ?? c ?? '';
        const value: unknown = scopedVars[name] ? scopedVars[name].value : variables[name];
        const wanted = bFormat ?? cFormat ?? (format as Format | undefined);
        if (typeof value === 'object' && value !== null && 'options' in value) {
          return formattedAll(name, value as { options: string[]; allValue?: string }, wanted);
        }
        return value === undefined ? all : formatted(name, value, wanted);
      }),
  };
}

export const settings = {
  uid: 'modeltrace',
  type: 'modeltrace-traces-datasource',
  name: 'Modeltrace',
  jsonData: {},
} as DataSourceInstanceSettings<ModeltraceOptions>;

/**
 * A data source whose back end answers resources from a table of path to answer, or to what makes the answer of a posted
 * body; requests are kept in `requests`, with the posted body as `params`.
 */
export function fakeDataSource(answers: Record<string, unknown>, variables: Variables = {}) {
  const datasource = new ModeltraceDataSource(settings, fakeTemplates(variables));
  const requests: { path: string; params?: Record<string, unknown> }[] = [];
  const answer = async (path: string, params?: Record<string, unknown>): Promise<never> => {
    requests.push({ path, params });
    if (!(path in answers)) {
      throw new Error(`no answer for ${path}`);
    }
    const given = answers[path];
    return (await (typeof given === 'function' ? (given as (body: unknown) => unknown)(params) : given)) as never;
  };
  jest.spyOn(datasource, 'getResource').mockImplementation(answer);
  jest.spyOn(datasource, 'postResource').mockImplementation(answer as never);
  return { datasource, requests };
}

export const range: TimeRange = {
  from: dateTime('2026-11-20T00:00:00Z'),
  to: dateTime('2026-11-21T00:00:00Z'),
  raw: { from: 'now-24h', to: 'now' },
};
