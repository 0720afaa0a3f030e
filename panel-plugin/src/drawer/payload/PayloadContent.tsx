import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { ClipboardButton, RadioButtonGroup, useStyles2 } from '@grafana/ui';
import React, { useRef, useState, type KeyboardEvent } from 'react';
import { Section } from '../Section';
import type { Chat } from './chat/chatModel';
import { ChatPayload } from './chat/ChatPayload';
import { ChatSearch } from './chat/search/ChatSearch';
import { useChat } from './chat/useChat';
import type { PayloadForm, PayloadOwner } from './loading/PayloadLoads';
import { usePayloadLoad } from './loading/usePayloadLoad';
import { useSeen } from './loading/useSeen';
import { LoadedText } from './LoadedText';
import { PayloadSearchField } from './search/PayloadSearchField';
import { TextSearch } from './search/TextSearch';
import { useSearch } from './search/useSearch';
import type { TextBlocks } from './text/TextBlocks';
import { usePayloadView, type PayloadView } from './usePayloadView';

interface Props extends PayloadOwner {
  title: string;
}

/** A payload, the ways to look at it, the search in it, and its copy. */
export function PayloadContent({ title, ...owner }: Props) {
  const styles = useStyles2(getStyles);
  const [body, setBody] = useState<HTMLDivElement | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const isSeen = useSeen(body);
  const [view, setView] = usePayloadView(owner.side);
  const { load, version, retry } = usePayloadLoad(owner, formOf(view, owner), isSeen);
  const chat = useChat(view === 'chat' ? load : undefined, load?.status === 'complete', owner.side);
  const [needle, setNeedle] = useState('');
  const isComplete = load?.status !== 'loading';
  // What is no chat is searched as the text that it is.
  const isChat = view === 'chat' && (chat !== null || needle === '');
  const textSearch = useSearch(isChat ? undefined : load?.shown, needle, beginTextSearch, version, isComplete);
  const chatSearch = useSearch(isChat ? (chat ?? undefined) : undefined, needle, beginChatSearch, version, isComplete);
  const label = t('payload.content-of', '{{title}} content', { title });

  const onKeyDown = (event: KeyboardEvent) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'f') {
      event.preventDefault();
      field.current?.focus();
    }
  };
  const actions = (
    <div className={styles.actions}>
      <PayloadSearchField
        title={title}
        needle={needle}
        setNeedle={setNeedle}
        state={isChat ? chatSearch : textSearch}
        field={field}
        onLeave={() => {
          body?.querySelector<HTMLElement>('[role="region"]')?.focus();
        }}
      />
      <RadioButtonGroup
        size="sm"
        aria-label={t('payload.format', '{{title}} format', { title })}
        options={viewOptions()}
        value={view}
        onChange={setView}
      />
      {/* Another button and not the same in another colour: React Aria, which is in Grafana, never lets go of an element
          that leaves the page while its colour changes, nor of the drawer around it. */}
      <ClipboardButton
        key={load?.status}
        size="sm"
        variant="secondary"
        icon="copy"
        disabled={load?.status !== 'complete'}
        aria-label={t('payload.copy-as-stored', 'Copy {{title}} as stored', { title: title.toLowerCase() })}
        getText={() => load?.stored.whole() ?? ''}
      >
        {t('payload.copy', 'Copy')}
      </ClipboardButton>
    </div>
  );
  return (
    <Section title={title} actions={actions}>
      <div ref={setBody} onKeyDown={onKeyDown}>
        {isChat ? (
          <ChatPayload load={load} chat={chat} label={label} retry={retry} state={chatSearch} />
        ) : (
          <LoadedText
            load={load}
            version={version}
            label={label}
            retry={retry}
            preview={view === 'text' ? owner.trace[owner.side].text : ''}
            hasText={owner.trace[owner.side].text !== ''}
            isJson={formOf(view, owner) === 'json'}
            state={textSearch}
          />
        )}
      </div>
    </Section>
  );
}

const beginTextSearch = (text: TextBlocks, needle: string) => new TextSearch(text, needle);

const beginChatSearch = (chat: Chat, needle: string) => new ChatSearch(chat, needle);

/** Messages are read from the JSON, or from the text where an answer was stored as it was streamed. */
function formOf(view: PayloadView, { trace, side }: PayloadOwner): PayloadForm {
  const { json, json_bytes: jsonBytes } = trace[side];
  const hasJson = jsonBytes === undefined ? json !== '' : jsonBytes > 0;
  return view === 'json' || (view === 'chat' && hasJson) ? 'json' : 'text';
}

const viewOptions = (): { value: PayloadView; label: string }[] => [
  { value: 'chat', label: t('payload.chat', 'Chat') },
  { value: 'text', label: t('payload.text', 'Text') },
  { value: 'json', label: t('payload.json', 'JSON') },
];

const getStyles = (theme: GrafanaTheme2) => ({
  actions: css({
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'flex-end',
    alignItems: 'center',
    gap: theme.spacing(1),
  }),
});
