import { runSliced, type Sliced } from './runSliced';

function* busy(steps: number, stepMs: number): Sliced<string> {
  for (let step = 0; step < steps; step += 1) {
    for (const end = performance.now() + stepMs; performance.now() < end;) {
      Math.random();
    }
    yield;
  }
  return 'done';
}

describe('work in slices', () => {
  it('lets others run while it goes on', async () => {
    let turns = 0;
    const timer = setInterval(() => {
      turns += 1;
    }, 1);
    await expect(runSliced(busy(100, 2), new AbortController().signal)).resolves.toBe('done');
    clearInterval(timer);
    expect(turns).toBeGreaterThan(2);
  });

  it('is given up when nobody waits for it any more', async () => {
    const controller = new AbortController();
    const result = runSliced(busy(1e6, 1), controller.signal);
    controller.abort();
    await expect(result).rejects.toThrow();
  });
});
