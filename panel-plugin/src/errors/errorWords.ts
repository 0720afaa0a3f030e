import { t } from '@grafana/i18n';
import { ERROR_STATUS } from '../contract/constants.gen';
import { cutText } from '../hostile/cutText';
import { visibleText } from '../hostile/visibleText';

/** Said whatever the message: what to do is the same, and a proxy's words about it would only confuse. */
function fixedSentence(status: number | undefined): string | undefined {
  return status === ERROR_STATUS.ENGINE_UNAVAILABLE
    ? t('errors.engine-unavailable', "The trace server's database is starting or down. Try again in a moment.")
    : undefined;
}

/** Said when nobody gave a reason. The data source's back end has many for the same status, such as nine for 502. */
function fallbackSentence(status: number | undefined): string | undefined {
  switch (status) {
    case ERROR_STATUS.UNAUTHENTICATED:
      return t(
        'errors.unauthenticated',
        'The trace server refused the API key. Check it in the settings of the data source.'
      );
    case ERROR_STATUS.OVERLOADED:
      return t('errors.overloaded', 'The trace server is busy. Try again in a moment.');
    case 403:
      return t('errors.forbidden', 'You have no access to this data source.');
    case 502:
      return t(
        'errors.unreachable',
        'The trace server cannot be reached. Check that it runs and the URL in the settings of the data source.'
      );
    case 504:
      return t(
        'errors.timed-out',
        'The trace server did not answer in time. Choose a shorter time range, or a longer timeout in the data source.'
      );
    default:
      return undefined;
  }
}

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
  const fixed = fixedSentence(status);
  if (fixed !== undefined) {
    return fixed;
  }
  const messages = errorMessages(error);
  const reason = messages.find((message) => !NO_REASON.test(message));
  return visibleText(
    cutText(
      reason ?? fallbackSentence(status) ?? messages[0] ?? t('errors.unknown', 'No reason was given.'),
      MAX_MESSAGE_LENGTH
    )
  );
}

/** The same as a sentence that others can follow: servers and proxies end theirs with a full stop or not. */
export function errorSentence(error: unknown): string {
  const words = errorWords(error).trimEnd();
  return /[.!?…:。！？]["'”’)\]]?$/.test(words) ? words : `${words}.`;
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
