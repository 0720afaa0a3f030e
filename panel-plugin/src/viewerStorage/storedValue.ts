import { config } from '@grafana/runtime';
import { useSyncExternalStore } from 'react';
import pluginJson from '../plugin.json';

/** Something that this browser keeps for one viewer in one organisation. It is never sent anywhere. */
interface StoredValue<T> {
  /** The same object for as long as what is stored is the same. */
  read: () => T;
  /** False when the browser keeps nothing, as in some private windows. */
  write: (value: T) => boolean;
  subscribe: (listener: () => void) => () => void;
}

/**
 * @param name what is kept
 * @param readValue makes a value of whatever is found: it may be missing, of another version, or written by hand
 */
export function storedValue<T>(name: string, readValue: (found: unknown) => T): StoredValue<T> {
  const listeners = new Set<() => void>();
  let cached: { text: string | null; value: T } | undefined;
  const read = () => {
    const text = storedText(keyOf(name));
    if (cached?.text !== text) {
      cached = { text, value: readValue(parsed(text)) };
    }
    return cached.value;
  };
  return {
    read,
    write: (value) => {
      const isKept = storeText(keyOf(name), JSON.stringify(value));
      listeners.forEach((listener) => {
        listener();
      });
      return isKept;
    },
    subscribe: (listener) => {
      listeners.add(listener);
      // Other tabs of the same browser.
      window.addEventListener('storage', listener);
      return () => {
        listeners.delete(listener);
        window.removeEventListener('storage', listener);
      };
    },
  };
}

/** What is stored, followed through changes in this tab and others. */
export function useStoredValue<T>(stored: StoredValue<T>): T {
  return useSyncExternalStore(stored.subscribe, stored.read);
}

/** Several people may use one browser, so the key names who is signed in where. */
function keyOf(name: string): string {
  const { user } = (config as { bootData?: { user?: { id?: number; orgId?: number } } }).bootData ?? {};
  return [pluginJson.id, user?.orgId ?? 0, user?.id ?? 0, name].join('.');
}

function storedText(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function storeText(key: string, text: string): boolean {
  try {
    localStorage.setItem(key, text);
    return true;
  } catch {
    return false;
  }
}

function parsed(text: string | null): unknown {
  try {
    return text === null ? undefined : (JSON.parse(text) as unknown);
  } catch {
    return undefined;
  }
}
