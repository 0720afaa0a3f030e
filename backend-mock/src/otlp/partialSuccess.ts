import type { components } from '../contract/api.gen.js';
import type { CodedError } from '../errors.js';

type OtlpTracesAnswer = components['schemas']['OtlpTracesAnswer'];

/** Faults named in an answer: enough to find a sender's mistake, bounded for any number of bad spans. */
const NAMED_FAULTS = 10;

/** OTLP's answer: empty on full success, else how many spans were rejected and which fields were at fault. */
export function otlpAnswer(rejected: readonly CodedError[]): OtlpTracesAnswer {
  if (rejected.length === 0) {
    return {};
  }
  const named = rejected.slice(0, NAMED_FAULTS).map((error) => error.message);
  const more = rejected.length > NAMED_FAULTS ? [`and ${rejected.length - NAMED_FAULTS} more`] : [];
  return { partialSuccess: { rejectedSpans: String(rejected.length), errorMessage: [...named, ...more].join(' ') } };
}
