import { message, textParts } from '../chatModel';
import { firstText, isObject, jsonText, objectOf, textOf, type JsonObject } from '../jsonShape';
import type { ChatReader } from './reader';

function errorText(body: JsonObject): string {
  const error = objectOf(body['error']);
  return firstText(error['message'], body['error'], body['message'], body['detail'], body['Message']);
}

/** An error in place of an answer, in the forms that providers have for it. */
export const errorAnswer: ChatReader = {
  name: 'Error',
  recognises: (body) => errorText(body) !== '' || isObject(body['error']),
  read: (body) => {
    const error = objectOf(body['error']);
    return [
      message('error', textParts(errorText(body) || jsonText(body['error'])), {
        finishReason: firstText(error['code'], error['type'], textOf(body['type'])),
      }),
    ];
  },
};
