import { useEffect, useState } from 'react';
import type { PayloadLoad } from '../loading/PayloadLoad';
import type { Chat } from './chatModel';
import { loadChat } from './loadChat';

/** Undefined while a payload is read, null when it is no chat. */
export function useChat(
  load: PayloadLoad | undefined,
  isComplete: boolean,
  side: 'input' | 'output'
): Chat | null | undefined {
  const [read, setRead] = useState<{ load: PayloadLoad; chat: Chat | null }>();
  useEffect(() => {
    const controller = new AbortController();
    if (load && isComplete) {
      const keep = (chat: Chat | undefined) => {
        if (!controller.signal.aborted) {
          setRead({ load, chat: chat ?? null });
        }
      };
      // What is nested so deep that it cannot be read is no chat.
      loadChat(load.stored.whole(), side, controller.signal).then(keep, () => {
        keep(undefined);
      });
    }
    return () => {
      controller.abort();
    };
  }, [load, isComplete, side]);
  return read && read.load === load ? read.chat : undefined;
}
