import { t } from '@grafana/i18n';
import { visibleText } from '../../../hostile/visibleText';

/** How many members an object or array has. */
export function memberWords(count: number, isArray: boolean): string {
  return isArray
    ? t('payload.items', '', { count, defaultValue_one: '{{count}} item', defaultValue_other: '{{count}} items' })
    : t('payload.keys', '', { count, defaultValue_one: '{{count}} key', defaultValue_other: '{{count}} keys' });
}

/** Name of the button that folds an object or array. `key` is empty for what has none, as elements of arrays. */
export function foldName(key: string, count: number, isArray: boolean): string {
  const kind = isArray ? t('payload.array', 'Array') : t('payload.object', 'Object');
  return `${key === '' ? kind : visibleText(key)}, ${memberWords(count, isArray)}`;
}
