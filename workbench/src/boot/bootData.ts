import type { BootData } from '@grafana/data';
import type { WorkbenchSettings } from './settings';

export type Theme = 'light' | 'dark';
const THEME_KEY = 'modeltrace.workbench.theme';

/** The theme that the address asks for with `?theme=`, else the last one chosen, else dark as in Grafana. */
export function chosenTheme(): Theme {
  const asked = new URLSearchParams(window.location.search).get('theme');
  if (asked === 'light' || asked === 'dark') {
    localStorage.setItem(THEME_KEY, asked);
    return asked;
  }
  return localStorage.getItem(THEME_KEY) === 'light' ? 'light' : 'dark';
}

/** Grafana's packages read their configuration from this global while they load, so it must be set before. */
export function setBootData(settings: WorkbenchSettings): void {
  const theme = chosenTheme();
  const bootData = {
    assets: { light: '', dark: '' },
    navTree: [],
    user: {
      theme,
      lightTheme: theme === 'light',
      timezone: 'browser',
      locale: 'en-US',
      language: 'en-US',
      orgRole: 'Editor',
    },
    settings: {
      appSubUrl: '',
      appUrl: `${window.location.origin}/`,
      buildInfo: { version: '13.2.2', env: 'production', edition: 'Open Source' },
      featureToggles: {},
      datasources: Object.fromEntries(settings.dataSources.map((source) => [source.name, source])),
      defaultDatasource: settings.dataSources.find((source) => source.isDefault)?.name,
      panels: {},
    },
  };
  Object.assign(window, { grafanaBootData: bootData as unknown as BootData, __grafana_public_path__: '/public/' });
}
