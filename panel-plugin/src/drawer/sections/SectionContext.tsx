import { createContext } from 'react';
import type { SectionId } from './sectionIds';

/** Which parts are folded to their titles. Without a provider every part is open and cannot be folded. */
export interface Folding {
  folded: ReadonlySet<SectionId>;
  toggle: (id: SectionId) => void;
}

export const FoldingContext = createContext<Folding | undefined>(undefined);

/** The part of the drawer that what is rendered belongs to. */
export const SectionIdContext = createContext<SectionId | undefined>(undefined);
