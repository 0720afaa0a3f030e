import type { AnnotationQuery, FieldConfigSource } from '@grafana/data';
import type { AdHocFiltersVariable, QueryVariable, SceneVariable } from '@grafana/scenes';
import type { DashboardCursorSync, DashboardLink, DataQuery, DataSourceRef } from '@grafana/schema';

/** A dashboard as Grafana saves and provisions it (the classic schema), as far as the workbench reads it. */
export interface DashboardModel {
  uid: string;
  title: string;
  schemaVersion: number;
  time?: { from: string; to: string };
  timezone?: string;
  refresh?: string | boolean;
  graphTooltip?: DashboardCursorSync;
  templating?: { list: SavedVariable[] };
  panels?: PanelModel[];
  links?: DashboardLink[];
  annotations?: { list: SavedAnnotation[] };
}

export interface SavedAnnotation extends AnnotationQuery {
  builtIn?: number;
}

/** A variable as saved. Enumerations are those of the scene variables that it becomes. */
export interface SavedVariable {
  type: string;
  name: string;
  label?: string;
  description?: string;
  hide?: SceneVariable['state']['hide'];
  skipUrlSync?: boolean;
  query?: QueryVariable['state']['query'];
  datasource?: DataSourceRef;
  refresh?: QueryVariable['state']['refresh'];
  sort?: QueryVariable['state']['sort'];
  regex?: string;
  current?: { text?: string | string[]; value?: string | string[] };
  multi?: boolean;
  includeAll?: boolean;
  allValue?: string | null;
  /** Those of ad hoc filters. */
  filters?: AdHocFiltersVariable['state']['filters'];
  baseFilters?: AdHocFiltersVariable['state']['filters'];
  allowCustomValue?: boolean;
}

/** A link at the title of a panel. */
export interface PanelLink {
  title: string;
  url: string;
  targetBlank?: boolean;
}

export interface PanelModel {
  id: number;
  type: string;
  title?: string;
  description?: string;
  gridPos: { x: number; y: number; w: number; h: number };
  datasource?: DataSourceRef;
  targets?: DataQuery[];
  options?: Record<string, unknown>;
  fieldConfig?: FieldConfigSource;
  transparent?: boolean;
  links?: PanelLink[];
  maxDataPoints?: number;
  interval?: string;
  pluginVersion?: string;
  collapsed?: boolean;
  panels?: PanelModel[];
}

/** Older dashboards need migrations that only Grafana has. */
export const OLDEST_SCHEMA = 39;

const PANEL_KEYS = new Set(
  'id type title description gridPos datasource targets options fieldConfig transparent links maxDataPoints interval pluginVersion collapsed panels'.split(
    ' ',
  ),
);

/**
 * The workbench shows a dashboard whole or not at all: what it would silently leave out is an error.
 * @throws Error naming what is not supported
 */
export function checkSupported(dashboard: DashboardModel): void {
  if (dashboard.schemaVersion < OLDEST_SCHEMA) {
    throw unsupported(`schemaVersion ${dashboard.schemaVersion} (the oldest is ${OLDEST_SCHEMA})`);
  }
  for (const panel of (dashboard.panels ?? []).flatMap((outer) => [outer, ...(outer.panels ?? [])])) {
    const unknown = Object.keys(panel).filter((key) => !PANEL_KEYS.has(key));
    if (unknown.length > 0) {
      throw unsupported(`${unknown.join(', ')} of panel "${panel.title ?? panel.id}"`);
    }
  }
}

export const unsupported = (what: string) => new Error(`The workbench does not support ${what}.`);
