import type { PanelSource } from '../source/panelSource';
import { streamPayload, type PayloadAddress } from './streamPayload';

/** A payload, or its beginning where it is longer than was asked for. */
export interface PayloadText {
  text: string;
  isCut: boolean;
}

/**
 * A payload as one text, character by character as it is stored.
 * @param maxCharacters after which reading ends
 * @throws AbortError once `signal` is aborted, else what streamPayload fails with
 */
export async function readPayload(
  source: PanelSource | null,
  address: PayloadAddress,
  maxCharacters: number,
  signal: AbortSignal
): Promise<PayloadText> {
  const reading = new AbortController();
  const stop = () => {
    reading.abort();
  };
  signal.addEventListener('abort', stop);
  const parts: string[] = [];
  let length = 0;
  try {
    await streamPayload(source, address, reading.signal, (part) => {
      parts.push(part);
      length += part.length;
      if (length > maxCharacters) {
        stop();
      }
    });
  } finally {
    signal.removeEventListener('abort', stop);
  }
  if (signal.aborted) {
    throw new DOMException('Nobody waits for it any more.', 'AbortError');
  }
  const text = parts.join('');
  return length > maxCharacters ? { text: text.slice(0, maxCharacters), isCut: true } : { text, isCut: false };
}
