import { firstText, objectOf, textOf, type JsonObject } from '../json.js';

const DATA_URI = /^data:([^;,]{0,100})[^,]{0,200},/;
const SHOWN_URL_CHARACTERS = 300;

function sizeText(bytes: number): string {
  if (bytes < 1024) {
    return `${bytes} B`;
  }
  const kilobytes = bytes / 1024;
  return kilobytes < 1024 ? `${Math.round(kilobytes)} KB` : `${(kilobytes / 1024).toFixed(1)} MB`;
}

function base64Bytes(base64Length: number): number {
  return Math.floor((base64Length * 3) / 4);
}

function label(kind: string, ...details: string[]): string {
  const known = details.filter((detail) => detail !== '');
  return known.length === 0 ? `[${kind}]` : `[${kind}: ${known.join(', ')}]`;
}

/** `[image: image/png, 12 KB]` for base64 data. The data itself is never part of a text. */
export function embeddedMedia(kind: string, mediaType: string, base64: unknown): string {
  const data = textOf(base64);
  return label(kind, mediaType, data === '' ? '' : sizeText(base64Bytes(data.length)));
}

/** A medium by URL: data URIs as type and size, others as the (bounded) address. */
export function linkedMedia(kind: string, url: string): string {
  const dataUri = DATA_URI.exec(url);
  if (dataUri !== null) {
    return label(kind, dataUri[1] ?? '', sizeText(base64Bytes(url.length - dataUri[0].length)));
  }
  return label(kind, url.length > SHOWN_URL_CHARACTERS ? `${url.slice(0, SHOWN_URL_CHARACTERS)}…` : url);
}

/** Anthropic's `source` and its relatives: `{type: base64|url|file, media_type, data, url, file_id}`. */
export function sourceMedia(kind: string, source: JsonObject, name = ''): string {
  const url = firstText(source['url'], source['uri'], objectOf(source['s3Location'])['uri']);
  if (url !== '') {
    return linkedMedia(kind, url);
  }
  if (source['type'] === 'text') {
    return textOf(source['data']);
  }
  const data = firstText(source['data'], source['bytes']);
  const mediaType = firstText(source['media_type'], source['mimeType'], source['mime_type']);
  return data === ''
    ? label(kind, name, firstText(source['file_id'], mediaType))
    : embeddedMedia(kind, [name, mediaType].filter((part) => part !== '').join(', '), data);
}
