import type { RequestShape, ResponseShape } from '../description.js';
import { answersText } from '../content/answers.js';
import { messageLines, messageText, systemLines, transcript } from '../content/transcript.js';
import { isObject, listOf, objectOf, textOf } from '../json.js';
import { requestParameters } from '../parameters.js';
import { geminiUsage } from '../usage.js';

/** Gemini generateContent, and embedContent with its single `content`. */
export const geminiRequest: RequestShape = {
  name: 'Gemini generateContent',
  matches: (body) => Array.isArray(body['contents']) || Array.isArray(objectOf(body['content'])['parts']),
  describe: (body) => {
    const system = objectOf(body['systemInstruction'] ?? body['system_instruction']);
    const lines = isObject(body['content']) ? messageLines([body['content']]) : messageLines(body['contents']);
    return {
      text: transcript([...systemLines(system['parts']), ...lines]),
      parameters: requestParameters(body, ['contents', 'content', 'systemInstruction', 'system_instruction']),
      operation: 'contents' in body ? 'generate_content' : 'embeddings',
    };
  },
};

export const geminiResponse: ResponseShape = {
  name: 'Gemini generateContent',
  matches: (body) => Array.isArray(body['candidates']) || isObject(body['promptFeedback']),
  describe: (body) => {
    const candidates = listOf(body['candidates']).map(objectOf);
    const blocked = textOf(objectOf(body['promptFeedback'])['blockReason']);
    return {
      text: answersText(candidates.map((candidate) => messageText(objectOf(candidate['content'])))),
      finishReason: textOf(candidates[0]?.['finishReason']) || blocked,
      responseModel: textOf(body['modelVersion']),
      responseId: textOf(body['responseId']),
      usage: geminiUsage(body['usageMetadata']),
      operation: 'generate_content',
    };
  },
};
