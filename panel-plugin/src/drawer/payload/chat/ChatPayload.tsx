import { t } from '@grafana/i18n';
import React, { useMemo } from 'react';
import { Loading, LoadFailed } from '../LoadedText';
import type { PayloadLoad } from '../loading/PayloadLoad';
import type { SearchState } from '../search/useSearch';
import type { Chat } from './chatModel';
import { ChatView } from './ChatView';
import type { ChatSearch } from './search/ChatSearch';
import { ChatSearchContext } from './search/ChatSearchContext';

interface Props {
  load: PayloadLoad | undefined;
  /** Undefined while it is read, null when the payload is none. */
  chat: Chat | null | undefined;
  label: string;
  retry: () => void;
  state: SearchState<ChatSearch>;
}

/** A payload as messages, once all of it has come. */
export function ChatPayload({ load, chat, label, retry, state: { search, index, visit } }: Props) {
  const count = search?.count ?? 0;
  const shownSearch = useMemo(
    () => search && { search, current: count > 0 ? search.at(index) : undefined, visit },
    [search, index, visit, count]
  );
  if (load?.status === 'failed') {
    return <LoadFailed load={load} retry={retry} />;
  }
  if (load?.status !== 'complete') {
    return <Loading load={load} />;
  }
  if (load.stored.length === 0) {
    return <p>{t('payload.empty-chat', 'Nothing was stored.')}</p>;
  }
  if (chat === undefined) {
    return <p>{t('payload.reading-chat', 'Reading the messages…')}</p>;
  }
  return chat ? (
    <ChatSearchContext.Provider value={shownSearch}>
      <ChatView chat={chat} label={label} />
    </ChatSearchContext.Provider>
  ) : (
    <p>
      {t(
        'payload.no-chat',
        'This payload is in none of the forms that can be shown as messages. Text and JSON show what was stored.'
      )}
    </p>
  );
}
