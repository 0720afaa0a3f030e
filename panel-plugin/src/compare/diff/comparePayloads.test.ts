import fc from 'fast-check';
import { isDeepStrictEqual } from 'util';
import type { JsonNode } from '../json/jsonNode';
import { runAtOnce } from '../../slices/runSliced';
import { comparePayloads, countDifferences } from './comparePayloads';
import type { Difference } from './diffJson';
import { pathText } from './path';

const whole = (text: string) => ({ text, isCut: false });

function compared(left: unknown, right: unknown): Difference[] {
  return comparedTexts(JSON.stringify(left), JSON.stringify(right));
}

function comparedTexts(left: string, right: string): Difference[] {
  const diff = runAtOnce(comparePayloads(whole(left), whole(right), 'json'));
  expect(diff.as).toBe('json');
  return diff.differences;
}

/** Without what is equal, as `kind path`. */
function told(differences: readonly Difference[]): string[] {
  return differences.filter(({ kind }) => kind !== 'same').map(({ kind, path }) => `${kind} ${pathText(path)}`);
}

function leaves(node: JsonNode | undefined): string[] {
  if (!node) {
    return [];
  }
  switch (node.kind) {
    case 'object':
      return node.members.flatMap((member) => leaves(member.node));
    case 'array':
      return node.items.flatMap(leaves);
    case 'string':
      return [JSON.stringify(node.value)];
    default:
      return [node.text];
  }
}

/** Of a value as JavaScript has it. */
function leavesOf(value: unknown): string[] {
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(leavesOf) : [JSON.stringify(value)];
}

/** Values of few different keys and scalars, so that two of them have much in common and lists repeat themselves. */
const json = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(null, true, 0, 1, 2, 'a', 'b', 'a b', 'a c', 'long text with words'),
    fc.array(tie('value'), { maxLength: 6 }),
    fc.dictionary(fc.constantFrom('role', 'type', 'name', 'content', 'id'), tie('value'), {
      maxKeys: 4,
      noNullPrototype: true,
    })
  ),
})).value;

describe('differences between two payloads', () => {
  it('are none between a payload and itself, in whatever order its keys are written', () => {
    const turned = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(turned)
        : typeof value === 'object' && value !== null
          ? Object.fromEntries(
              Object.entries(value)
                .reverse()
                .map(([key, inner]) => [key, turned(inner)])
            )
          : value;
    fc.assert(
      fc.property(json, (value) => {
        expect(told(compared(value, turned(value)))).toEqual([]);
      })
    );
  });

  it('are some between payloads that are not equal', () => {
    fc.assert(
      fc.property(json, json, (left, right) => {
        const isTold = told(compared(left, right)).length > 0;
        expect(isTold).toBe(!isDeepStrictEqual(left, right));
      })
    );
  });

  it('leave out nothing of either payload and show nothing twice', () => {
    fc.assert(
      fc.property(json, json, (left, right) => {
        const found = compared(left, right);
        expect(found.flatMap((difference) => leaves(difference.left)).sort()).toEqual(leavesOf(left).sort());
        expect(found.flatMap((difference) => leaves(difference.right)).sort()).toEqual(leavesOf(right).sort());
      })
    );
  });

  it('are as many when the sides are swapped, with added and removed exchanged', () => {
    fc.assert(
      fc.property(json, json, (left, right) => {
        const { added, removed, ...others } = countDifferences(compared(left, right));
        expect(countDifferences(compared(right, left))).toEqual({ ...others, added: removed, removed: added });
      })
    );
  });

  it('show equal values as equal and different values as different', () => {
    fc.assert(
      fc.property(json, json, (left, right) => {
        for (const { kind, ...sides } of compared(left, right)) {
          const isEqual = sides.left?.id === sides.right?.id;
          expect(isEqual).toBe(kind === 'same' || kind === 'moved');
        }
      })
    );
  });

  it('name a message that was put in, and not every message after it', () => {
    const system = { role: 'system', content: 'Be brief.' };
    const question = { role: 'user', content: 'Where is my parcel?' };
    const answer = { role: 'assistant', content: 'On its way.' };
    expect(told(compared({ messages: [question, answer] }, { messages: [system, question, answer] }))).toEqual([
      'added messages[0] (system)',
    ]);
  });

  it('recognise a message whose words changed, at its shifted place', () => {
    const left = { messages: [{ role: 'user', content: 'Where is my parcel?' }] };
    const right = {
      messages: [
        { role: 'system', content: 'Be brief.' },
        { role: 'user', content: 'Where is my letter?' },
      ],
    };
    const found = compared(left, right);
    expect(told(found)).toEqual(['added messages[0] (system)', 'changed messages[0 → 1] (user).content']);
    expect(found.find(({ kind }) => kind === 'changed')?.parts).toEqual([
      { kind: 'same', text: 'Where is my ' },
      { kind: 'removed', text: 'parcel?' },
      { kind: 'added', text: 'letter?' },
    ]);
  });

  it('recognise a tool that was moved', () => {
    const tools = ['search', 'weather', 'mail'].map((name) => ({ type: 'function', function: { name, strict: true } }));
    expect(told(compared({ tools }, { tools: [tools[2], tools[0], tools[1]] }))).toEqual([
      'moved tools[2 → 0] (function)',
    ]);
  });

  it('recognise what was moved and changed at once', () => {
    const tool = (name: string, description: string) => ({ name, description, parameters: { type: 'object' } });
    const left = [
      tool('search', 'Searches the handbook.'),
      tool('mail', 'Sends mail.'),
      tool('time', 'Tells the time.'),
    ];
    const right = [left[1], left[2], tool('search', 'Searches the whole handbook.')];
    const found = compared(left, right).filter(({ kind }) => kind !== 'same');
    expect(told(found)).toEqual(['changed [0 → 2] (search).description']);
    expect(found[0]?.path?.moved).toBe(true);
  });

  it('tell numbers apart that are written differently or are too long for JavaScript', () => {
    expect(told(comparedTexts('{"t":1.0,"id":9007199254740993}', '{"t":1,"id":9007199254740992}'))).toEqual([
      'changed t',
      'changed id',
    ]);
  });

  it('keep keys apart that are there twice', () => {
    expect(told(comparedTexts('{"a":1,"a":2}', '{"a":1,"a":3}'))).toEqual(['changed a']);
  });

  it('are those of the texts when one side is not JSON', () => {
    const diff = runAtOnce(comparePayloads(whole('data: {"a":1}\n\ndata: [DONE]'), whole('{"a":1}'), 'json'));
    expect(diff.as).toBe('text');
    expect(diff.differences[0]?.kind).toBe('changed');
  });

  it('are found in values nested deeper than a call stack', () => {
    const nested = (inner: string) => `${'[{"a":'.repeat(20_000)}${inner}${'}]'.repeat(20_000)}`;
    const found = comparedTexts(nested('1'), nested('2')).filter(({ kind }) => kind !== 'same');
    expect(found).toHaveLength(1);
    expect(pathText(found[0]?.path)).toMatch(/^…(\[0\]\.a){15}$/);
  });

  it('are found in long lists that have little in common', () => {
    const numbers = (from: number) => Array.from({ length: 3000 }, (_, index) => from + index / 7);
    const counts = countDifferences(compared(numbers(0), numbers(9999)));
    expect(counts).toEqual({ same: 0, changed: 3000, added: 0, removed: 0, moved: 0 });
  });

  it('are found in the beginning of payloads that are too large to be compared in full', () => {
    const beginning = (text: string) => ({ text, isCut: true });
    const left = beginning('{"model":"a","messages":[{"role":"user","content":"the same long te');
    const right = beginning('{"model":"b","messages":[{"role":"user","content":"the same long te');
    expect(told(runAtOnce(comparePayloads(left, right, 'json')).differences)).toEqual(['changed model']);
  });

  it('are those of the values where both sides have JSON within a text, as the arguments of tools are', () => {
    const call = (args: string) => ({ tool_calls: [{ function: { name: 'get_order', arguments: args } }] });
    const found = compared(call('{"order":42,"carrier":"DHL"}'), call('{ "carrier": "UPS", "order": 42 }'));
    expect(told(found)).toEqual(['changed tool_calls[0].function.arguments (JSON).carrier']);
    expect(found.find(({ kind }) => kind === 'changed')?.parts).toEqual([
      { kind: 'removed', text: 'DHL' },
      { kind: 'added', text: 'UPS' },
    ]);
  });

  it('are found in JSON within a text within JSON within a text', () => {
    const nested = (value: number) => ({ a: JSON.stringify({ b: JSON.stringify([1, value]) }) });
    expect(told(compared(nested(2), nested(3)))).toEqual(['changed a (JSON).b (JSON)[1]']);
  });

  it('tell the same JSON that is written differently in a text from JSON that says something else', () => {
    const found = compared({ a: '{"b":1,"c":2}' }, { a: '{ "c": 2, "b": 1 }' });
    expect(told(found)).toEqual(['changed a']);
    expect(found[0]?.isSameJson).toBe(true);
  });

  it('are those of the words where only one of two texts is JSON', () => {
    const found = compared({ a: '{"b":1}' }, { a: '{"b":1' });
    expect(told(found)).toEqual(['changed a']);
    expect(found[0]?.isSameJson).toBeUndefined();
  });

  it('are the same in JSON within texts when the sides are swapped, with left and right exchanged', () => {
    const embedded = json.map((value) => ({ text: JSON.stringify([value]) }));
    fc.assert(
      fc.property(embedded, embedded, (left, right) => {
        const { added, removed, ...others } = countDifferences(compared(left, right));
        expect(countDifferences(compared(right, left))).toEqual({ ...others, added: removed, removed: added });
      })
    );
  });

  it('are told with how much of each side was compared, where that was not all', () => {
    const right = whole('{"a":2}');
    const diff = runAtOnce(comparePayloads({ text: '{"a":1,"b":', isCut: true }, right, 'json'));
    expect([diff.leftCut, diff.rightCut]).toEqual([11, undefined]);
  });

  it('name one message that was taken out of tens of thousands, and not every message after it', () => {
    const messages = Array.from({ length: 20_000 }, (_, index) => ({ role: 'user', content: `message ${index}` }));
    const right = messages.filter((_, index) => index !== 100 && index !== 19_000);
    expect(told(compared({ messages }, { messages: right }))).toEqual([
      'removed messages[100] (user)',
      'removed messages[19000] (user)',
    ]);
  });
});
