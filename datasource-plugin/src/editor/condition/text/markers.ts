import type { QueryDiagnostic } from '../../../resources/resources';
import { type EditorRange, rangeOf } from './places';

/** A fault as the code editor underlines it. */
export interface Marker extends EditorRange {
  message: string;
}

/** What is wrong, and what belongs there. */
export function diagnosticWords({ message, expected }: QueryDiagnostic): string {
  return expected ? `${message} Here belongs ${expected}.` : message;
}

/** Faults of a text as markers; a fault without a length, such as a missing end, underlines the character before it. */
export function markersOf(text: string, diagnostics: QueryDiagnostic[]): Marker[] {
  return diagnostics.map((diagnostic) => {
    const position = Math.min(diagnostic.position, text.length);
    const length = Math.min(diagnostic.length, text.length - position);
    const span = length > 0 ? { position, length } : { position: Math.max(0, position - 1), length: 1 };
    return { ...rangeOf(text, span), message: diagnosticWords(diagnostic) };
  });
}
