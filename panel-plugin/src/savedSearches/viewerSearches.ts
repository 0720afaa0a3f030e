import { storedValue } from '../viewerStorage/storedValue';
import { readSavedSearches } from './savedSearch';

/** The searches that this viewer saved, in the order of saving. */
export const viewerSearches = storedValue('saved-searches', readSavedSearches);
