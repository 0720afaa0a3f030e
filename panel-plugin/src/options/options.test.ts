import type { PanelModel } from '@grafana/data';
import { migrateOptions, needsMigration } from './migrateOptions';
import { DEFAULT_OPTIONS, withDefaults, type TracesPanelOptions } from './options';

type Saved = Partial<TracesPanelOptions>;

const panel = (options: unknown) => ({ options }) as PanelModel<Saved>;

/** As the first version saved a panel: which columns are added to the table's own. */
const FIRST_VERSION = {
  searchVariable: 'find',
  density: 'compact',
  columns: { model: true, cost_usd: false, error_type: true },
};

describe('options of older panels', () => {
  it('keep what was chosen, with the added columns after the table’s own', () => {
    expect(needsMigration(panel(FIRST_VERSION))).toBe(true);
    const migrated = migrateOptions(panel(FIRST_VERSION));
    expect(migrated).toMatchObject({ searchVariable: 'find', density: 'compact' });
    expect(migrated.columns?.slice(-2)).toEqual(['model', 'error_type']);
    expect(migrated.columns?.[0]).toBe('status');
    expect(needsMigration(panel(migrated))).toBe(false);
    expect(migrateOptions(panel(migrated))).toEqual(migrated);
  });

  it('without anything chosen show what a new panel shows', () => {
    expect(needsMigration(panel({}))).toBe(false);
    expect(migrateOptions(panel({ columns: {} })).columns).toEqual([]);
    expect(withDefaults({})).toEqual(DEFAULT_OPTIONS);
  });
});

describe('options written by hand', () => {
  it('cannot break the panel', () => {
    const saved = {
      columns: 'status',
      pageSize: 'many',
      hiddenSections: ['spans', 'nowhere', 7],
      linkTemplates: [null, 'x', { name: 'no address' }, { name: 'Ticket', url: 'https://x.example' }],
    } as unknown as Saved;
    expect(withDefaults(saved)).toEqual({
      ...DEFAULT_OPTIONS,
      hiddenSections: ['spans'],
      linkTemplates: [{ name: 'Ticket', url: 'https://x.example' }],
    });
  });

  it('cannot ask for more rows at a time than a query may', () => {
    expect(withDefaults({ pageSize: 5000 }).pageSize).toBe(1000);
    expect(withDefaults({ pageSize: -1 }).pageSize).toBe(0);
    expect(withDefaults({ pageSize: 250 }).pageSize).toBe(250);
  });
});
