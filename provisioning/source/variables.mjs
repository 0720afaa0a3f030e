import { datasource } from './panels.mjs';

/** Value of a variable that stands for no filter. */
export const ALL = '$__all';

/** A dashboard variable with the values of a field, narrowed by other variables. */
export function fieldVariable(name, label, field, filters, { all = true, multi = false } = {}) {
  return {
    type: 'query',
    name,
    label,
    datasource,
    query: { refId: name, field, filters },
    refresh: 2,
    sort: 0,
    multi,
    includeAll: all,
    ...(all
      ? { allValue: ALL, current: { selected: true, text: multi ? ['All'] : 'All', value: multi ? [ALL] : ALL } }
      : { current: {} }),
    options: [],
    hide: 0,
    skipUrlSync: false,
  };
}
