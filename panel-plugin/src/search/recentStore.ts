import { storedValue } from '../viewerStorage/storedValue';
import { readRecent } from './recentSearches';

/** The searches that this viewer made last, newest first. */
export const recentSearches = storedValue('recent-searches', readRecent);
