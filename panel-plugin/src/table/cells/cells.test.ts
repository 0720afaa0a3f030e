import { traceSummary, tracesFrame } from '../../fixtures/traces';
import { TracePage } from '../../frames/TracePage';
import { cellText, copiedText, fullText } from './cellText';
import { timeAgo } from './timeAgo';

const row = (over: Parameters<typeof traceSummary>[0]) => new TracePage(tracesFrame([traceSummary(over)])).row(0);

describe('a cell', () => {
  it('shows part of a long text, its tooltip more, and the clipboard gets all of it', () => {
    const text = `${'a'.repeat(1500)}\u202eend`;
    const trace = row({ input_preview: text });
    expect(cellText(trace, 'input_preview', 'utc')).toHaveLength(301);
    expect(fullText(trace, 'input_preview', 'utc')).toContain('⟨U+202E⟩end');
    expect(copiedText(trace, 'input_preview')).toBe(text);
  });

  it('never shows half of a character', () => {
    const trace = row({ input_preview: `${'a'.repeat(299)}😀b` });
    expect(cellText(trace, 'input_preview', 'utc')).toBe(`${'a'.repeat(299)}…`);
  });

  it('rounds what one compares at a glance; tooltip and clipboard have the exact value', () => {
    const trace = row({ duration_ms: 1498.509, cost_usd: 0.000123456 });
    expect(cellText(trace, 'duration_ms', 'utc')).toBe('1.50 s');
    expect(fullText(trace, 'duration_ms', 'utc')).toBe('1,498.509 ms');
    expect(copiedText(trace, 'duration_ms')).toBe('1498.509');
    expect(fullText(trace, 'cost_usd', 'utc')).toBe('$0.000123456');
  });

  it('shows the time of the dashboard, its tooltip with the time zone, and copies a time that programs read', () => {
    const trace = row({ start_time: '2026-11-21T08:00:00.123Z' });
    expect(cellText(trace, 'start_time', 'Europe/Berlin')).toBe('2026-11-21 09:00:00');
    expect(fullText(trace, 'start_time', 'Europe/Berlin')).toBe('2026-11-21 09:00:00.123 +01:00');
    expect(copiedText(trace, 'start_time')).toBe('2026-11-21T08:00:00.123Z');
  });

  it('says that a text is hidden from the role, which is no empty text', () => {
    const frame = tracesFrame([traceSummary({ input_preview: '', output_preview: '' })]);
    const fields = frame.fields.map((field) =>
      field.name === 'input_preview' ? { ...field, config: { ...field.config, custom: { withheld: true } } } : field
    );
    const trace = new TracePage({ ...frame, fields }).row(0);
    expect(cellText(trace, 'input_preview', 'utc')).toBe('[hidden]');
    expect(fullText(trace, 'input_preview', 'utc')).toBe('The settings of the data source hide this from your role.');
    expect(copiedText(trace, 'input_preview')).toBe('');
    expect(cellText(trace, 'output_preview', 'utc')).toBe('');
  });

  it('tells an unknown number from none', () => {
    expect(cellText(row({ cost_usd: null }), 'cost_usd', 'utc')).toBe('–');
    expect(cellText(row({ cost_usd: 0 }), 'cost_usd', 'utc')).toBe('$0.00');
  });
});

describe('a time ago', () => {
  it.each([
    [-3_000, 'just now'],
    [1_000, 'just now'],
    [59_999, '59 s ago'],
    [120_000, '2 min ago'],
    [3_599_999, '59 min ago'],
    [7_200_000, '2 h ago'],
    [172_800_000, '2 d ago'],
  ])('of %d ms is in whole units', (agoMs, text) => {
    expect(timeAgo(1_000_000_000 - agoMs, 1_000_000_000)).toBe(text);
  });
});
