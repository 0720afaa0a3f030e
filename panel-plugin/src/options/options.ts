import type { PanelOptionsEditorBuilder } from '@grafana/data';
import { FRAME_FIELDS } from '../contract/constants.gen';
import { words } from '../words';

/** Columns a dashboard author can add to the table's own ones. Names are those of the traces frame. */
export const OPTIONAL_COLUMNS = [
  'model',
  'user_id',
  'input_tokens',
  'output_tokens',
  'cost_usd',
  'ttft_ms',
  'error_type',
  'tags_preview',
] as const satisfies readonly (keyof typeof FRAME_FIELDS.traces)[];

export type OptionalColumn = (typeof OPTIONAL_COLUMNS)[number];

export type Density = 'comfortable' | 'compact';

/** A search under a name. */
export interface SavedSearch {
  name: string;
  /** Condition in the query language. */
  query: string;
  /** Text to look for. */
  search?: string;
  sort?: string;
  order?: 'asc' | 'desc';
}

/** What a dashboard saves for this panel. */
export interface TracesPanelOptions {
  /** Name, without `$`, of the dashboard variable that the model picker writes. */
  modelVariable: string;
  /** Name, without `$`, of the dashboard variable that the search field writes. */
  searchVariable: string;
  density: Density;
  /** Search, filters, export and the like above the table. */
  showToolbar: boolean;
  /** Numbers of the whole selection above the table. */
  showStrip: boolean;
  /** Whether a viewer without a chosen model is asked for one before anything is shown. */
  askForModel: boolean;
  /** Searches that the dashboard offers to all its viewers. */
  savedSearches: SavedSearch[];
  columns: Partial<Record<OptionalColumn, boolean>>;
}

export const DEFAULT_OPTIONS: TracesPanelOptions = {
  modelVariable: 'model',
  searchVariable: 'search',
  density: 'comfortable',
  columns: {},
  showToolbar: true,
  showStrip: true,
  askForModel: false,
  savedSearches: [],
};

/** Saved options may be older than the panel or written by hand, so every missing one takes its default. */
export function withDefaults(saved: Partial<TracesPanelOptions>): TracesPanelOptions {
  return { ...DEFAULT_OPTIONS, ...saved, columns: { ...DEFAULT_OPTIONS.columns, ...saved.columns } };
}

/** Adds the panel's options to Grafana's panel editor. */
export function buildOptions(builder: PanelOptionsEditorBuilder<TracesPanelOptions>): void {
  builder
    .addTextInput({
      path: 'searchVariable',
      name: words.options.searchVariable,
      description: words.options.searchVariableHelp,
      defaultValue: DEFAULT_OPTIONS.searchVariable,
    })
    .addRadio({
      path: 'density',
      name: words.options.density,
      defaultValue: DEFAULT_OPTIONS.density,
      settings: {
        options: [
          { value: 'comfortable', label: words.options.comfortable },
          { value: 'compact', label: words.options.compact },
        ],
      },
    });
  for (const column of OPTIONAL_COLUMNS) {
    builder.addBooleanSwitch({
      path: `columns.${column}`,
      name: FRAME_FIELDS.traces[column].label,
      category: [words.options.columns],
      defaultValue: false,
    });
  }
}
