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

/** Ad hoc filters: whatever field and value a reader picks, applied to every query of the dashboard. */
export const adHocFilters = () => ({
  type: 'adhoc',
  name: 'filters',
  label: 'Filters',
  datasource,
  filters: [],
  baseFilters: [],
  allowCustomValue: true,
  hide: 0,
  skipUrlSync: false,
});

/** A variable with fixed choices; the first of `choices` ([text, value]) is chosen. */
export const choiceVariable = (name, label, choices) => ({
  type: 'custom',
  name,
  label,
  query: choices.map(([text, value]) => `${text} : ${value}`).join(','),
  multi: false,
  includeAll: false,
  current: { selected: true, text: choices[0][0], value: choices[0][1] },
  options: choices.map(([text, value], index) => ({ text, value, selected: index === 0 })),
  hide: 0,
  skipUrlSync: false,
});

/** A text that the reader types. */
export const textVariable = (name, label, hide = 0) => ({
  type: 'textbox',
  name,
  label,
  query: '',
  current: { text: '', value: '' },
  options: [],
  hide,
  skipUrlSync: false,
});
