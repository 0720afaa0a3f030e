import { dataFrameFromJSON, type DataFrameJSON } from '@grafana/data';
import { existsSync, readFileSync } from 'fs';
import path from 'path';
import { rowsOfPages } from '../fixtures/rows';
import { readFrames } from './readFrames';

// The data source's back end is tested to return this very frame for these traces.
const file = path.resolve(__dirname, '../../../contract/fixtures/traces/frame.json');
const whenThere = existsSync(file) ? describe : describe.skip;

whenThere('the frame that the data source returns', () => {
  it('is read row by row, with unknown numbers as unknown and hostile text untouched', () => {
    const read = readFrames([dataFrameFromJSON(JSON.parse(readFileSync(file, 'utf8')) as DataFrameJSON)]);
    const rows = read.kind === 'traces' ? rowsOfPages(read.pages) : [];
    expect(rows.map((row) => [row.requestId, row.status])).toEqual([
      ['fixture-bare', 'success'],
      ['fixture-timeout', 'timeout'],
      ['fixture-error', 'error'],
      ['fixture-chat', 'success'],
    ]);
    expect(rows.map((row) => row.number('duration_ms'))).toEqual([null, 30000, 80, 1234.5]);
    expect(rows[2]?.text('input_preview')).toBe('Hello <script>alert(1)</script> \u202edlrow');
    expect(rows[3]?.startTimeMs).toBe(Date.parse('2026-11-20T10:00:00.123Z'));
    expect(rows[1]?.text('deployment_version')).toBe('v2');
  });
});
