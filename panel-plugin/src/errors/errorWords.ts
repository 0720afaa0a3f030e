import { ERROR_STATUS } from '../contract/constants.gen';
import { visibleText } from '../hostile/visibleText';
import { words } from '../words';

/** Said whatever the message: what to do is the same, and a proxy's words about it would only confuse. */
const FIXED_SENTENCES = new Map<number, string>([[ERROR_STATUS.ENGINE_UNAVAILABLE, words.errors.engineUnavailable]]);

/** Said when nobody gave a reason. The data source's back end has many for the same status, such as nine for 502. */
const FALLBACK_SENTENCES = new Map<number, string>([
  [ERROR_STATUS.UNAUTHENTICATED, words.errors.unauthenticated],
  [ERROR_STATUS.OVERLOADED, words.errors.overloaded],
  [403, words.errors.forbidden],
  [502, words.errors.unreachable],
  [504, words.errors.timedOut],
]);

/** What Grafana, browsers and proxies put where a message belongs when they know no more than the status. */
const NO_REASON =
  /^(?:query (?:data )?error(?:: \d+ .*)?|bad gateway|gateway time-?out|too many requests|unauthorized|forbidden)$/i;

/** Characters of a message that are shown: a sentence or two, not the page of a proxy. */
export const MAX_MESSAGE_LENGTH = 1000;

/**
 * What people are told about a failed query or resource call: the message of whoever answered, in any of the shapes
 * Grafana hands errors on, or a sentence for the status when there is none. The message is text from outside; it is
 * cut, and what hides in it is made visible.
 */
export function errorWords(error: unknown): string {
  const status = errorStatus(error);
  const fixed = status === undefined ? undefined : FIXED_SENTENCES.get(status);
  if (fixed !== undefined) {
    return fixed;
  }
  const messages = errorMessages(error);
  const reason = messages.find((message) => !NO_REASON.test(message));
  const fallback = status === undefined ? undefined : FALLBACK_SENTENCES.get(status);
  return visibleText(cut(reason ?? fallback ?? messages[0] ?? words.errors.unknown));
}

/** Never within a character of two code units: its half would be shown as something hidden. */
function cut(message: string): string {
  return message.length > MAX_MESSAGE_LENGTH
    ? `${message.slice(0, MAX_MESSAGE_LENGTH).replace(/[\ud800-\udbff]$/, '')}…`
    : message;
}

/** HTTP status of the answer, when the error tells one. */
export function errorStatus(error: unknown): number | undefined {
  const status = member(error, 'status');
  return typeof status === 'number' ? status : undefined;
}

/** Resource calls fail with the trace server's own answer in `data.error`, queries with `message` or `data.message`. */
function errorMessages(error: unknown): string[] {
  const data = member(error, 'data');
  const candidates = [
    member(member(data, 'error'), 'message'),
    member(data, 'message'),
    member(error, 'message'),
    member(error, 'statusText'),
  ];
  return candidates.filter((candidate) => typeof candidate === 'string').filter((message) => message.trim() !== '');
}

function member(holder: unknown, name: string): unknown {
  return typeof holder === 'object' && holder !== null ? (holder as Record<string, unknown>)[name] : undefined;
}
