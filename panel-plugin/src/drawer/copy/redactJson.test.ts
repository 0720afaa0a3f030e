import { escapeInvisible } from '../../hostile/visibleText';
import { redactJson } from './redactJson';

const KEY = `sk-${'a1'.repeat(12)}`;

describe('a copied JSON text', () => {
  it('keeps everything that is no secret as it was written', () => {
    const json = '{ "a" : 1.0,\n\t"b":["x\\u0041", 9007199254740993, null], "token_count": 3, "é": "\\n" }';
    expect(redactJson(json)).toBe(json);
  });

  it('has no secret in values, in names, in arguments of tools, nor before the colon on another line', () => {
    const json = JSON.stringify({ api_key: 'hunter2', [KEY]: 1, arguments: JSON.stringify({ password: 'hunter2' }) });
    const redacted = redactJson(`${json.slice(0, -1)}, "client_secret"\n : "hunter2"}`);
    expect(redacted).not.toMatch(/hunter2|a1a1/);
    expect(JSON.parse(redacted)).toMatchObject({ api_key: '[redacted]', client_secret: '[redacted]' });
  });

  it.each([
    ['a text', `{"messages":[{"content":"my key is ${KEY} and`],
    ['a secret', '{"api_key": "hunter2'],
    ['a text in its middle', '{"content":"some …[cut]… end","b":x" , "api_key": "hunter2", "token"\n:"hunter2'],
    ['nothing that was ever JSON', `key=${KEY}`],
  ])('has no secret when it was cut off within %s', (_, json) => {
    expect(redactJson(json)).not.toMatch(/hunter2|a1a1/);
  });

  it.each([
    ['outside of texts', '{"a":1}\u0003\u001b[201~\nrm -rf ~\n'],
    ['in a text without an end', '{"a":"\u0003\u001b[201~ rm'],
    ['before a colon', '{"a"\r\ufeff:1}'],
  ])('holds no control character that a terminal would obey, %s', (_, json) => {
    const redacted = redactJson(json);
    expect(escapeInvisible(redacted)).toBe(redacted);
  });

  it.each([
    ['quotes that are never closed', `{${'"\\'.repeat(300_000)}`],
    ['beginnings of tokens', JSON.stringify('eyJ-'.repeat(250_000))],
  ])('does not hang the page for a million characters of %s', (_, json) => {
    // Where each of them is looked at from each of them it takes longer than a test may.
    expect(redactJson(json)).toBe(json);
  });
});
