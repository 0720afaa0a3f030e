import { FRAME_FIELDS } from '../contract/constants.gen';
import type { components } from '../contract/api.gen';

/** A field of the traces frame. */
export type TraceField = keyof typeof FRAME_FIELDS.traces;

export const TRACE_FIELDS = Object.keys(FRAME_FIELDS.traces) as TraceField[];

/** The statuses of the trace server, and `unknown` for rows of other data sources. */
export type TraceStatus = components['schemas']['Status'] | 'unknown';
