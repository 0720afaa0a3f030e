import { t } from '@grafana/i18n';
import type { TraceDetail } from '../../detail/fetchTrace';
import { payloadBytes } from '../../detail/payloadBytes';
import { readPayload } from '../../detail/readPayload';
import type { PanelSource } from '../../source/panelSource';
import { curlCommand, MAX_INLINE_JSON } from './curlCommand';
import { testFixture } from './testFixture';
import { traceLink } from './traceLink';

/** What can be copied of a trace. */
export type Copy = 'requestJson' | 'responseText' | 'requestId' | 'traceId' | 'curl' | 'link' | 'fixture';

/** Characters of a payload that go into the clipboard, and into a fixture. */
const MAX_COPIED = 50_000_000;
const MAX_IN_FIXTURE = 5_000_000;

class TooLarge extends Error {
  constructor(maxCharacters: number) {
    super(
      t('copy.too-large', 'It is larger than {{megabytes}} MB. Use the export of the table instead.', {
        megabytes: maxCharacters / 1_000_000,
      })
    );
  }
}

/** Whether a trace has it. */
export function canCopy(copy: Copy, trace: TraceDetail): boolean {
  switch (copy) {
    case 'requestJson':
      return !isWithheld(trace) && trace.input.json_bytes !== 0;
    case 'responseText':
      return !isWithheld(trace) && trace.output.text_bytes !== 0;
    case 'curl':
    case 'fixture':
      return !isWithheld(trace);
    case 'traceId':
      return trace.trace_id !== '';
    case 'requestId':
    case 'link':
      return true;
  }
}

export function isWithheld(trace: TraceDetail): boolean {
  return trace.contents_withheld === true;
}

/**
 * The text to copy.
 * @throws AbortError once `signal` is aborted; what is still being read is given up
 */
export async function copyOf(
  copy: Copy,
  trace: TraceDetail,
  source: PanelSource | null,
  signal: AbortSignal
): Promise<string> {
  const read = payloadReader(trace, source, signal);
  switch (copy) {
    case 'requestId':
      return trace.request_id;
    case 'traceId':
      return trace.trace_id;
    case 'link':
      return traceLink(trace.request_id);
    case 'requestJson':
      return read('input', 'json', MAX_COPIED);
    case 'responseText':
      return read('output', 'text', MAX_COPIED);
    case 'curl':
      return curlCommand({
        httpRequest: trace.http_request,
        provider: trace.provider,
        json: await read('input', 'json', MAX_INLINE_JSON + 1, true),
      });
    case 'fixture': {
      const [requestJson, responseJson, responseText] = await Promise.all([
        read('input', 'json', MAX_IN_FIXTURE),
        read('output', 'json', MAX_IN_FIXTURE),
        read('output', 'text', MAX_IN_FIXTURE),
      ]);
      return testFixture(trace, { requestJson, responseJson, responseText });
    }
  }
}

type Read = (side: 'input' | 'output', form: 'text' | 'json', most: number, mayBeCut?: boolean) => Promise<string>;

function payloadReader(trace: TraceDetail, source: PanelSource | null, signal: AbortSignal): Read {
  return async (side, form, most, mayBeCut = false) => {
    const bytes = payloadBytes(trace[side], form);
    if (bytes === 0) {
      return '';
    }
    const payload = await readPayload(source, { requestId: trace.request_id, side, form, bytes }, most, signal);
    if (payload.isCut && !mayBeCut) {
      throw new TooLarge(most);
    }
    return payload.text;
  };
}
