import type { ChatPart, Media } from '../chatModel';
import { firstText, isObject, objectOf, textOf, type JsonObject } from '../jsonShape';

const DATA_URL = /^data:([^;,]{0,100})(?:;[^;,]{0,100}){0,5};base64,/i;

const EXTENSIONS: Partial<Record<string, string>> = {
  wav: 'audio/wav',
  mp3: 'audio/mpeg',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
  pdf: 'application/pdf',
};

function media(kind: Media['kind'], over: Partial<Media>): ChatPart {
  return { kind: 'media', media: { kind, name: '', mimeType: '', base64: '', reference: '', ...over } };
}

/** What an address leads to; a data: URL holds it itself. */
export function linkedMedia(kind: Media['kind'], url: string, name = ''): ChatPart {
  const match = DATA_URL.exec(url.slice(0, 1000));
  return match
    ? media(kind, { name, mimeType: textOf(match[1]).toLowerCase(), base64: url.slice(match[0].length) })
    : media(kind, { name, reference: url });
}

/** Bytes in base64, of a type or at least a format such as `png`. */
export function embeddedMedia(kind: Media['kind'], type: string, data: unknown, name = ''): ChatPart {
  const text = textOf(data);
  return DATA_URL.test(text.slice(0, 1000))
    ? linkedMedia(kind, text, name)
    : media(kind, { name, mimeType: (EXTENSIONS[type] ?? type).toLowerCase(), base64: text });
}

/** Anthropic's `source` and Bedrock's: base64, an address, a file's id, or a text. */
export function sourceMedia(kind: Media['kind'], source: JsonObject, { type = '', name = '' } = {}): ChatPart {
  if (source['type'] === 'text') {
    return { kind: 'text', text: textOf(source['data']) };
  }
  const place = firstText(source['url'], source['file_id'], objectOf(source['s3Location'])['uri']);
  return place === ''
    ? embeddedMedia(kind, firstText(source['media_type'], type), source['data'] ?? source['bytes'], name)
    : linkedMedia(kind, place, name);
}

/** The kind of media that a type such as `image/png` is of. */
export function kindOf(mimeType: string): Media['kind'] {
  const kind = mimeType.split('/')[0];
  return kind === 'image' || kind === 'audio' || kind === 'video' ? kind : 'file';
}

/** The address in any of the forms that image parts have. */
export function addressOf(part: JsonObject): string {
  const url = part['image_url'] ?? part['url'] ?? part['uri'] ?? part['image'];
  return isObject(url) ? textOf(url['url']) : textOf(url);
}
