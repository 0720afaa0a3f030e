import type { FoldIndex } from '../folding/FoldIndex';
import { JsonPrinter } from '../json/JsonPrinter';
import { TextBlocks } from '../text/TextBlocks';
import { SlicedQueue } from '../../../slices/SlicedQueue';

/** Hands the text of a payload on in parts, until its end or until it is aborted. */
export type ReadText = (signal: AbortSignal, take: (text: string) => void) => Promise<void>;

export type LoadStatus = 'loading' | 'complete' | 'failed';

/**
 * One form of one payload while it comes and after. What has come is shown at once, whatever is still missing; reading
 * it takes the page in slices only.
 */
export class PayloadLoad {
  /** As it was stored. */
  readonly stored = new TextBlocks();
  private readonly printed: TextBlocks;
  status: LoadStatus = 'loading';
  /** Why it failed. */
  error: unknown = undefined;
  /** JSON that is not valid is shown as it was stored. */
  isBrokenJson = false;
  private printedFolds: FoldIndex | undefined = undefined;
  private readonly controller = new AbortController();

  /**
   * @param modelNote put after the model's name in JSON; undefined for plain text
   * @param tell is called whenever there is more to show
   */
  constructor(
    private readonly modelNote: string | undefined,
    private readonly tell: () => void
  ) {
    this.printed = modelNote === undefined ? this.stored : new TextBlocks();
  }

  /** As it is shown: the stored text, or its JSON on indented lines. */
  get shown(): TextBlocks {
    return this.isBrokenJson ? this.stored : this.printed;
  }

  /** What can be folded of the JSON that is shown; undefined for text, and for what is no JSON. */
  get folds(): FoldIndex | undefined {
    return this.isBrokenJson ? undefined : this.printedFolds;
  }

  /** Resolves when all is there, when it failed, or when it was aborted. */
  async start(read: ReadText): Promise<void> {
    const { signal } = this.controller;
    try {
      await this.takeIn(read, signal);
      this.finish('complete');
    } catch (error) {
      this.error = error;
      this.finish('failed');
    }
  }

  /** Stops reading. What has come can be collected with this object. */
  abort(): void {
    this.controller.abort();
  }

  private async takeIn(read: ReadText, signal: AbortSignal): Promise<void> {
    const printer = this.modelNote === undefined ? undefined : new JsonPrinter(this.modelNote);
    this.printedFolds = printer?.folds;
    const parts = new SlicedQueue<string>(
      (text) => {
        this.add(text, printer);
      },
      signal,
      this.tell
    );
    try {
      await read(signal, (text) => {
        parts.add(text);
      });
    } finally {
      await parts.finished(); // What came before it failed is shown.
    }
    if (printer) {
      this.endJson(printer.end());
    }
  }

  private add(text: string, printer: JsonPrinter | undefined): void {
    this.stored.append(text);
    if (printer) {
      this.printed.append(printer.add(text));
    }
  }

  private endJson(last: string | undefined): void {
    this.printed.append(last ?? '');
    this.isBrokenJson = last === undefined;
  }

  private finish(status: LoadStatus): void {
    this.status = status;
    if (!this.controller.signal.aborted) {
      this.tell();
    }
  }
}
