import { t } from '@grafana/i18n';
import { IconButton, Icon, Input } from '@grafana/ui';
import React, { type KeyboardEvent, lazy, Suspense, useEffect, useId, useRef, useState } from 'react';
import { LIMITS } from '../contract/constants.gen';
import type { PanelSource } from '../source/panelSource';
import { activeIndexAfter } from '../suggestions/activeIndex';
import { suggestionId } from '../suggestions/suggestion';
import { useStoredValue } from '../viewerStorage/storedValue';
import { recentMatching, withoutSearch, withSearch } from './recentSearches';
import { recentSearches } from './recentStore';
import { type SearchSuggestion, searchSuggestions } from './searchSuggestions';
import { useRequestId } from './useRequestId';

const SuggestionList = lazy(() => import('../suggestions/SuggestionList'));

/** Milliseconds without a key press after which the search is made. */
export const SEARCH_PAUSE_MS = 600;

interface Props {
  /** What is being searched for now. */
  value: string;
  source: PanelSource | null | undefined;
  onSearch: (text: string) => void;
  onOpenTrace: (requestId: string) => void;
}

/**
 * Searches on Enter, on clearing, and after a short pause. While it has the focus it offers what was searched for
 * before, and to open the trace when the text is its request id.
 */
export function SearchField({ value, source, onSearch, onOpenTrace }: Props) {
  const [text, setText] = useState(value);
  const [seenValue, setSeenValue] = useState(value);
  // What was searched for here last. It may arrive while one types on; what comes from elsewhere takes its place.
  const [ownSearch, setOwnSearch] = useState<string>();
  if (value !== seenValue) {
    setSeenValue(value);
    setOwnSearch(undefined);
    if (value !== ownSearch) {
      setText(value);
    }
  }
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
    },
    []
  );
  useEffect(() => {
    // A search that waits for a pause in typing is not made after Back, Clear all or a saved search.
    if (text === value) {
      clearTimeout(timer.current);
    }
  }, [text, value]);
  const listId = `${useId()}-list`;
  const recent = useStoredValue(recentSearches);
  const requestId = useRequestId(source, text, isOpen);
  const items = searchSuggestions(requestId, recentMatching(recent, text));
  const isListed = isOpen && items.length > 0;

  const close = () => {
    setOpen(false);
    setActive(-1);
  };
  const searchAfter = (next: string, pauseMs: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      if (next !== value) {
        setOwnSearch(next);
        onSearch(next);
      }
    }, pauseMs);
  };
  const change = (next: string) => {
    setText(next);
    setActive(-1);
    setOpen(true);
    searchAfter(next, next === '' ? 0 : SEARCH_PAUSE_MS);
  };
  const finish = (next: string) => {
    setText(next);
    close();
    searchAfter(next, 0);
    recentSearches.write(withSearch(recent, next));
  };
  const pick = (item: SearchSuggestion) => {
    if (item.kind === 'search') {
      finish(item.value);
    } else if (item.kind === 'open') {
      close();
      onOpenTrace(item.value);
    } else {
      recentSearches.write([]);
      setActive(-1);
    }
  };
  const remove = (item: SearchSuggestion | undefined) => {
    if (item?.kind === 'search') {
      recentSearches.write(withoutSearch(recent, item.value));
      setActive(-1);
    }
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const moved = isListed ? activeIndexAfter(event.key, active, items.length) : undefined;
    const item = isListed ? items[active] : undefined;
    if (moved !== undefined) {
      event.preventDefault();
      setActive(moved);
    } else if (event.key === 'ArrowDown') {
      setOpen(true);
    } else if (event.key === 'Enter') {
      if (item) {
        pick(item);
      } else {
        finish(text);
      }
    } else if (event.key === 'Escape' && isListed) {
      // Only the list is left; Grafana would leave more.
      event.stopPropagation();
      close();
    } else if (event.key === 'Delete' && event.shiftKey) {
      remove(item);
    }
  };

  return (
    <div
      ref={setAnchor}
      onBlur={() => {
        close();
        if (text === value) {
          recentSearches.write(withSearch(recent, text));
        }
      }}
    >
      <Input
        role="combobox"
        aria-label={t('search.label', 'Search traces')}
        aria-autocomplete="list"
        aria-expanded={isListed}
        aria-controls={isListed ? listId : undefined}
        aria-activedescendant={isListed && active >= 0 ? suggestionId(listId, active) : undefined}
        autoComplete="off"
        placeholder={t('search.placeholder', 'Request ID or any text')}
        maxLength={LIMITS.SearchText.maxLength}
        prefix={<Icon name="search" />}
        suffix={
          text === '' ? undefined : (
            <IconButton
              name="times"
              aria-label={t('search.clear', 'Clear the search')}
              onClick={() => {
                change('');
              }}
            />
          )
        }
        value={text}
        onChange={(event) => {
          change(event.currentTarget.value);
        }}
        onFocus={() => {
          setOpen(true);
        }}
        onClick={() => {
          setOpen(true);
        }}
        onKeyDown={onKeyDown}
      />
      {isListed && anchor && (
        <Suspense fallback={null}>
          <SuggestionList
            id={listId}
            label={t('search.suggestions', 'Suggested searches')}
            anchor={anchor}
            items={items}
            active={active}
            onPick={(index) => {
              const item = items[index];
              if (item) {
                pick(item);
              }
            }}
            onRemove={(index) => {
              remove(items[index]);
            }}
            hint={
              recent.length > 0 ? t('search.hint', 'Shift and Delete take a recent search off the list.') : undefined
            }
          />
        </Suspense>
      )}
    </div>
  );
}
