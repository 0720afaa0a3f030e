import type { IconName } from '@grafana/data';

/** One thing that a text field offers. */
export interface Suggestion {
  key: string;
  text: string;
  detail?: string;
  icon?: IconName;
  /** Of the button that takes it off the list; missing where it stays. */
  removeLabel?: string;
}

/** Id of an item of a list, for `aria-activedescendant`. */
export function suggestionId(listId: string, index: number): string {
  return `${listId}-${index}`;
}
