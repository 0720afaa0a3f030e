import { describe, expect, it } from 'vitest';
import { type Call, type PlacedCall, SameCalls } from './sameCalls.js';

const CALL: Call = { model: 'm', responseModel: '', operation: 'chat', status: 'success', input: 100, output: 20 };
const SILENT: Call = { ...CALL, input: null, output: null };

function placed(id: string, call: Call, ...ancestors: string[]): PlacedCall {
  return { id, ancestors, call };
}

describe('a call told by a framework and by the SDK inside it', () => {
  it('counts once, as the SDK tells it', () => {
    const calls = [placed('outer', CALL), placed('inner', CALL, 'outer')];
    expect([...new SameCalls().repeated(calls)]).toEqual(['outer']);
    expect([...new SameCalls().repeated([placed('outer', SILENT), placed('inner', CALL, 'outer')])]).toEqual(['outer']);
  });

  it('keeps its tokens when only the framework tells them', () => {
    const calls = [placed('outer', CALL), placed('inner', SILENT, 'outer')];
    expect([...new SameCalls().repeated(calls)]).toEqual(['inner']);
  });

  it('is two calls when the tokens differ', () => {
    const calls = [placed('outer', CALL), placed('inner', { ...CALL, output: 21 }, 'outer')];
    expect(new SameCalls().repeated(calls).size).toBe(0);
  });

  it('counts once when its spans come in different batches, in either order', () => {
    for (const [first, second] of [
      [placed('outer', CALL), placed('inner', CALL, 'outer')],
      [placed('inner', CALL, 'outer'), placed('outer', CALL)],
    ] as const) {
      const sameCalls = new SameCalls();
      expect(sameCalls.repeated([first]).size).toBe(0);
      sameCalls.remember([first]);
      expect([...sameCalls.repeated([second])]).toEqual([second.id]);
    }
  });
});
