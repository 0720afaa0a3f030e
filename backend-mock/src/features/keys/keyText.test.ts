import { describe, expect, it } from 'vitest';
import { digestOf, KEY_PATTERN, keyIdOf, newKey, sameDigest } from './keyText.js';

describe('the text of a key', () => {
  it('says which key it is, is never the same twice, and a secret scanner finds it amid other text', () => {
    const made = Array.from({ length: 200 }, newKey);
    for (const { key, keyId, sha256 } of made) {
      expect(keyIdOf(key)).toBe(keyId);
      expect(KEY_PATTERN.exec(`curl -H "authorization: Bearer ${key}"`)?.[0]).toBe(key);
      expect(digestOf(key).toString('hex')).toBe(sha256);
      expect(sha256).not.toContain(key);
    }
    expect(new Set(made.map(({ key }) => key)).size).toBe(made.length);
    expect(new Set(made.map(({ keyId }) => keyId)).size).toBe(made.length);
  });

  it('with one character changed, left out or added is no key', () => {
    const { key } = newKey();
    for (let at = 0; at < key.length; at++) {
      const other = key[at] === 'x' ? 'y' : 'x';
      expect(keyIdOf(key.slice(0, at) + other + key.slice(at + 1))).toBeUndefined();
      expect(keyIdOf(key.slice(0, at) + key.slice(at + 1))).toBeUndefined();
    }
    for (const text of [`${key}0`, ` ${key}`, key.toLowerCase(), 'mt_', '']) expect(keyIdOf(text)).toBeUndefined();
  });

  it('digests differ wherever one bit does', () => {
    const digest = digestOf('a');
    expect(sameDigest(digest, digestOf('a'))).toBe(true);
    for (let at = 0; at < digest.length; at++) {
      const other = Buffer.from(digest);
      other[at] = (other[at] ?? 0) ^ 1;
      expect(sameDigest(digest, other)).toBe(false);
    }
    expect(sameDigest(digest, Buffer.alloc(0))).toBe(false);
  });
});
