import { compactJson } from '../json.js';

const LONGEST_BLOB = 1000;
const BLOB = /^(data:[^,]{0,200},)?[A-Za-z0-9+/_=-]+$/;

function withoutBlobs(this: unknown, _key: string, value: unknown): unknown {
  const isBlob = typeof value === 'string' && value.length > LONGEST_BLOB && BLOB.test(value);
  return isBlob ? `[${Math.floor((value.length * 3) / 4)} bytes]` : value;
}

/** JSON text of content nobody knows the form of, with base64 blobs replaced by their size. */
export function opaqueText(value: unknown): string {
  if (typeof value === 'string') {
    return value;
  }
  try {
    const text: unknown = JSON.stringify(value, withoutBlobs);
    return typeof text === 'string' ? text : '';
  } catch {
    return compactJson(value);
  }
}
