import { useEffect, useState } from 'react';
import type { TraceDetail } from '../../detail/fetchTrace';
import { payloadBytes } from '../../detail/payloadBytes';
import { readPayload, type PayloadText } from '../../detail/readPayload';
import type { PanelSource } from '../../source/panelSource';
import { comparePayloads, type PayloadDiff } from '../diff/comparePayloads';
import { runSliced } from '../../slices/runSliced';

/** Characters of each payload that are compared. */
const MAX_COMPARED = 10_000_000;

export type PayloadForm = 'text' | 'json';

export type PayloadDiffState =
  | { kind: 'working' }
  | { kind: 'failed'; error: unknown; retry: () => void }
  | { kind: 'done'; diff: PayloadDiff; isEmpty: boolean };

export interface PayloadQuestion {
  source: PanelSource | null;
  left: TraceDetail;
  right: TraceDetail;
  side: 'input' | 'output';
  form: PayloadForm;
}

interface Answer {
  key: string;
  state: PayloadDiffState;
}

/** Reads the same payload of two traces and compares them, without ever holding the page. */
export function usePayloadDiff({ source, left, right, side, form }: PayloadQuestion): PayloadDiffState {
  const [attempt, setAttempt] = useState(0);
  const [answer, setAnswer] = useState<Answer>();
  const key = JSON.stringify([left.request_id, right.request_id, side, form, attempt]);
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    const keep = (state: PayloadDiffState) => {
      if (!signal.aborted) {
        setAnswer({ key, state });
      }
    };
    compared(source, [left, right], side, form, signal).then(keep, (error: unknown) => {
      keep({
        kind: 'failed',
        error,
        retry: () => {
          setAttempt(attempt + 1);
        },
      });
    });
    return () => {
      controller.abort();
    };
  }, [source, left, right, side, form, attempt, key]);
  return answer?.key === key ? answer.state : { kind: 'working' };
}

async function compared(
  source: PanelSource | null,
  traces: readonly [TraceDetail, TraceDetail],
  side: 'input' | 'output',
  wanted: PayloadForm,
  signal: AbortSignal
): Promise<PayloadDiffState> {
  const isJson = wanted === 'json' && traces.every((trace) => trace[side].json_bytes !== 0);
  const read = async (trace: TraceDetail): Promise<PayloadText> => {
    const form = isJson ? 'json' : 'text';
    const bytes = payloadBytes(trace[side], form);
    const address = { requestId: trace.request_id, side, form, bytes } as const;
    return bytes === 0 ? { text: '', isCut: false } : readPayload(source, address, MAX_COMPARED, signal);
  };
  const [left, right] = await Promise.all([read(traces[0]), read(traces[1])]);
  const diff = await runSliced(comparePayloads(left, right, isJson ? 'json' : 'text'), signal);
  return { kind: 'done', diff, isEmpty: left.text === '' && right.text === '' };
}
