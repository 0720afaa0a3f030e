import type { components } from '../contract/api.gen.js';

type IngestReportGroup = components['schemas']['IngestReportGroup'];

/** What came of one span or one trace of the plain API. */
export interface Observation {
  /** The dialect, e.g. `openinference`; `json` for the plain API. */
  dialect: string;
  /** The sender's own name: `service.name`, or the trace's source. */
  service: string;
  isRequest: boolean;
  /** Whether it is a request that was stored before. */
  isDuplicate: boolean;
  startMs: number;
  unmapped: readonly string[];
  /** What was odd about its token counts. */
  findings: readonly string[];
}

/** Groups and names that are told apart; what comes after is counted together, so that no sender fills the memory. */
const MOST_GROUPS = 200;
const MOST_NAMES = 200;
const LONGEST_NAME = 200;
const OTHERS = '(others)';

/** How far ahead of the server's clock a start counts as future-dated, and how long ago as late. */
const FUTURE_MS = 3_600_000;
const LATE_MS = 86_400_000;

/** Counts by name, of a bounded number of names. */
class Counter {
  readonly #counts = new Map<string, number>();

  add(name: string, count = 1): void {
    const short = name.slice(0, LONGEST_NAME);
    const key = this.#counts.has(short) || this.#counts.size < MOST_NAMES ? short : OTHERS;
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + count);
  }

  /** Most frequent first. */
  entries(): { name: string; count: number }[] {
    return [...this.#counts].map(([name, count]) => ({ name, count })).sort((a, b) => b.count - a.count);
  }
}

class Group {
  spans = 0;
  requests = 0;
  duplicates = 0;
  rejected = 0;
  future = 0;
  late = 0;
  readonly rejectedFields = new Counter();
  readonly unmapped = new Counter();
  readonly findings = new Counter();
}

/** A field's path without positions and the sender's own names: `spans[3].attributes[7].value` becomes `spans[].attributes[].value`. */
function generalField(field: string): string {
  return field.replace(/\[\d+\]/g, '[]').replace(/^resourceSpans\[\]\.scopeSpans\[\]\./, '');
}

/** What arrived since the server started: counts only, never values; memory and number of names are bounded. */
export class IngestReport {
  readonly since = new Date();
  readonly #groups = new Map<string, { dialect: string; service: string; group: Group }>();

  #group(dialect: string, service: string): Group {
    const name = service.slice(0, LONGEST_NAME);
    const known = this.#groups.get(`${dialect}\n${name}`);
    if (known) return known.group;
    const isFull = this.#groups.size >= MOST_GROUPS;
    if (isFull && name !== OTHERS) return this.#group(dialect, OTHERS);
    const group = new Group();
    this.#groups.set(`${dialect}\n${name}`, { dialect, service: name, group });
    return group;
  }

  /** Counts what was taken. */
  stored(observations: Iterable<Observation>): void {
    const now = Date.now();
    for (const { dialect, service, isRequest, isDuplicate, startMs, unmapped, findings } of observations) {
      const group = this.#group(dialect, service);
      group.spans += 1;
      if (isRequest) group.requests += 1;
      if (isDuplicate) group.duplicates += 1;
      if (startMs > now + FUTURE_MS) group.future += 1;
      if (startMs < now - LATE_MS) group.late += 1;
      for (const name of unmapped) group.unmapped.add(name);
      for (const name of findings) group.findings.add(name);
    }
  }

  /** Counts what was refused, by the field at fault. */
  rejected(dialect: string, service: string, field: string): void {
    const group = this.#group(dialect, service);
    group.rejected += 1;
    group.rejectedFields.add(generalField(field));
  }

  /** The counts, the busiest sender first. */
  groups(): IngestReportGroup[] {
    return [...this.#groups.values()]
      .map(({ dialect, service, group }) => ({
        dialect,
        service,
        spans: group.spans,
        requests: group.requests,
        duplicates: group.duplicates,
        rejected: group.rejected,
        rejected_fields: group.rejectedFields.entries(),
        unmapped: group.unmapped.entries(),
        findings: group.findings.entries(),
        future_dated: group.future,
        late: group.late,
      }))
      .sort((a, b) => b.spans + b.rejected - a.spans - a.rejected);
  }
}
