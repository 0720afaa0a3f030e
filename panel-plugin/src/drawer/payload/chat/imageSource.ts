import type { Media } from './chatModel';

/**
 * How the bytes of pictures begin, in base64: of those kinds that are only pictures, with no scripts and no addresses in
 * them, as SVG may have.
 */
const BEGINNINGS: readonly [string, string][] = [
  ['iVBORw0KGgo', 'image/png'],
  ['/9j/', 'image/jpeg'],
  ['R0lGOD', 'image/gif'],
  ['UklGR', 'image/webp'],
];

/**
 * A data: URL of a picture that is safe to show; undefined for everything else. The bytes tell of what kind it is, not
 * the payload.
 */
export function imageSource(media: Media): string | undefined {
  const kind = BEGINNINGS.find(([beginning]) => media.base64.startsWith(beginning))?.[1];
  const isBase64 = /^[A-Za-z0-9+/]{4,}/.test(media.base64) && !/[^A-Za-z0-9+/=\r\n]/.test(media.base64);
  return media.kind === 'image' && kind !== undefined && isBase64 ? `data:${kind};base64,${media.base64}` : undefined;
}

/** Bytes that a base64 text stands for. */
export function base64Bytes(base64: string): number {
  let end = base64.length;
  while (end > 0 && '=\r\n'.includes(base64.charAt(end - 1))) {
    end -= 1;
  }
  return Math.floor((end * 3) / 4);
}
