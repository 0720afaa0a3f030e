import type { Dialect, MappedField } from './dialect.js';
import { modeltrace } from './modeltrace.js';
import { openInference } from './openInference.js';
import { openLlmetry } from './openLlmetry.js';
import { otelGenai } from './otelGenai.js';
import { vercelAi } from './vercelAi.js';

/** All dialects in the order they are asked: a span may carry several, e.g. Vercel's own names beside OpenTelemetry's. */
export const DIALECTS: readonly Dialect[] = [modeltrace, otelGenai, openLlmetry, openInference, vercelAi];

const NAMES = new Map<MappedField, string[]>();
for (const dialect of DIALECTS) {
  for (const [field, names] of Object.entries(dialect.fields) as [MappedField, readonly string[]][]) {
    NAMES.set(field, [...(NAMES.get(field) ?? []), ...names]);
  }
}

/** The attributes that feed a field, of all dialects, in the order they are asked. */
export function namesOf(field: MappedField): readonly string[] {
  return NAMES.get(field) ?? [];
}
