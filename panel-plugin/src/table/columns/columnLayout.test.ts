import {
  layoutOf,
  OWN_COLUMNS,
  shownColumns,
  usualLayout,
  withMatches,
  withMoved,
  withToggled,
  withWidth,
  type TraceColumnId,
} from './columnLayout';
import { columnsText, readColumnsText } from './columnsText';

const ids = (layout: readonly { id: string }[]) => layout.map(({ id }) => id);
const all = () => true;

describe('the text of columns in the address', () => {
  it('gives back the columns, their order and their widths', () => {
    const layout = [{ id: 'cost_usd' as const }, { id: 'status' as const, width: 90 }];
    expect(readColumnsText(columnsText(layout))).toEqual(layout);
  });

  it('needs no escaping in an address', () => {
    const text = columnsText(layoutOf(OWN_COLUMNS).map((column) => ({ ...column, width: 120 })));
    expect(encodeURIComponent(text)).toBe(text);
  });

  it.each(['', 'nonsense', '..', '-5', '<script>', 'cursor'])('is as if not there when it is %p', (text) => {
    expect(readColumnsText(text)).toBeUndefined();
  });

  it('leaves out columns that are unknown or named twice, and widths that nobody can use', () => {
    expect(readColumnsText('status-1.gone.status.model-99999.source-x')).toEqual([
      { id: 'status', width: 40 },
      { id: 'model', width: 1200 },
      { id: 'source' },
    ]);
  });
});

describe('the shown columns', () => {
  const own = layoutOf([]);

  it('are the deployment version for hosted models and the connection for external ones', () => {
    const shown = (hosted: boolean, external: boolean) => ids(shownColumns(own, { hosted, external }, all));
    expect(shown(true, false)).not.toContain('connection');
    expect(shown(false, true)).not.toContain('deployment_version');
    expect(shown(true, true)).toEqual(OWN_COLUMNS);
  });

  it('keep a column of the other kind that was chosen by itself', () => {
    expect(ids(shownColumns(layoutOf(['connection']), { hosted: true, external: false }, all))).toEqual(['connection']);
  });

  it('leave out what the data of another data source does not have', () => {
    const has = (id: TraceColumnId) => id === 'status' || id === 'request_id';
    expect(ids(shownColumns(own, { hosted: true, external: true }, has))).toEqual(['status', 'request_id']);
  });
});

describe('changing columns', () => {
  const layout = layoutOf(['status', 'request_id', 'source', 'output_preview']);

  it('puts a column that is switched on behind those it is offered after', () => {
    expect(ids(withToggled(layout, 'source_type'))).toEqual([
      'status',
      'request_id',
      'source_type',
      'source',
      'output_preview',
    ]);
    expect(ids(withToggled(layout, 'source'))).toEqual(['status', 'request_id', 'output_preview']);
  });

  it('moves a column to the place of another one, in both directions', () => {
    expect(ids(withMoved(layout, 'status', 'source'))).toEqual(['request_id', 'source', 'status', 'output_preview']);
    expect(ids(withMoved(layout, 'output_preview', 'status'))).toEqual([
      'output_preview',
      'status',
      'request_id',
      'source',
    ]);
    expect(withMoved(layout, 'model', 'status')).toBe(layout);
  });

  it('changes one width only, and takes it back', () => {
    const wide = withWidth(layout, 'source', 333.4);
    expect(wide[2]).toEqual({ id: 'source', width: 333 });
    expect(withWidth(wide, 'source', undefined)).toEqual(layout);
  });
});

describe('where a searched text was found', () => {
  it('stands right after what names the trace, so that one sees it without scrolling sideways', () => {
    expect(ids(withMatches(usualLayout([], false))).slice(0, 4)).toEqual([
      'status',
      'request_id',
      'model',
      'match_preview',
    ]);
    expect(ids(withMatches(layoutOf(['input_preview', 'request_id'])))[0]).toBe('match_preview');
    expect(ids(withMatches(layoutOf(['status', 'start_time'])))).toEqual(['status', 'start_time', 'match_preview']);
  });

  it('stays where one has put it', () => {
    const layout = layoutOf(['status', 'source', 'match_preview']);
    expect(withMatches(layout)).toBe(layout);
  });
});
