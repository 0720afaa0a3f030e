import type { RequestShape, ResponseShape } from '../description.js';
import { answersText } from '../content/answers.js';
import { messageText } from '../content/transcript.js';
import { firstText, isObject, listOf, objectOf, textOf } from '../json.js';
import { requestParameters } from '../parameters.js';
import { cacheApartUsage } from '../usage.js';
import { countOf } from '../json.js';

/** Amazon Titan on Bedrock. */
export const titanRequest: RequestShape = {
  name: 'Titan',
  matches: (body) => typeof body['inputText'] === 'string',
  describe: (body) => ({
    text: textOf(body['inputText']),
    parameters: requestParameters(body, ['inputText']),
    operation: 'textGenerationConfig' in body ? 'text_completion' : '',
  }),
};

export const titanResponse: ResponseShape = {
  name: 'Titan',
  matches: (body) => listOf(body['results']).some((result) => typeof objectOf(result)['outputText'] === 'string'),
  describe: (body) => {
    const results = listOf(body['results']).map(objectOf);
    return {
      text: answersText(results.map((result) => textOf(result['outputText']))),
      finishReason: textOf(results[0]?.['completionReason']),
      usage: { inputTokens: countOf(body['inputTextTokenCount']), outputTokens: countOf(results[0]?.['tokenCount']) },
      operation: 'text_completion',
    };
  },
};

/** Bedrock's converse API, and Nova models invoked directly. */
export const converseResponse: ResponseShape = {
  name: 'Bedrock converse',
  matches: (body) => isObject(objectOf(body['output'])['message']),
  describe: (body) => ({
    text: messageText(objectOf(objectOf(body['output'])['message'])),
    finishReason: firstText(body['stopReason']),
    usage: cacheApartUsage(body['usage']),
    operation: 'chat',
  }),
};

/** Meta Llama on Bedrock. */
export const llamaResponse: ResponseShape = {
  name: 'Llama on Bedrock',
  matches: (body) => typeof body['generation'] === 'string',
  describe: (body) => ({
    text: textOf(body['generation']),
    finishReason: textOf(body['stop_reason']),
    usage: {
      inputTokens: countOf(body['prompt_token_count']),
      outputTokens: countOf(body['generation_token_count']),
    },
    operation: 'text_completion',
  }),
};

/** AI21 Jurassic: lists its tokens instead of counting them. */
export const ai21Response: ResponseShape = {
  name: 'AI21',
  matches: (body) => listOf(body['completions']).some((completion) => isObject(objectOf(completion)['data'])),
  describe: (body) => {
    const completions = listOf(body['completions']).map(objectOf);
    const data = completions.map((completion) => objectOf(completion['data']));
    const promptTokens = objectOf(body['prompt'])['tokens'];
    const answerTokens = data[0]?.['tokens'];
    return {
      text: answersText(data.map((answer) => textOf(answer['text']))),
      finishReason: textOf(objectOf(completions[0]?.['finishReason'])['reason']),
      usage: {
        inputTokens: Array.isArray(promptTokens) ? promptTokens.length : undefined,
        outputTokens: Array.isArray(answerTokens) ? answerTokens.length : undefined,
      },
      operation: 'text_completion',
    };
  },
};

/** Mistral on Bedrock. */
export const mistralOutputsResponse: ResponseShape = {
  name: 'Mistral on Bedrock',
  matches: (body) => listOf(body['outputs']).some((output) => typeof objectOf(output)['text'] === 'string'),
  describe: (body) => {
    const outputs = listOf(body['outputs']).map(objectOf);
    return {
      text: answersText(outputs.map((output) => textOf(output['text']))),
      finishReason: textOf(outputs[0]?.['stop_reason']),
      operation: 'text_completion',
    };
  },
};
