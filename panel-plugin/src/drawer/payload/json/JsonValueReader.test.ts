import { JsonValueReader } from './JsonValueReader';

function valueOf(json: string): unknown {
  const reader = new JsonValueReader(json);
  while (reader.step()) {
    // All of it.
  }
  return reader.value;
}

it.each([
  '{"a":[1,{"b":null},[],{}],"c":"x\\"y\\\\ {[:,]} \\u00fc","d":true,"e":{},"":-1.5e3}',
  '[]',
  '"text"',
  '0',
  ' [ true , false ]\n',
])('reads %s as JSON.parse does', (json) => {
  expect(valueOf(json)).toEqual(JSON.parse(json));
});

it('reads values of many thousand tokens in several steps', () => {
  const value = Array.from({ length: 20_000 }, (_, index) => ({ index, text: `t${index}` }));
  const reader = new JsonValueReader(JSON.stringify(value));
  let steps = 1;
  while (reader.step()) {
    steps += 1;
  }
  expect(steps).toBeGreaterThan(10);
  expect(reader.value).toEqual(value);
});

it('reads a text of megabytes in several steps, escapes anywhere in it', () => {
  const value = { text: `${'a'.repeat(199_997)}\\"\n\u0007🙂${'\\'.repeat(500_001)}${'é"'.repeat(300_000)}`, next: 1 };
  const reader = new JsonValueReader(JSON.stringify(value));
  let steps = 1;
  while (reader.step()) {
    steps += 1;
  }
  expect(steps).toBeGreaterThan(5);
  // Compared here: showing how a million characters differ would take longer than the test.
  expect(JSON.stringify(reader.value) === JSON.stringify(value)).toBe(true);
});

it.each([`{"a":"${'x'.repeat(500_000)}`, `{"a":"${'x'.repeat(500_000)}\\"`])(
  'does not take a long text without an end for JSON',
  (json) => {
    expect(() => valueOf(json)).toThrow(SyntaxError);
  }
);

it.each(['{"a":', '[1', '}', 'nul', '{1}', '', '"open'])('does not take %s for JSON', (json) => {
  expect(() => valueOf(json)).toThrow(SyntaxError);
});

it('lets no payload change what all objects are', () => {
  const value = valueOf('{"__proto__":{"polluted":true},"a":1}');
  expect(value).toEqual({ a: 1 });
  expect((value as { polluted?: boolean }).polluted).toBeUndefined();
});
