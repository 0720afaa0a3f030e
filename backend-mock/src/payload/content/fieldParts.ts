import { compactJson, firstText, objectOf, textOf, type JsonObject } from '../json.js';
import { embeddedMedia, linkedMedia, sourceMedia } from './media.js';
import { toolCallText } from './toolCall.js';
import { reasoningText, type PartRenderer } from './typedParts.js';

/** Part of Bedrock's converse: `{image: {format, source: {bytes}}}`, likewise document and video. */
const bedrockMedium =
  (kind: string): PartRenderer =>
  (part) => {
    const medium = objectOf(part[kind]);
    const source = objectOf(medium['source']);
    return sourceMedia(kind, { ...source, media_type: textOf(medium['format']) }, textOf(medium['name']));
  };

const mediaType = (data: JsonObject): string => firstText(data['mimeType'], data['mime_type']);

const inlineData = (field: string): PartRenderer => {
  return (part) => {
    const data = objectOf(part[field]);
    return embeddedMedia(firstText(mediaType(data).split('/')[0], 'file'), mediaType(data), data['data']);
  };
};

/**
 * Content parts whose only field names their kind: Bedrock converse and Gemini. Order decides where a part has several
 * of the fields.
 */
export const FIELD_PARTS: readonly (readonly [field: string, render: PartRenderer])[] = [
  ['toolUse', (part) => toolCallText(objectOf(part['toolUse'])['name'], objectOf(part['toolUse'])['input'])],
  ['toolResult', (part, nested) => `[tool result] ${nested(objectOf(part['toolResult'])['content'])}`],
  [
    'functionCall',
    (part) => toolCallText(objectOf(part['functionCall'])['name'], objectOf(part['functionCall'])['args']),
  ],
  ['functionResponse', (part) => `[tool result] ${compactJson(objectOf(part['functionResponse'])['response'])}`],
  ['guardContent', (part, nested) => nested(objectOf(part['guardContent'])['text'])],
  [
    'reasoningContent',
    (part) => {
      const content = objectOf(part['reasoningContent']);
      return reasoningText(firstText(objectOf(content['reasoningText'])['text'], '(redacted)'));
    },
  ],
  ['cachePoint', () => ''],
  ['image', bedrockMedium('image')],
  ['video', bedrockMedium('video')],
  ['document', bedrockMedium('document')],
  ['inlineData', inlineData('inlineData')],
  ['inline_data', inlineData('inline_data')],
  ['fileData', (part) => linkedMedia('file', textOf(objectOf(part['fileData'])['fileUri']))],
  ['executableCode', (part) => textOf(objectOf(part['executableCode'])['code'])],
  ['codeExecutionResult', (part) => `[tool result] ${textOf(objectOf(part['codeExecutionResult'])['output'])}`],
  ['json', (part) => compactJson(part['json'])],
];
