import { JsonValueReader } from '../json/JsonValueReader';
import { inSlices } from '../../../slices/slices';
import type { Chat } from './chatModel';
import { isObject } from './jsonShape';
import { readChat } from './readChat';
import { looksStreamed, streamObjects } from './streams/streamEvents';
import { StreamReader } from './streams/StreamReader';

/** Characters that JSON.parse takes in a few milliseconds. */
const SMALL = 500_000;

/**
 * The messages of a payload, as JSON or as it was streamed, read in slices. Undefined when it is in no form that is known.
 */
export async function loadChat(text: string, side: 'input' | 'output', signal: AbortSignal): Promise<Chat | undefined> {
  const value = await jsonValue(text, signal);
  if (value !== undefined) {
    return (await streamedList(value, side, signal)) ?? readChat(value, side);
  }
  if (!looksStreamed(text)) {
    return undefined;
  }
  const reader = new StreamReader();
  const objects = streamObjects(text);
  await inSlices(() => {
    const next = objects.next();
    if (!next.done && next.value) {
      reader.add(next.value);
    }
    return !next.done;
  }, signal);
  return readChat(reader.answer(), side, true);
}

/** Undefined when the text is no JSON. */
async function jsonValue(text: string, signal: AbortSignal): Promise<unknown> {
  try {
    if (text.length <= SMALL) {
      return JSON.parse(text);
    }
    const reader = new JsonValueReader(text);
    await inSlices(() => reader.step(), signal);
    return reader.value;
  } catch {
    return undefined;
  }
}

/** An answer that was stored as the list of its chunks. */
async function streamedList(value: unknown, side: 'input' | 'output', signal: AbortSignal): Promise<Chat | undefined> {
  if (!Array.isArray(value)) {
    return undefined;
  }
  const reader = new StreamReader();
  let index = 0;
  await inSlices(() => {
    const chunk: unknown = value[index];
    index += 1;
    if (isObject(chunk)) {
      reader.add(chunk);
    }
    return index < value.length;
  }, signal);
  return readChat(reader.answer(), side, true);
}
