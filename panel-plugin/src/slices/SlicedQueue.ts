import { inSlices } from './slices';

/** Works off what is put in, in that order and in slices: what comes in faster than it can be worked off waits. */
export class SlicedQueue<T> {
  private readonly waiting: T[] = [];
  private working: Promise<void> | undefined;

  /**
   * @param work one item's, of about a millisecond
   * @param onPause is told now and then between items, and whenever there are none left
   */
  constructor(
    private readonly work: (item: T) => void,
    private readonly signal: AbortSignal,
    private readonly onPause?: () => void
  ) {}

  add(item: T): void {
    this.waiting.push(item);
    this.working ??= this.workOff();
  }

  /** Resolves when nothing is left, or after an abort. Fails with what the work failed with. */
  async finished(): Promise<void> {
    await this.working;
  }

  private async workOff(): Promise<void> {
    while (this.waiting.length > 0 && !this.signal.aborted) {
      await inSlices(() => this.workOne(), this.signal, this.onPause);
    }
    this.working = undefined;
  }

  private workOne(): boolean {
    const [item] = this.waiting.splice(0, 1);
    if (item !== undefined) {
      this.work(item);
    }
    return this.waiting.length > 0;
  }
}
