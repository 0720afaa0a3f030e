import { escapeInvisible } from '../../hostile/visibleText';
import { isSecretMember, REDACTED, withoutKeys } from './secrets';

/** A string with the colon that makes it a key, or white space that terminals may take for something else. */
const PIECE = /"[^"\\]*(?:\\[\s\S][^"\\]*)*"(\s*:)?|\r\n?|[\u2028\u2029\ufeff]/g;

/** Levels of JSON inside strings of JSON that are looked into, as arguments of tool calls are. */
const MAX_LEVELS = 3;

/**
 * A JSON text without secrets and without invisible characters: values of members that hold secrets and what looks like
 * a key become `[redacted]`, what hides becomes an escape. All else stays as it is written.
 */
export function redactJson(json: string, levels = MAX_LEVELS): string {
  let secretFrom = -1;
  return json.replace(PIECE, (piece, colon: string | undefined, offset: number) => {
    if (!piece.startsWith('"')) {
      return '\n';
    }
    if (colon !== undefined) {
      const key = stringValue(piece.slice(0, piece.length - colon.length));
      secretFrom = isSecretMember(key) ? offset + piece.length : -1;
      return escapeInvisible(piece.slice(0, piece.length - colon.length)) + colon;
    }
    const isSecret = secretFrom >= 0 && json.slice(secretFrom, offset).trim() === '';
    secretFrom = -1;
    return isSecret ? JSON.stringify(REDACTED) : escapeInvisible(redactString(piece, levels));
  });
}

/** The string as it was written, unless something had to be taken out of it. */
function redactString(written: string, levels: number): string {
  const value = stringValue(written);
  const redacted = withoutKeys(holdsJson(value) && levels > 0 ? redactJson(value, levels - 1) : value);
  return redacted.includes(REDACTED) && redacted !== value ? JSON.stringify(redacted) : written;
}

function holdsJson(value: string): boolean {
  return /^\s*[{[]/.test(value);
}

function stringValue(written: string): string {
  try {
    return JSON.parse(written) as string;
  } catch {
    return written;
  }
}
