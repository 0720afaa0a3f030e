/** Work in one go that nobody notices: half of a frame. */
const TURN_MS = 8;

/**
 * Lets the page do other things now and then while much is worked off. Reading what has already come never waits, so
 * without this the page would stand still until nothing is left.
 */
export class Turns {
  private readonly channel = new MessageChannel();
  private began = performance.now();

  /** Resolves at once, or after the page has had its turn. A timer would be slowed down in a hidden tab. */
  async pause(): Promise<void> {
    if (performance.now() - this.began < TURN_MS) {
      return;
    }
    await new Promise<void>((resolve) => {
      this.channel.port1.onmessage = () => {
        resolve();
      };
      this.channel.port2.postMessage(undefined);
    });
    this.began = performance.now();
  }

  /** Gives up the channel, which would otherwise be kept. */
  end(): void {
    this.channel.port1.close();
  }
}
