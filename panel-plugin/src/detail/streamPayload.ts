import { t } from '@grafana/i18n';
import { config, getBackendSrv } from '@grafana/runtime';
import { SlicedQueue } from '../slices/SlicedQueue';
import { resourceUrl, type PanelSource } from '../source/panelSource';

/** Which payload of which trace, and in which form: the plain text, or the JSON text as it was stored. */
export interface PayloadAddress {
  requestId: string;
  side: 'input' | 'output';
  form: 'text' | 'json';
  /** Size that the trace says it has; undefined when it does not say. */
  bytes?: number | undefined;
}

/** Bytes decoded in one step. Grafana hands on what has come without a pause, which may be megabytes. */
const PIECE_BYTES = 65_536;

/**
 * Reads a payload and hands its text on as it comes, in parts that never cut a character in two. Bytes that are no
 * UTF-8 become U+FFFD. A byte order mark is kept, since it was stored.
 * @throws an error with the status and the message of the answer, what the request failed with, or that it broke off; nothing once `signal` is aborted
 */
export async function streamPayload(
  source: PanelSource | null,
  { requestId, side, form, bytes }: PayloadAddress,
  signal: AbortSignal,
  take: (text: string) => void
): Promise<void> {
  const url = await resourceUrl(source, 'payload', { request_id: requestId, side, form });
  const isAborted = () => signal.aborted;
  if (isAborted()) {
    return;
  }
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const failed: FailedAnswer[] = [];
  let received = 0;
  const pieces = new SlicedQueue<Uint8Array>((piece) => {
    take(decoder.decode(piece, { stream: true }));
  }, signal);
  try {
    await new Promise<void>((resolve, reject) => {
      const parts = getBackendSrv().chunked({ url, method: 'GET', headers: orgHeader(), showErrorAlert: false });
      const subscription = parts.subscribe({
        next: ({ ok, status, data }) => {
          if (!ok) {
            failed.push({ status, text: data ? decoder.decode(data, { stream: true }) : '' });
            return;
          }
          received += data?.length ?? 0;
          for (let start = 0; data && start < data.length; start += PIECE_BYTES) {
            pieces.add(data.subarray(start, start + PIECE_BYTES));
          }
        },
        error: reject,
        complete: resolve,
      });
      signal.addEventListener('abort', () => {
        subscription.unsubscribe();
        resolve();
      });
    });
  } finally {
    await pieces.finished(); // What came before it failed is handed on before that is told.
  }
  if (isAborted()) {
    return;
  }
  const [first] = failed;
  if (first) {
    throw new PayloadRefused(first.status, failed.map(({ text }) => text).join(''));
  }
  take(decoder.decode());
  // Grafana ends an answer that broke off as it ends a whole one.
  if (bytes !== undefined && received < bytes) {
    throw new Error(t('payload.broken-off', 'The answer broke off before the end of the payload. Try again.'));
  }
}

interface FailedAnswer {
  status: number;
  text: string;
}

/** An answer other than 2xx, in the form in which errorWords finds the message of failed resource calls. */
class PayloadRefused extends Error {
  readonly status: number;
  readonly data: unknown;

  constructor(status: number, text: string) {
    super('');
    this.status = status;
    try {
      this.data = JSON.parse(text);
    } catch {
      this.data = undefined;
    }
  }
}

/** As with Grafana's other requests: a page stays with its organisation when another tab switches to a different one. */
function orgHeader(): Record<string, string> {
  const orgId = (config.bootData as { user?: { orgId?: number } } | undefined)?.user?.orgId;
  return orgId === undefined ? {} : { 'X-Grafana-Org-Id': String(orgId) };
}
