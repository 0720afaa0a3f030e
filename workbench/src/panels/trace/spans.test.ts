import { createDataFrame, FieldType } from '@grafana/data';
import { describe, expect, it } from 'vitest';
import { spansOf } from './spans';

type Row = [id: string, parent: string, startMs: number];

const frame = (...rows: Row[]) =>
  createDataFrame({
    fields: [
      { name: 'spanID', type: FieldType.string, values: rows.map(([id]) => id) },
      { name: 'parentSpanID', type: FieldType.string, values: rows.map(([, parent]) => parent) },
      { name: 'startTime', type: FieldType.number, values: rows.map(([, , startMs]) => startMs) },
    ],
  });
const treeOf = (...rows: Row[]) => spansOf(frame(...rows)).map(({ id, depth }) => `${'-'.repeat(depth)}${id}`);

describe('the spans of a trace', () => {
  it('stand below their parents, siblings by their start', () => {
    expect(treeOf(['late', 'root', 3], ['root', '', 0], ['early', 'root', 1], ['inner', 'early', 2])).toEqual([
      'root',
      '-early',
      '--inner',
      '-late',
    ]);
  });

  it('are all there when a parent is missing or two name each other', () => {
    expect(treeOf(['orphan', 'gone', 0], ['a', 'b', 1], ['b', 'a', 2])).toEqual(['orphan', 'a', '-b']);
  });
});
