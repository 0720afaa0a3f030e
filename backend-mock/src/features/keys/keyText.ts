import { createHash, randomInt, timingSafeEqual } from 'node:crypto';
import { crc32 } from 'node:zlib';

/**
 * The text of an API key: `mt_`, 8 characters that say which key it is, 32 that are secret, 6 of checksum, all of
 * [0-9A-Za-z]. The prefix and the checksum let a secret scanner tell a key from other text without asking the server;
 * the id lets people speak of a key, and servers find it, without its secret.
 */
const PREFIX = 'mt_';
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const ID_CHARACTERS = 8;
/** 190 bits. */
const SECRET_CHARACTERS = 32;
const CHECKSUM_CHARACTERS = 6;

/** Matches a key anywhere in a text; for secret scanners and for keeping keys out of logs. */
export const KEY_PATTERN = /mt_[0-9A-Za-z]{46}/;
const WHOLE_KEY = /^mt_([0-9A-Za-z]{8})[0-9A-Za-z]{38}$/;

/** A new key and what is kept of it. */
export interface NewKey {
  key: string;
  keyId: string;
  /** Hex. */
  sha256: string;
}

function randomText(characters: number): string {
  return Array.from({ length: characters }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join('');
}

/** CRC-32 of a text, in base 62. */
function checksum(text: string): string {
  let rest = crc32(text);
  let out = '';
  for (let i = 0; i < CHECKSUM_CHARACTERS; i++) {
    out = ALPHABET.charAt(rest % ALPHABET.length) + out;
    rest = Math.floor(rest / ALPHABET.length);
  }
  return out;
}

/** Makes a key from the operating system's randomness. */
export function newKey(): NewKey {
  const keyId = randomText(ID_CHARACTERS);
  const body = `${PREFIX}${keyId}${randomText(SECRET_CHARACTERS)}`;
  const key = body + checksum(body);
  return { key, keyId, sha256: digestOf(key).toString('hex') };
}

/** Which key a text claims to be; undefined when it is no key, because its form or its checksum is wrong. */
export function keyIdOf(text: string): string | undefined {
  const keyId = WHOLE_KEY.exec(text)?.[1];
  const body = text.slice(0, -CHECKSUM_CHARACTERS);
  return keyId !== undefined && text.endsWith(checksum(body)) ? keyId : undefined;
}

/**
 * What is kept of a key. A fast hash is right here: slow ones make guessing of what people choose expensive, but nobody
 * guesses 190 random bits, and this one is computed for every request.
 */
export function digestOf(key: string): Buffer {
  return createHash('sha256').update(key).digest();
}

/** Whether two digests are the same, in the same time wherever they differ. */
export function sameDigest(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}
