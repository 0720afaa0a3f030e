import { createDataFrame, FieldType } from '@grafana/data';
import { traceSummary, tracesFrame } from '../fixtures/traces';
import { readFrames } from './readFrames';
import { rowsOfPages } from '../fixtures/rows';
import { TracePage, type TraceRow } from './TracePage';

function rowsOf(frames: Parameters<typeof readFrames>[0]): TraceRow[] {
  const read = readFrames(frames);
  return read.kind === 'traces' ? rowsOfPages(read.pages) : [];
}

describe('reading frames', () => {
  it('finds the values of a row by the names in the contract', () => {
    const [row] = rowsOf([tracesFrame([traceSummary({ status: 'timeout', duration_ms: null })])]);
    expect(row?.requestId).toBe('req-1');
    expect(row?.status).toBe('timeout');
    expect(row?.startTimeMs).toBe(Date.parse('2026-11-21T08:00:00.123Z'));
    expect(row?.number('duration_ms')).toBeNull();
    expect(row?.text('source')).toBe('triage');
  });

  it('takes a table of another data source with only the required fields, in any order and with other fields', () => {
    const frame = createDataFrame({
      fields: [
        { name: 'extra', type: FieldType.string, values: ['x'] },
        { name: 'start_time', type: FieldType.string, values: ['2026-01-02T03:04:05Z'] },
        { name: 'request_id', type: FieldType.number, values: [42] },
        { name: 'status', type: FieldType.string, values: ['finished'] },
      ],
    });
    const [row] = rowsOf([frame]);
    expect(row?.requestId).toBe('42');
    expect(row?.status).toBe('unknown');
    expect(row?.startTimeMs).toBe(Date.UTC(2026, 0, 2, 3, 4, 5));
    expect(row?.text('input_preview')).toBe('');
  });

  it('names the missing required fields', () => {
    const frame = createDataFrame({ fields: [{ name: 'status', type: FieldType.string, values: ['success'] }] });
    expect(readFrames([frame])).toEqual({ kind: 'missing', fields: ['request_id', 'start_time'] });
  });

  it('tells a result without tables from one with wrong tables', () => {
    expect(readFrames([])).toEqual({ kind: 'none' });
    expect(readFrames([createDataFrame({ fields: [] })])).toEqual({ kind: 'none' });
  });

  it('knows which kinds of model a page has, by the filled column when the model type is missing', () => {
    const kinds = (over: Partial<ReturnType<typeof traceSummary>>) => {
      const read = readFrames([tracesFrame([traceSummary(over)])]);
      return read.kind === 'traces' ? read.pages[0]?.modelKinds : undefined;
    };
    expect(kinds({ model_type: 'external' })).toEqual({ hosted: false, external: true });
    expect(kinds({ model_type: 'open-source' })).toEqual({ hosted: true, external: false });
    const withoutType = tracesFrame([traceSummary({ connection: 'azure', deployment_version: '' })]);
    withoutType.fields = withoutType.fields.filter((field) => field.name !== 'model_type');
    const read = readFrames([withoutType]);
    expect(read.kind === 'traces' && read.pages[0]?.modelKinds).toEqual({ hosted: false, external: true });
  });

  it('reads numbers and times that another data source holds as texts', () => {
    const frame = createDataFrame({
      fields: [
        { name: 'request_id', values: ['a'] },
        { name: 'status', values: ['success'] },
        { name: 'start_time', values: ['2026-11-20T08:00:00Z'] },
        { name: 'duration_ms', values: ['12'] },
      ],
    });
    const row = new TracePage(frame).row(0);
    expect([row.number('duration_ms'), row.startTimeMs]).toEqual([12, Date.parse('2026-11-20T08:00:00Z')]);
  });
});
