import { answerOf, endPart, FakeFile, part } from '../../fixtures/exports';
import { errorWords } from '../../errors/errorWords';
import { transferFile } from './transferFile';

const FILE = 'Request ID\r\na\r\nb\r\n';
const begin = part('b', { rowsTotal: 2 });
const nothing = { begun: () => undefined, received: () => undefined };

async function failureOf(answer: Response, file = new FakeFile()): Promise<string> {
  try {
    await transferFile(answer, file, nothing);
  } catch (error) {
    return errorWords(error);
  }
  return 'it is whole';
}

it('a whole file is written as it came and told while it comes', async () => {
  const file = new FakeFile();
  const told: number[] = [];
  const half = FILE.length / 2;
  const chunks = [begin, part('d', FILE.slice(0, half)), part('d', FILE.slice(half)), endPart(FILE)];
  const end = await transferFile(answerOf(chunks), file, {
    begun: (rows) => told.push(rows),
    received: (bytes) => told.push(bytes),
  });
  expect(file.text).toBe(FILE);
  expect(end.rows).toBe(2);
  expect(told).toEqual([2, half, FILE.length]);
});

it.each([
  ['ends as if it were whole', answerOf([begin, part('d', FILE)]), 'broke off'],
  ['has no part at all', answerOf([]), 'no export'],
  [
    'is followed by Grafana’s own error',
    answerOf([begin, part('d', FILE), new TextEncoder().encode('{"message":"x"}')]),
    'broke off',
  ],
  ['lost bytes', answerOf([begin, part('d', FILE.slice(3)), endPart(FILE)]), 'changed'],
  ['has other bytes', answerOf([begin, part('d', FILE.replace('a', 'x')), endPart(FILE)]), 'changed'],
  ['goes on behind its end', answerOf([begin, part('d', FILE), endPart(FILE), part('d', 'x')]), 'broke off'],
  [
    'says why it broke',
    answerOf([begin, part('x', { error: { code: 'X', message: 'The engine fell over.' } })]),
    'The engine fell over.',
  ],
])('an answer that %s is no file', async (_, answer, words) => {
  expect(await failureOf(answer)).toContain(words);
});

it('a refusal is told in the words of the back end', async () => {
  const text = () => Promise.resolve('{"error":{"code":"FORBIDDEN","message":"Only users with the role Editor."}}');
  const answer = { ok: false, status: 403, statusText: 'Forbidden', text } as unknown as Response;
  expect(await failureOf(answer)).toBe('Only users with the role Editor.');
});

it('a full disk ends it', async () => {
  const full = new FakeFile(new Error('The disk is full.'));
  expect(await failureOf(answerOf([begin, part('d', FILE), endPart(FILE)]), full)).toBe('The disk is full.');
});

it('no more is read than the disk takes', async () => {
  let let1: () => void = () => undefined;
  const slow = new FakeFile();
  slow.write = () => new Promise((resolve) => (let1 = resolve));
  const received: number[] = [];
  const done = transferFile(answerOf([begin, part('d', 'a'), part('d', 'b'), endPart('ab')]), slow, {
    begun: () => undefined,
    received: (bytes) => received.push(bytes),
  });
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(received).toEqual([]);
  let1();
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(received).toEqual([1]);
  let1();
  await expect(done).resolves.toMatchObject({ bytes: 2 });
});
