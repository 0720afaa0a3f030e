import type { RequestShape } from '../description.js';
import { messageLines, systemLines, transcript } from '../content/transcript.js';
import { requestParameters } from '../parameters.js';

/**
 * A list of messages, with or without a system prompt beside it: OpenAI chat and all who speak it, Anthropic, Cohere v2,
 * Ollama chat, Bedrock (Claude, Nova, converse).
 */
export const chatMessagesRequest: RequestShape = {
  name: 'chat messages',
  matches: (body) => Array.isArray(body['messages']),
  describe: (body) => ({
    text: transcript([...systemLines(body['system']), ...messageLines(body['messages'])]),
    parameters: requestParameters(body, ['messages', 'system']),
    operation: 'chat',
  }),
};
