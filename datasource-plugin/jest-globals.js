// What browsers have and jsdom lacks, needed when @grafana/ui is loaded.
const { TextDecoder, TextEncoder } = require('util');
const { MessageChannel: NodeMessageChannel } = require('worker_threads');

/** A MessageChannel that does not keep Jest from ending: Node's ports hold the process from their first listener on. */
class MessageChannel {
  constructor() {
    const { port1, port2 } = new NodeMessageChannel();
    for (const port of [port1, port2]) {
      port.ref = () => undefined;
      port.unref();
    }
    this.port1 = port1;
    this.port2 = port2;
  }
}

/** Reports nothing: jsdom has no layout, so nothing comes into view. */
class IntersectionObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
  takeRecords() {
    return [];
  }
}

Object.assign(global, { TextDecoder, TextEncoder, MessageChannel, IntersectionObserver });
