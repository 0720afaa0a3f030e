import { ERROR_STATUS } from '../contract/constants.gen';
import { visibleText } from '../hostile/visibleText';
import { words } from '../words';

const SENTENCES = new Map<number, string>([
  [ERROR_STATUS.ENGINE_UNAVAILABLE, words.errors.engineUnavailable],
  [ERROR_STATUS.UNAUTHENTICATED, words.errors.unauthenticated],
  [ERROR_STATUS.OVERLOADED, words.errors.overloaded],
  [403, words.errors.forbidden],
  [502, words.errors.unreachable],
  [504, words.errors.timedOut],
]);

/**
 * One sentence for people about a failed query or resource call. Statuses that a person can act on have sentences of
 * their own; for the others it is the message of whoever answered, in any of the shapes Grafana hands errors on.
 */
export function errorWords(error: unknown): string {
  const status = errorStatus(error);
  const sentence = status === undefined ? undefined : SENTENCES.get(status);
  return sentence ?? visibleText(errorMessage(error) ?? words.errors.unknown);
}

/** HTTP status of the answer, when the error tells one. */
export function errorStatus(error: unknown): number | undefined {
  const status = member(error, 'status');
  return typeof status === 'number' ? status : undefined;
}

/** Resource calls fail with the trace server's own answer in `data.error`, queries with `message` or `data.message`. */
function errorMessage(error: unknown): string | undefined {
  const data = member(error, 'data');
  const candidates = [
    member(member(data, 'error'), 'message'),
    member(data, 'message'),
    member(error, 'message'),
    member(error, 'statusText'),
  ];
  return candidates.find((candidate): candidate is string => typeof candidate === 'string' && candidate !== '');
}

function member(holder: unknown, name: string): unknown {
  return typeof holder === 'object' && holder !== null ? (holder as Record<string, unknown>)[name] : undefined;
}
