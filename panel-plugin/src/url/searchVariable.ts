import type { InterpolateFunction } from '@grafana/data';
import { locationService } from '@grafana/runtime';

/** The variable's text, or undefined when the dashboard has no variable of that name. */
export function searchText(variable: string, replaceVariables: InterpolateFunction): string | undefined {
  if (!/^\w+$/.test(variable)) {
    return undefined;
  }
  const reference = `\${${variable}:raw}`;
  const text = replaceVariables(reference);
  return text === reference ? undefined : text;
}

/** Dashboards take variables from the URL. No history entry, so that Back does not step through half-typed words. */
export function writeSearch(variable: string, text: string): void {
  locationService.partial({ [`var-${variable}`]: text }, true);
}
