import { message, textParts } from '../chatModel';
import { isObject, objectOf, objectsOf, textOf } from '../jsonShape';
import { messageOf, messagesOf, systemMessages } from '../messageOf';
import { choiceNumber, type ChatReader } from './reader';

/** Gemini generateContent, and embedContent with its single `content`. */
export const geminiRequest: ChatReader = {
  name: 'Gemini',
  recognises: (body) => Array.isArray(body['contents']) || Array.isArray(objectOf(body['content'])['parts']),
  read: (body) => {
    const system = objectOf(body['systemInstruction'] ?? body['system_instruction']);
    const contents = isObject(body['content']) ? [body['content']] : body['contents'];
    return [...systemMessages(system['parts']), ...messagesOf(contents)];
  },
};

export const geminiAnswer: ChatReader = {
  name: 'Gemini',
  recognises: (body) => Array.isArray(body['candidates']) || isObject(body['promptFeedback']),
  read: (body) => {
    const candidates = objectsOf(body['candidates']);
    const blocked = textOf(objectOf(body['promptFeedback'])['blockReason']);
    const answers = candidates.map((candidate, index) => {
      const answer = messageOf(objectOf(candidate['content']), {
        finishReason: textOf(candidate['finishReason']),
        choice: choiceNumber(index, candidates.length),
      });
      return { ...answer, role: answer.role || 'model' };
    });
    return blocked === '' ? answers : [...answers, message('model', textParts(''), { finishReason: blocked })];
  },
};
