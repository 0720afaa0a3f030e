import { errorWords } from '../../resources/errorWords';
import type { ModeltraceResources, QueryDiagnostic } from '../../resources/resources';
import { type Drafts, draftsOf, finished, NO_DRAFTS } from './builder/drafts';
import { type ReadCondition, readCondition, writeCondition } from './conversion';

/** How a condition is shown. */
export type View = 'builder' | 'text';

/** Who reads conditions, and where changes go. */
export interface ConditionOwner {
  resources: Pick<ModeltraceResources, 'parseQuery' | 'formatQuery'>;
  /** Saves a condition; it is not known yet whether it has a fault. */
  onSave: (condition: string) => void;
  /** The condition that was saved last has no known fault: it can be run. */
  onRun: () => void;
}

/** What the editor shows of a condition. */
export interface ConditionState {
  /** Undefined until it is known whether steps can show the condition. */
  view?: View;
  /** The condition as it is typed. */
  text: string;
  drafts: Drafts;
  /** What the trace server said, and of which text. There is a reason against steps only where steps were asked for. */
  read?: ReadCondition & { of: string };
  /** Why the trace server did not answer, or which step it refused. */
  failure?: string | undefined;
}

/** Milliseconds without a key: until faults are underlined, and until the condition is saved and run. */
export const PAUSE = { check: 300, run: 1000 };

/**
 * A condition being edited in its two views. The text is what counts: steps are read from it and written to it by the
 * trace server, and only the answer to the latest question is used.
 */
export class ConditionSession {
  private current: ConditionState;
  private readonly listeners = new Set<() => void>();
  private question = 0;
  private timers: ReturnType<typeof setTimeout>[] = [];
  private saved: string;
  private ran: string;
  /** The text that the drafts make; drafts that are not finished are kept with it. */
  private draftsMake: string | undefined;
  private busy: Promise<void> = Promise.resolve();

  constructor(
    private owner: ConditionOwner,
    condition: string
  ) {
    this.saved = this.ran = condition;
    const isEmpty = condition.trim() === '';
    this.current = { text: condition, drafts: NO_DRAFTS, ...(isEmpty && { view: 'builder' }) };
    this.draftsMake = isEmpty ? condition : undefined;
  }

  readonly state = (): ConditionState => this.current;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  };

  /** Who owns the condition from now on: its functions change with every change of the query. */
  own(owner: ConditionOwner): void {
    this.owner = owner;
  }

  /** The condition as the query has it; what was saved here comes back this way. */
  open(condition: string): void {
    const isNew = condition !== this.saved;
    if (isNew || this.current.view === undefined) {
      this.stopTimers();
      this.saved = this.ran = condition;
      this.change({ text: condition });
      this.busy = this.read(condition, this.current.view ?? 'builder').then(() => undefined);
    }
  }

  /** Every key: faults are looked for after a moment, and after a longer one the text is saved and run. */
  type(text: string): void {
    this.stopTimers();
    this.change({ text });
    this.timers = [
      setTimeout(() => void this.read(text, 'text'), PAUSE.check),
      setTimeout(() => {
        this.finish(text);
      }, PAUSE.run),
    ];
  }

  /** Saves the text at once, so that nothing is lost, and runs it unless it has a fault. */
  finish(text: string): void {
    this.stopTimers();
    this.change({ text });
    this.save(text);
    if (text !== this.ran) {
      this.busy = this.runIfRight(text);
    }
  }

  /** Other steps; what of them is finished is saved and run. */
  build(drafts: Drafts): void {
    // Under React 18 a Combobox tells its choice again whenever it is drawn; drawing again because of that would not end.
    if (JSON.stringify(drafts) === JSON.stringify(this.current.drafts)) {
      return;
    }
    this.change({ drafts });
    this.busy = this.write(drafts);
  }

  /** Shows the other view, once what was done in this one is written. Steps that cannot show the text are not shown. */
  async show(view: View): Promise<void> {
    await this.busy;
    const { text } = this.current;
    if (view === 'text' || this.draftsMake === text) {
      this.change({ view });
    } else {
      this.stopTimers();
      this.save(text);
      await this.read(text, view);
    }
  }

  /** Ends what is under way. */
  close(): void {
    this.stopTimers();
    this.question++;
  }

  private change(changes: Partial<ConditionState>): void {
    this.current = { ...this.current, ...changes };
    for (const listener of this.listeners) {
      listener();
    }
  }

  private stopTimers(): void {
    this.timers.forEach(clearTimeout);
    this.timers = [];
  }

  private save(text: string): void {
    if (text !== this.saved) {
      this.saved = text;
      this.owner.onSave(text);
    }
  }

  private run(text: string): void {
    this.ran = text;
    this.owner.onRun();
  }

  /** What the trace server answers, or why it does not; undefined when something else has been asked meanwhile. */
  private async ask<T>(asking: () => Promise<T>): Promise<{ answer?: T; failure?: string } | undefined> {
    const own = ++this.question;
    try {
      const answer = await asking();
      return own === this.question ? { answer } : undefined;
    } catch (error) {
      return own === this.question ? { failure: errorWords(error) } : undefined;
    }
  }

  private async read(text: string, wanted: View): Promise<{ isFaulty: boolean } | undefined> {
    const asked = await this.ask(() => readCondition(this.owner.resources, text));
    if (asked === undefined) {
      return undefined;
    }
    const { answer, failure } = asked;
    const builder = wanted === 'builder' ? answer?.builder : undefined;
    this.draftsMake = builder ? text : undefined;
    const { reason, ...told } = answer ?? { diagnostics: [] };
    this.change({
      failure,
      ...(answer && { read: { ...told, ...(wanted === 'builder' && reason && { reason }), of: text } }),
      ...(builder ? { view: 'builder' as const, drafts: draftsOf(builder) } : { view: 'text' as const }),
    });
    return { isFaulty: (answer?.diagnostics ?? []).length > 0 };
  }

  private async runIfRight(text: string): Promise<void> {
    const read = await this.read(text, 'text');
    if (read && !read.isFaulty) {
      this.run(text);
    }
  }

  private async write(drafts: Drafts): Promise<void> {
    const asked = await this.ask(() => writeCondition(this.owner.resources, finished(drafts)));
    if (asked === undefined) {
      return;
    }
    const { answer: text, failure } = asked;
    this.change({ failure, ...(text !== undefined && { text }) });
    if (text !== undefined) {
      this.draftsMake = text;
      this.save(text);
      if (text !== this.ran) {
        this.run(text);
      }
    }
  }
}

/** The faults of exactly the text that is shown. */
export function shownDiagnostics({ read, text }: ConditionState): QueryDiagnostic[] {
  return read?.of === text ? read.diagnostics : [];
}
