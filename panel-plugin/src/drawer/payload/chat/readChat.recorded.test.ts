import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ChatPart } from './chatModel';
import { loadChat } from './loadChat';

/** Real requests and answers of providers, which are not part of the repository. */
const RECORDED_CALLS = join(__dirname, '../../../../../../shared/data/recorded-calls.jsonl');

interface RecordedCall {
  path: string;
  request: unknown;
  response: string;
}

function recordedCalls(): RecordedCall[] {
  const lines = readFileSync(RECORDED_CALLS, 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as RecordedCall);
}

const isUnknown = (part: ChatPart): boolean =>
  part.kind === 'other' || (part.kind === 'tool-result' && part.parts.some(isUnknown));

/** What of a payload a reader would miss: '' when it is shown as what it is. */
async function missed(text: string, side: 'input' | 'output'): Promise<string> {
  const chat = await loadChat(text, side, new AbortController().signal);
  if (!chat) {
    return 'is no chat';
  }
  const unknown = chat.messages.flatMap(({ parts }) => parts.filter(isUnknown));
  const empty = chat.messages.filter(({ parts, finishReason }) => parts.length === 0 && finishReason === '');
  return unknown.length + empty.length === 0 ? '' : `${unknown.length} unknown parts, ${empty.length} empty messages`;
}

const test = existsSync(RECORDED_CALLS) ? it : it.skip;

test('every recorded request and answer is read as messages, with nothing left unknown', async () => {
  const calls = recordedCalls();
  const failures: string[] = [];
  for (const { path, request, response } of calls) {
    const input = await missed(JSON.stringify(request), 'input');
    const output = await missed(response, 'output');
    failures.push(...[`${path} input ${input}`, `${path} output ${output}`].filter((line) => !/put $/.test(line)));
  }
  expect(calls.length).toBeGreaterThan(600);
  expect(failures).toEqual([]);
});
