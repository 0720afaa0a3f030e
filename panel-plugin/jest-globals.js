// What browsers have and jsdom lacks, needed when @grafana/ui is loaded.
const { TextDecoder, TextEncoder } = require('util');
const { MessageChannel: NodeMessageChannel } = require('worker_threads');

/** A MessageChannel that does not keep Jest from ending. */
class MessageChannel {
  constructor() {
    const { port1, port2 } = new NodeMessageChannel();
    for (const port of [port1, port2]) {
      port.unref();
      // Node refs a port again at its first listener.
      port.ref = () => undefined;
    }
    this.port1 = port1;
    this.port2 = port2;
  }
}

/** jsdom lays nothing out, so no size and nothing in sight ever changes. */
class LayoutObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}

Object.assign(global, {
  TextDecoder,
  TextEncoder,
  MessageChannel,
  ResizeObserver: LayoutObserver,
  IntersectionObserver: LayoutObserver,
});
