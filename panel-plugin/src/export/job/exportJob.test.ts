import { canCancel, jobAfter, newJob, progressOf, rateOf, type ExportEvent, type ExportJob } from './exportJob';
import { jobWords } from './jobWords';

const START = 1_000_000;
const begun = { kind: 'begun', rowsTotal: 200_000, at: START } as const;
const end = { rows: 200_000, skipped: 0, bytes: 500, sha256: 'x' };

function after(...events: ExportEvent[]): ExportJob {
  return events.reduce(jobAfter, newJob('id', 'gpt_traces_data.csv', 'csv', START));
}

describe('an export', () => {
  it('says rows written of total and the rate of both, each up to its own latest number', () => {
    const job = after(
      begun,
      { kind: 'counted', rows: 50_000, at: START + 2000 },
      { kind: 'received', bytes: 8_000_000, at: START + 4000 }
    );
    expect(rateOf(job)).toEqual({ rowsPerS: 25_000, bytesPerS: 2_000_000 });
    expect(progressOf(job)).toBe(0.25);
    expect(jobWords(job)).toBe('50,000 of 200,000 rows · 25,000 rows/s · 7.6 MB');
  });

  it('never counts backwards when answers come in another order than they were asked for', () => {
    const job = after(begun, { kind: 'counted', rows: 9, at: START + 9 }, { kind: 'counted', rows: 5, at: START + 10 });
    expect(job.rows).toBe(9);
  });

  it('that was saved stays saved, whatever comes late', () => {
    const saved = after(begun, { kind: 'checking', at: START }, { kind: 'saved', end, at: START });
    for (const late of ['cancelled', 'cancelling', 'checking'] as const) {
      expect(jobAfter(saved, { kind: late, at: START + 1 })).toBe(saved);
    }
    expect(jobAfter(saved, { kind: 'failed', reason: 'no', at: START })).toBe(saved);
    expect(jobWords(saved)).toBe('Saved: 200,000 rows, 500 B.');
  });

  it('that is being cancelled does not look as if it went on', () => {
    const cancelling = after(begun, { kind: 'cancelling', at: START });
    expect(jobAfter(cancelling, { kind: 'received', bytes: 5, at: START })).toBe(cancelling);
    expect(jobAfter(cancelling, { kind: 'checking', at: START })).toBe(cancelling);
    expect(jobAfter(cancelling, { kind: 'cancelled', at: START }).state).toBe('cancelled');
  });

  it('whose file is being saved can no longer be cancelled: the file may be there already', () => {
    const checking = after(begun, { kind: 'checking', at: START });
    expect(canCancel(checking)).toBe(false);
    expect(jobAfter(checking, { kind: 'cancelling', at: START })).toBe(checking);
  });

  it('says why it failed, that there is no file, and never a number as if it were saved', () => {
    const words = jobWords(after(begun, { kind: 'failed', reason: 'The connection <b>broke</b>.', at: START }));
    expect(words).toBe('Failed, no file was saved. The connection <b>broke</b>.');
  });

  it('says what the format left out and what the trace server remarks', () => {
    const saved = after(begun, {
      kind: 'saved',
      end: { ...end, skipped: 3, remark: 'Traces were removed.' },
      at: START,
    });
    expect(jobWords(saved)).toContain('3 traces are left out');
    expect(jobWords(saved)).toContain('Traces were removed.');
  });

  it('as Parquet tells bytes: its rows are known at the end only', () => {
    const job = [begun, { kind: 'received', bytes: 2048, at: START + 1000 } as const].reduce<ExportJob>(
      jobAfter,
      newJob('id', 'f', 'parquet', START)
    );
    expect(progressOf(job)).toBeUndefined();
    expect(jobWords(job)).toBe('2 KB of a file with 200,000 rows · 2 KB/s');
  });
});
