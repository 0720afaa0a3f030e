import { t } from '@grafana/i18n';
import React from 'react';
import { Loading, LoadFailed } from '../LoadedText';
import type { PayloadLoad } from '../loading/PayloadLoad';
import { ChatView } from './ChatView';
import { useChat } from './useChat';

interface Props {
  load: PayloadLoad | undefined;
  label: string;
  side: 'input' | 'output';
  retry: () => void;
}

/** A payload as messages, once all of it has come. */
export function ChatPayload({ load, label, side, retry }: Props) {
  const chat = useChat(load, load?.status === 'complete', side);
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
    <ChatView chat={chat} label={label} />
  ) : (
    <p>
      {t(
        'payload.no-chat',
        'This payload is in none of the forms that can be shown as messages. Text and JSON show what was stored.'
      )}
    </p>
  );
}
