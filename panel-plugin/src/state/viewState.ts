/**
 * What a viewer chose in the panel. All of it is in the URL, so that a link shows a colleague the same. A missing
 * property is as the panel's query and options say.
 */
export interface ViewState {
  /** Name of the chosen model; ALL_MODELS when all were chosen, '' when none was. */
  model: string;
  /** Text to look for in request id, input, output, error message and tags. */
  search: string;
  /** Condition in the query language, from the filter builder or the query bar. */
  query: string;
  /** Column of the trace server's list, and its direction. */
  sort?: string;
  order?: 'asc' | 'desc';
  /** New traces come to the top. */
  live: boolean;
  /** Shown columns in their order, with widths in pixels, as `table/columnsText` writes it. */
  columns?: string;
}

/** Grafana's value of a variable at "All", also used where the model is no variable. */
export const ALL_MODELS = '$__all';

type ViewKey = keyof ViewState;

/** What is kept under the panel's own URL parameters; the values are their texts. */
const OWN_KEYS = ['model', 'search', 'query', 'sort', 'order', 'live', 'columns'] as const satisfies readonly ViewKey[];

/** Several traces panels of a dashboard keep apart by the panel's id. */
export function viewParameterPrefix(panelId: number): string {
  return `mt-${panelId}-`;
}

/** URL parameter of one key of one panel. */
function viewParameter(panelId: number, key: ViewKey): string {
  return viewParameterPrefix(panelId) + key;
}

/** The state that an address holds. What cannot be read counts as not chosen. */
export function readViewState(address: URLSearchParams, panelId: number): ViewState {
  const text = (key: ViewKey) => address.get(viewParameter(panelId, key)) ?? '';
  const order = text('order');
  return {
    model: text('model'),
    search: text('search'),
    query: text('query'),
    live: text('live') === '1',
    ...(text('sort') !== '' && { sort: text('sort') }),
    ...((order === 'asc' || order === 'desc') && { order }),
    ...(text('columns') !== '' && { columns: text('columns') }),
  };
}

/** URL parameters for a change; null removes one. Only keys that are in `change` are named. */
export function viewParameters(change: Partial<ViewState>, panelId: number): Record<string, string | null> {
  const parameters: Record<string, string | null> = {};
  for (const key of OWN_KEYS) {
    if (key in change) {
      parameters[viewParameter(panelId, key)] = parameterText(change[key]);
    }
  }
  return parameters;
}

function parameterText(value: string | boolean | undefined): string | null {
  if (typeof value === 'boolean') {
    return value ? '1' : null;
  }
  return value === undefined || value === '' ? null : value;
}
