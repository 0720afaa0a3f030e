import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileCheck } from './fileCheck.js';

const runs = Number(process.env.MODELTRACE_FUZZ_RUNS ?? 200);

/** Cells of what decides where a record ends, and of bytes that differ from it in one bit. */
const cell = fc.string({ unit: fc.constantFrom('"', '\n', '\r', ',', 'a', '¢', '\u0000', '#', ' ', '*', '\u000b') });

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

describe('counting the records of a CSV file', () => {
  it('counts each record once, whatever its texts hold and wherever the bytes are cut', () => {
    const records = fc.array(
      fc.array(fc.oneof(cell.map(quoted), fc.constant(''), fc.constant('12.5')), { minLength: 2 }),
    );
    fc.assert(
      fc.property(records, fc.array(fc.nat({ max: 9 }), { minLength: 1 }), (rows, lengths) => {
        const file = Buffer.from(`"header","of two"\r\n${rows.map((row) => `${row.join(',')}\r\n`).join('')}`);
        const check = fileCheck('csv');
        let sent = 0;
        for (let step = 0; sent < file.length; step += 1) {
          const length = lengths[step % lengths.length] ?? 1;
          // A step without bytes, too, but not for ever.
          const next = sent + (step % lengths.length === 0 ? Math.max(1, length) : length);
          check.take(file.subarray(sent, next));
          sent = next;
        }
        expect(check.rows()).toBe(rows.length);
      }),
      { numRuns: runs },
    );
  });
});
