/** The analytics views, one per model type, shown like tabs. */
export const VIEWS = [
  { uid: 'modeltrace-analytics', title: 'Model analytics', tab: 'External', modelType: 'external' },
  {
    uid: 'modeltrace-analytics-open-source',
    title: 'Model analytics: open-source',
    tab: 'Open-source',
    modelType: 'open-source',
  },
  {
    uid: 'modeltrace-analytics-fine-tuned',
    title: 'Model analytics: fine-tuned',
    tab: 'Fine-tuned',
    modelType: 'fine-tuned',
  },
];

const link = (title, uid) => ({
  title,
  type: 'link',
  url: `/d/${uid}`,
  keepTime: true,
  includeVars: false,
  asDropdown: false,
  targetBlank: false,
  icon: 'dashboard',
  tags: [],
  tooltip: '',
});
const viewLinks = [
  link('Overview', 'modeltrace-overview'),
  ...VIEWS.map((view) => link(view.tab, view.uid)),
  // Every dashboard has a variable of this name, and the traces page asks for a model where none is chosen.
  link('Traces', 'modeltrace-traces?${model:queryparam}'),
];

/** A dashboard with the links to all others at the top. */
export function dashboard({ uid, title, description, from, variables, panels, annotations = [], links = viewLinks }) {
  return {
    uid,
    title,
    description,
    tags: ['modeltrace'],
    schemaVersion: 41,
    version: 1,
    editable: true,
    graphTooltip: 1,
    timezone: 'browser',
    time: { from, to: 'now' },
    refresh: '',
    timepicker: {},
    annotations: { list: annotations },
    links,
    templating: { list: variables },
    panels: panels.map((panel, index) => ({ id: index + 1, ...panel })),
  };
}

/** A place on the grid of 24 columns. */
export const at = (x, y, w, h) => ({ x, y, w, h });
/** Colours of a failure rate. */
export const FAILURE_COLORS = [
  { color: 'green', value: null },
  { color: 'orange', value: 0.02 },
  { color: 'red', value: 0.1 },
];
