import { store } from '@grafana/data';
import pluginJson from '../plugin.json';

/** Models belong to a data source, so each has a last one of its own. */
const keyOf = (dataSourceUid: string) => `${pluginJson.id}.lastModel.${dataSourceUid}`;

/** The model that this browser showed last, or undefined. */
export function lastModel(dataSourceUid: string): string | undefined {
  try {
    const model: unknown = store.get(keyOf(dataSourceUid));
    return typeof model === 'string' && model !== '' ? model : undefined;
  } catch {
    return undefined; // The browser keeps nothing for this page.
  }
}

export function rememberModel(dataSourceUid: string, model: string): void {
  try {
    store.set(keyOf(dataSourceUid), model);
  } catch {
    // The next visit asks again.
  }
}
