import type { Chat } from './chatModel';
import { isObject, listOf, textOf, type JsonObject } from './jsonShape';
import { messagesOf } from './messageOf';
import { anthropicAnswer, anthropicTextAnswer } from './readers/anthropic';
import { ai21Answer, converseAnswer, llamaAnswer, mistralOutputsAnswer, titanAnswer } from './readers/bedrock';
import { cohereGenerateAnswer, cohereV1Answer, cohereV1Request, cohereV2Answer } from './readers/cohere';
import { completionsAnswer, predictionAnswer, promptRequest } from './readers/completions';
import { embeddingAnswer, embeddingRequest } from './readers/embeddings';
import { errorAnswer } from './readers/errorAnswer';
import { geminiAnswer, geminiRequest } from './readers/gemini';
import { messagesRequest } from './readers/messages';
import { ollamaChatAnswer, ollamaGenerateAnswer } from './readers/ollama';
import { openaiChatAnswer } from './readers/openaiChat';
import { openaiResponsesAnswer, openaiResponsesRequest } from './readers/openaiResponses';
import type { ChatReader } from './readers/reader';
import { rerankAnswer, rerankRequest } from './readers/rerank';

/** The first that recognises a payload reads it: forms with more of their own go before those with less. */
const READERS: Record<'input' | 'output', readonly ChatReader[]> = {
  input: [
    messagesRequest,
    geminiRequest,
    rerankRequest,
    cohereV1Request,
    openaiResponsesRequest,
    promptRequest,
    embeddingRequest,
  ],
  output: [
    openaiChatAnswer,
    completionsAnswer,
    predictionAnswer,
    openaiResponsesAnswer,
    anthropicAnswer,
    anthropicTextAnswer,
    geminiAnswer,
    converseAnswer,
    ollamaChatAnswer,
    ollamaGenerateAnswer,
    cohereV2Answer,
    cohereV1Answer,
    cohereGenerateAnswer,
    titanAnswer,
    llamaAnswer,
    mistralOutputsAnswer,
    ai21Answer,
    rerankAnswer,
    embeddingAnswer,
    errorAnswer,
  ],
};

/** The messages of a request or an answer; undefined when its form is that of no API that is known. */
export function readChat(body: unknown, side: 'input' | 'output', isStream = false): Chat | undefined {
  if (isMessageList(body)) {
    return { shape: 'Messages', isStream, messages: messagesOf(body) };
  }
  if (!isObject(body)) {
    return undefined;
  }
  const reader = READERS[side].find((candidate) => candidate.recognises(body));
  const messages = reader?.read(body) ?? [];
  return reader && messages.length > 0 ? { shape: reader.name, isStream, messages } : undefined;
}

/** Messages without anything around them, as OpenTelemetry keeps them. */
function isMessageList(body: unknown): body is JsonObject[] {
  const entries = listOf(body);
  return entries.length > 0 && entries.every((entry) => isObject(entry) && textOf(entry['role']) !== '');
}
