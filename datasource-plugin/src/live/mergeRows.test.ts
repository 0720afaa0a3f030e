import { type DataFrame, type DataLink, FieldType, toDataFrame } from '@grafana/data';
import { mergeRows } from './mergeRows';

const link = (title: string): DataLink => ({ title, url: '' });

function frameOf(id: string, links: DataLink[] | undefined): DataFrame {
  return toDataFrame({
    fields: [
      { name: 'request_id', type: FieldType.string, values: [id] },
      { name: 'start_time', type: FieldType.time, values: [1] },
      { name: 'trace_id', type: FieldType.string, values: ['a'], config: links ? { links } : {} },
    ],
  });
}

function linksOf(frames: DataFrame[]): string[] {
  const field = mergeRows(frames, { limit: 10, from: 0 })?.fields.find(({ name }) => name === 'trace_id');
  return (field?.config.links ?? []).map(({ title }) => title);
}

describe('mergeRows', () => {
  it('keeps no link that a newer row makes unsafe, such as one whose request ID could end a quoted text', () => {
    const list = frameOf('r-1', [link('Trace'), link('Logs')]);
    expect(linksOf([list, frameOf('x"} or {', [link('Trace')])])).toEqual(['Trace']);
    expect(linksOf([list, frameOf('x"} or {', undefined)])).toEqual([]);
  });

  it('keeps links that are safe in all rows', () => {
    expect(
      linksOf([frameOf('r-1', [link('Trace'), link('Logs')]), frameOf('r-2', [link('Trace'), link('Logs')])])
    ).toEqual(['Trace', 'Logs']);
  });
});
