import { setBackendSrv, setDataSourceSrv, type BackendSrv, type DataSourceSrv } from '@grafana/runtime';
import { Observable } from 'rxjs';
import { errorWords } from '../errors/errorWords';
import { streamPayload } from './streamPayload';

const address = { requestId: 'a/b?c', side: 'input', form: 'text' } as const;
const source = { ref: { uid: 'mt' }, scopedVars: undefined };

beforeEach(() => {
  const dataSource = { uid: 'mt', getResource: () => Promise.resolve() };
  setDataSourceSrv({ get: () => Promise.resolve(dataSource) } as unknown as DataSourceSrv);
});

/** Makes the back end answer with these bytes, in these parts. */
function answerWith(parts: Uint8Array[], { status = 200, ends = true } = {}) {
  const asked: string[] = [];
  const stopped = jest.fn();
  const chunked = ({ url }: { url: string }) =>
    new Observable((observer) => {
      asked.push(url);
      for (const data of [...parts, undefined]) {
        observer.next({ ok: status < 300, status, data });
      }
      if (ends) {
        observer.complete();
      }
      return stopped;
    });
  setBackendSrv({ chunked } as unknown as BackendSrv);
  return { asked, stopped };
}

async function read(signal = new AbortController().signal, bytes?: number): Promise<string[]> {
  const parts: string[] = [];
  await streamPayload(source, { ...address, bytes }, signal, (text) => parts.push(text));
  return parts;
}

it('asks the data source of the panel for the one form of the one payload', async () => {
  const { asked } = answerWith([]);
  await read();
  expect(asked).toEqual(['api/datasources/uid/mt/resources/payload?request_id=a%2Fb%3Fc&side=input&form=text']);
});

it('keeps characters whole, wherever the network cuts the bytes', async () => {
  const bytes = new TextEncoder().encode('\ufeffü日本🙂');
  answerWith(Array.from(bytes, (byte) => Uint8Array.of(byte)));
  const parts = await read();
  expect(parts.join('')).toBe('\ufeffü日本🙂');
  expect(parts.join('|')).not.toContain('\ufffd');
});

it('hands on all that came before an answer broke off, and only then says so', async () => {
  const chunked = () =>
    new Observable((observer) => {
      observer.next({ ok: true, status: 200, data: new TextEncoder().encode('x'.repeat(3_000_000)) });
      observer.error(new Error('gone'));
    });
  setBackendSrv({ chunked } as unknown as BackendSrv);
  const parts: string[] = [];
  const reading = streamPayload(source, address, new AbortController().signal, (text) => parts.push(text));
  await expect(reading).rejects.toThrow('gone');
  expect(parts.join('')).toHaveLength(3_000_000);
});

it('does not hold the page while it decodes what came all at once', async () => {
  const megabytes = new TextEncoder().encode('x'.repeat(3_000_000));
  answerWith([megabytes]);
  const parts: string[] = [];
  const reading = streamPayload(source, address, new AbortController().signal, (text) => parts.push(text));
  await Promise.resolve();
  expect(parts).toEqual([]);
  await reading;
  expect(Math.max(...parts.map((part) => part.length))).toBeLessThan(100_000);
  expect(parts.join('')).toHaveLength(megabytes.length);
});

it('shows bytes that are no text as such, at the end too', async () => {
  answerWith([Uint8Array.of(0x61, 0xff, 0x62, 0xe6)]);
  expect((await read()).join('')).toBe('a\ufffdb\ufffd');
});

it('fails with the sentence of the back end, which may come in parts', async () => {
  const body = JSON.stringify({ error: { code: 'NOT_FOUND', message: 'There is no trace with this request_id.' } });
  const bytes = new TextEncoder().encode(body);
  answerWith([bytes.slice(0, 20), bytes.slice(20)], { status: 404 });
  const error: unknown = await read().catch((reason: unknown) => reason);
  expect(errorWords(error)).toBe('There is no trace with this request_id.');
});

it('fails with a sentence for the status when the answer is no JSON', async () => {
  answerWith([new TextEncoder().encode('<html>')], { status: 502 });
  const error: unknown = await read().catch((reason: unknown) => reason);
  expect(errorWords(error)).toMatch(/cannot be reached/);
});

it('stops the request when nobody wants the payload any more', async () => {
  const { stopped } = answerWith([Uint8Array.of(0x61)], { ends: false });
  const controller = new AbortController();
  const reading = read(controller.signal);
  await new Promise((resolve) => setTimeout(resolve));
  controller.abort();
  await reading;
  expect(stopped).toHaveBeenCalledTimes(1);
});

it('does not take an answer for whole that broke off, which Grafana ends like any other', async () => {
  const bytes = new TextEncoder().encode('Grüße');
  answerWith([bytes.slice(0, 2), bytes.slice(2, 6)]);
  const error: unknown = await read(undefined, bytes.length).catch((reason: unknown) => reason);
  expect(errorWords(error)).toMatch(/broke off/);
  answerWith([bytes.slice(0, 2), bytes.slice(2)]);
  expect((await read(undefined, bytes.length)).join('')).toBe('Grüße');
});
