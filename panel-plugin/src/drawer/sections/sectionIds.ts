/** The parts of the drawer, in their order from top to bottom. Panels save these names to hide parts. */
export const SECTION_IDS = [
  'error',
  'retries',
  'input',
  'output',
  'metadata',
  'timing',
  'workflow',
  'spans',
  'parameters',
  'tags',
  'http-request',
] as const;

/** A part of the drawer. */
export type SectionId = (typeof SECTION_IDS)[number];

/** Whether a text from outside (saved options, local storage) names a part. */
export function isSectionId(text: unknown): text is SectionId {
  return SECTION_IDS.some((id) => id === text);
}
