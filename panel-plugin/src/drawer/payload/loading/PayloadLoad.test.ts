import { PayloadLoad } from './PayloadLoad';

const load = (modelNote?: string) => new PayloadLoad(modelNote, () => undefined);

it('loses nothing, however the parts come', async () => {
  const text = load();
  const parts = Array.from({ length: 500 }, (_, index) => `part ${index} ${'x'.repeat(index)}\n`);
  await text.start(async (_, take) => {
    for (const part of parts) {
      take(part);
      await Promise.resolve();
      if (part.length % 50 === 0) {
        await new Promise((resolve) => setTimeout(resolve));
      }
    }
  });
  expect(text.status).toBe('complete');
  expect(text.stored.whole()).toBe(parts.join(''));
});

it('keeps JSON as it was stored beside the lines it is shown on', async () => {
  const json = load('v7');
  await json.start((_, take) => {
    take('{"model":"b');
    take('ot"}');
    return Promise.resolve();
  });
  expect(json.stored.whole()).toBe('{"model":"bot"}');
  expect(json.shown.whole()).toBe('{\n  "model": "bot (v7)"\n}');
});

it('takes nothing in any more once it is aborted', async () => {
  const text = load();
  const started = text.start(async (signal, take) => {
    take('first');
    await new Promise((resolve) => setTimeout(resolve));
    expect(signal.aborted).toBe(true);
    take('second');
  });
  text.abort();
  await started;
  expect(text.stored.whole()).not.toContain('second');
});

it('keeps what had come when it fails', async () => {
  const text = load();
  await text.start((_, take) => {
    take('first');
    return Promise.reject(new Error('broken pipe'));
  });
  expect([text.status, text.stored.whole(), (text.error as Error).message]).toEqual(['failed', 'first', 'broken pipe']);
});
