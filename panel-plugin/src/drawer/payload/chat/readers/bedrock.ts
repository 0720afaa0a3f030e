import { message, textParts } from '../chatModel';
import { firstText, isObject, objectOf, objectsOf, textOf, type JsonObject } from '../jsonShape';
import { messageOf } from '../messageOf';
import { choiceNumber, type ChatReader } from './reader';

/** Bedrock's converse API, and Nova models invoked directly. */
export const converseAnswer: ChatReader = {
  name: 'Bedrock converse',
  recognises: (body) => isObject(objectOf(body['output'])['message']),
  read: (body) => [
    messageOf(objectOf(objectOf(body['output'])['message']), { finishReason: textOf(body['stopReason']) }),
  ],
};

/** An answer of models that Bedrock invokes in their own words: a list of texts, each with why it ended. */
function textList(name: string, member: string, textAt: (entry: JsonObject) => unknown): ChatReader {
  const entries = (body: JsonObject) => objectsOf(body[member]).filter((entry) => typeof textAt(entry) === 'string');
  return {
    name,
    recognises: (body) => entries(body).length > 0,
    read: (body) =>
      entries(body).map((entry, index, all) =>
        message('assistant', textParts(textOf(textAt(entry))), {
          finishReason: firstText(
            entry['completionReason'],
            entry['stop_reason'],
            objectOf(entry['finishReason'])['reason']
          ),
          choice: choiceNumber(index, all.length),
        })
      ),
  };
}

export const titanAnswer = textList('Amazon Titan', 'results', (entry) => entry['outputText']);
export const mistralOutputsAnswer = textList('Mistral on Bedrock', 'outputs', (entry) => entry['text']);
export const ai21Answer = textList('AI21', 'completions', (entry) => objectOf(entry['data'])['text']);

/** Meta Llama on Bedrock. */
export const llamaAnswer: ChatReader = {
  name: 'Llama on Bedrock',
  recognises: (body) => typeof body['generation'] === 'string',
  read: (body) => [
    message('assistant', textParts(textOf(body['generation'])), { finishReason: textOf(body['stop_reason']) }),
  ],
};
