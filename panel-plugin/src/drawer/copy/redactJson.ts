import { escapeInvisible } from '../../hostile/visibleText';
import { stringEnd } from '../payload/json/jsonTokens';
import { isSecretMember, REDACTED, withoutKeys } from './secrets';

/** Levels of JSON inside strings of JSON that are looked into, as arguments of tool calls are. */
const MAX_LEVELS = 3;

const COLON = /\s*:/y;

/** White space that terminals may take for something else. */
const ODD_SPACE = /\r\n?|[\u2028\u2029\ufeff]/g;

/**
 * A JSON text without secrets and without invisible characters: values of members that hold secrets and what looks like
 * a key become `[redacted]`, what hides becomes an escape. All else stays as it is written. A text that is no JSON, or
 * was cut off, holds neither afterwards either: terminals would obey control characters that are pasted into them.
 */
export function redactJson(json: string, levels = MAX_LEVELS): string {
  const redacted = redactParts(json, levels);
  return isJson(json) ? redacted : redacted.replace(MEMBER, withoutSecret);
}

/** A member whose value is a text, also where a quote too many or too few shifts what is text and what is not. */
const MEMBER = /"([^"\\\n]{1,100})"(\s*:\s*)"[^"]*"?/g;

function withoutSecret(member: string, name: string, colon: string): string {
  return isSecretMember(name) ? `"${name}"${colon}${JSON.stringify(REDACTED)}` : member;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function redactParts(json: string, levels: number): string {
  const parts: string[] = [];
  let isSecret = false;
  let at = 0;
  for (let quote = json.indexOf('"'); quote >= 0; quote = json.indexOf('"', at)) {
    const between = json.slice(at, quote);
    isSecret &&= between.trim() === '';
    const end = stringEnd(json, quote + 1);
    if (end === undefined) {
      break;
    }
    const written = json.slice(quote, end);
    at = afterColon(json, end);
    const isKey = at > end;
    parts.push(outsideStrings(between), stringPart(written, { isKey, isSecret, levels }));
    isSecret = isKey && isSecretMember(stringValue(written));
    parts.push(outsideStrings(json.slice(end, at)));
  }
  parts.push(isSecret && json.slice(at).trim().startsWith('"') ? ` "${REDACTED}` : outsideStrings(json.slice(at)));
  return parts.join('');
}

/** The place after white space and a colon; the same place when there is none. */
function afterColon(json: string, position: number): number {
  COLON.lastIndex = position;
  return COLON.test(json) ? COLON.lastIndex : position;
}

function outsideStrings(text: string): string {
  return escapeInvisible(withoutKeys(text.replace(ODD_SPACE, '\n')));
}

function stringPart(
  written: string,
  { isKey, isSecret, levels }: { isKey: boolean; isSecret: boolean; levels: number }
): string {
  if (isSecret && !isKey) {
    return JSON.stringify(REDACTED);
  }
  return escapeInvisible(redactString(written, isKey ? 0 : levels));
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
