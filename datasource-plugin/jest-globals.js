// What browsers have and jsdom lacks, needed when @grafana/ui is loaded.
const { TextDecoder, TextEncoder } = require('util');
const { MessageChannel: NodeMessageChannel } = require('worker_threads');

/** A MessageChannel that does not keep Jest from ending. */
class MessageChannel {
  constructor() {
    const { port1, port2 } = new NodeMessageChannel();
    port1.unref();
    port2.unref();
    this.port1 = port1;
    this.port2 = port2;
  }
}

Object.assign(global, { TextDecoder, TextEncoder, MessageChannel });
