import { at, dashboard } from './dashboard.mjs';
import { tracesTable } from './panels.mjs';
import { TABLE_ID } from './tracesLinks.mjs';
import { adHocFilters, textVariable } from './variables.mjs';

/** Grafana's `hide` of a variable that has no control above the panels. */
const HIDDEN = 2;

/** The traces page: one panel with everything in it. Its model picker and search field write the hidden variables. */
export function traces() {
  const table = tracesTable(at(0, 0, 24, 22), { model: ['$model'] }, '$search');
  return dashboard({
    uid: 'modeltrace-traces',
    title: 'Model traces',
    description: 'Every model request with its input, output and metadata.',
    from: 'now-30d',
    variables: [textVariable('model', 'Model', HIDDEN), adHocFilters(), textVariable('search', 'Search', HIDDEN)],
    panels: [{ ...table, id: TABLE_ID, options: { askForModel: true } }],
  });
}
