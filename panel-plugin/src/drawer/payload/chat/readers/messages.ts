import { isObject, listOf, objectOf } from '../jsonShape';
import { messagesOf, systemMessages } from '../messageOf';
import type { ChatReader } from './reader';

/**
 * A list of messages, with or without a system prompt beside it: OpenAI chat and all who speak it, Anthropic, Cohere v2,
 * Ollama chat, Bedrock (Claude, Nova, converse).
 */
export const messagesRequest: ChatReader = {
  name: 'Chat messages',
  recognises: (body) => listOf(body['messages']).some(isObject),
  read: (body) => [
    ...systemMessages(body['system'] ?? objectOf(body['system_prompt'])['text']),
    ...messagesOf(body['messages']),
  ],
};
