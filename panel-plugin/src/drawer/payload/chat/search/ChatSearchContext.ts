import { createContext, useContext, useMemo } from 'react';
import type { ChatMatch, ChatSearch } from './ChatSearch';
import type { ChatField } from './chatTexts';

/** The search in a chat, for the parts that show their matches. */
interface ShownChatSearch {
  search: ChatSearch;
  /** The match that was gone to. */
  current: ChatMatch | undefined;
  /** Changes whenever a match is gone to. */
  visit: number;
}

/** Undefined while nothing is searched. */
export const ChatSearchContext = createContext<ShownChatSearch | undefined>(undefined);

/** Matches in a text of a message or a part. */
export interface TextMatches {
  starts: readonly number[];
  /** Characters of each. */
  length: number;
  /** Where the match begins that was gone to, when it is in this text. */
  currentStart: number | undefined;
  visit: number;
}

const NO_MATCHES: TextMatches = { starts: [], length: 0, currentStart: undefined, visit: 0 };

export function useMatches(owner: object, field: ChatField): TextMatches {
  const shown = useContext(ChatSearchContext);
  if (!shown) {
    return NO_MATCHES;
  }
  const { search, current, visit } = shown;
  const isCurrent = current?.field === field && current.path.at(-1) === owner;
  return {
    starts: search.startsIn(owner, field),
    length: search.length,
    currentStart: isCurrent ? current.start : undefined,
    visit,
  };
}

/** Which of the messages or parts holds the match that was gone to; -1 when none does. */
export function useIndexOfMatch(among: readonly object[]): { index: number; visit: number } {
  const shown = useContext(ChatSearchContext);
  const path = shown?.current?.path;
  const index = useMemo(
    () => path?.map((step) => among.indexOf(step)).find((found) => found >= 0) ?? -1,
    [among, path]
  );
  return { index, visit: shown?.visit ?? 0 };
}
