import type { components } from '../contract/api.gen.js';

type TraceInput = components['schemas']['TraceInput'];

/** Line numbers kept per reason: enough to find what is wrong, bounded for files of any size. */
const SHOWN_LINES = 20;

/** The provider of traces that name none. */
const UNKNOWN = 'unknown';

/** Outcome of an import, as `--json` prints it. Times are RFC 3339, null when nothing was imported. */
export interface ImportSummary {
  /** Newly stored traces. */
  imported: number;
  /** Traces that were stored before. */
  duplicates: number;
  refused: number;
  /** Start time of the earliest imported or duplicate trace. */
  from: string | null;
  to: string | null;
  /** Imported or duplicate traces by provider; `unknown` where none is named. */
  providers: Record<string, number>;
  reasons: { reason: string; count: number; lines: number[] }[];
}

/** Adds up an import while it runs. */
export class ImportTally {
  private stored = { accepted: 0, duplicates: 0 };
  private readonly providers = new Map<string, number>();
  private readonly reasons = new Map<string, { count: number; lines: number[] }>();
  private from = '';
  private to = '';

  addTrace(trace: TraceInput): void {
    const provider = trace.provider === undefined || trace.provider === '' ? UNKNOWN : trace.provider;
    this.providers.set(provider, (this.providers.get(provider) ?? 0) + 1);
    this.from = this.from === '' || trace.start_time < this.from ? trace.start_time : this.from;
    this.to = trace.start_time > this.to ? trace.start_time : this.to;
  }

  addStored(accepted: number, duplicates: number): void {
    this.stored = { accepted: this.stored.accepted + accepted, duplicates: this.stored.duplicates + duplicates };
  }

  addRefused(line: number, reason: string): void {
    const known = this.reasons.get(reason) ?? { count: 0, lines: [] };
    known.count += 1;
    if (known.lines.length < SHOWN_LINES) {
      known.lines.push(line);
    }
    this.reasons.set(reason, known);
  }

  summary(): ImportSummary {
    const reasons = [...this.reasons].map(([reason, { count, lines }]) => ({ reason, count, lines }));
    return {
      imported: this.stored.accepted,
      duplicates: this.stored.duplicates,
      refused: reasons.reduce((total, { count }) => total + count, 0),
      from: this.from === '' ? null : this.from,
      to: this.to === '' ? null : this.to,
      providers: Object.fromEntries([...this.providers].sort(([, a], [, b]) => b - a)),
      reasons: reasons.sort((a, b) => b.count - a.count),
    };
  }
}

/** The summary in words. */
export function summaryText(summary: ImportSummary): string {
  const providers = Object.entries(summary.providers).map(([provider, count]) => `  ${provider}: ${count}`);
  const reasons = summary.reasons.map(({ reason, count, lines }) => {
    const more = count > lines.length ? ', …' : '';
    return `  ${count} × ${reason} (line ${lines.join(', ')}${more})`;
  });
  return [
    `Imported ${summary.imported} ${summary.imported === 1 ? 'trace' : 'traces'}, ${summary.duplicates} were already stored, ${summary.refused} refused.`,
    ...(providers.length > 0 ? ['By provider:', ...providers] : []),
    ...(reasons.length > 0 ? ['Refused:', ...reasons] : []),
    ...(summary.from !== null && summary.to !== null ? [`Times from ${summary.from} to ${summary.to}.`] : []),
  ].join('\n');
}
