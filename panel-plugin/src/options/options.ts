import { LIMITS } from '../contract/constants.gen';
import { isSectionId, type SectionId } from '../drawer/sections/sectionIds';
import type { LinkTemplate } from '../linkTemplates/templateLinks';
import { columnsOption } from './columnsOption';

/** How high the rows are; tall ones show several lines of input and output. */
export type Density = 'compact' | 'comfortable' | 'tall';

/** Date and time in the dashboard's time zone, or how long ago. */
export type TimeFormat = 'absolute' | 'relative';

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
  time: TimeFormat;
  /** Search, filters, export and the like above the table. */
  showToolbar: boolean;
  /** Numbers of the whole selection above the table. */
  showStrip: boolean;
  /** The list of models above the table; a dashboard with one of its own needs none here. */
  showModelPicker: boolean;
  /** Whether a viewer without a chosen model is asked for one before anything is shown. */
  askForModel: boolean;
  /** Searches that the dashboard offers to all its viewers. */
  savedSearches: SavedSearch[];
  /** Names of the shown columns in their order; none for the table's own. */
  columns: string[];
  /** Rows that are loaded at a time while scrolling; 0 for as many as the query has in its limit. */
  pageSize: number;
  /** Parts of an opened trace that are not shown. */
  hiddenSections: SectionId[];
  /** Links that every opened trace has. */
  linkTemplates: LinkTemplate[];
}

export const DEFAULT_OPTIONS: TracesPanelOptions = {
  modelVariable: 'model',
  searchVariable: 'search',
  density: 'comfortable',
  time: 'absolute',
  columns: [],
  showToolbar: true,
  showStrip: true,
  showModelPicker: true,
  askForModel: false,
  savedSearches: [],
  pageSize: 0,
  hiddenSections: [],
  linkTemplates: [],
};

/** Saved options may be older than the panel or written by hand, so every missing one takes its default. */
export function withDefaults(saved: Partial<TracesPanelOptions>): TracesPanelOptions {
  return {
    ...DEFAULT_OPTIONS,
    ...saved,
    columns: columnsOption(saved.columns),
    pageSize: pageSizeOption(saved.pageSize),
    hiddenSections: listOption(saved.hiddenSections).filter(isSectionId),
    linkTemplates: listOption(saved.linkTemplates).filter(isTemplate),
  };
}

/** Within what a query may ask for at once. */
function pageSizeOption(saved: unknown): number {
  const most = LIMITS.TracesQuery.limit.max;
  return typeof saved === 'number' && saved >= 1 ? Math.min(Math.round(saved), most) : DEFAULT_OPTIONS.pageSize;
}

function listOption(saved: unknown): unknown[] {
  return Array.isArray(saved) ? saved : [];
}

function isTemplate(saved: unknown): saved is LinkTemplate {
  const { name, url } = Object(saved) as Record<string, unknown>;
  return typeof name === 'string' && typeof url === 'string';
}
