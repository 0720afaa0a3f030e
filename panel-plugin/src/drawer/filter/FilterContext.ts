import { createContext } from 'react';

/** Narrows the list to what a condition of the query language selects; undefined where there is no list to narrow. */
export const FilterContext = createContext<((condition: string) => void) | undefined>(undefined);
