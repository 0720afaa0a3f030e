import type { TraceDetail } from '../../../detail/fetchTrace';
import { payloadBytes } from '../../../detail/payloadBytes';
import { streamPayload, type PayloadAddress } from '../../../detail/streamPayload';
import type { PanelSource } from '../../../source/panelSource';
import { PayloadLoad } from './PayloadLoad';

export type PayloadForm = PayloadAddress['form'];

/** Whose payload it is. */
export interface PayloadOwner {
  source: PanelSource | null;
  trace: TraceDetail;
  side: PayloadAddress['side'];
  /** Deployment version or connection, put after the model's name in JSON. */
  modelNote: string;
}

/** The forms of one payload, each read when it is first wanted and then kept until `abort`. */
export class PayloadLoads {
  private readonly loads = new Map<PayloadForm, PayloadLoad>();
  private readonly listeners = new Set<() => void>();
  private version = 0;

  constructor(private readonly owner: PayloadOwner) {}

  /** Undefined until it was wanted. */
  of(form: PayloadForm): PayloadLoad | undefined {
    return this.loads.get(form);
  }

  want(form: PayloadForm): void {
    if (this.loads.has(form)) {
      return;
    }
    const { source, trace, side, modelNote } = this.owner;
    const load = new PayloadLoad(form === 'json' ? modelNote : undefined, this.tell);
    this.loads.set(form, load);
    const given = alreadyGiven(trace, side, form);
    void load.start((signal, take) => {
      if (given === undefined) {
        const bytes = payloadBytes(trace[side], form);
        return streamPayload(source, { requestId: trace.request_id, side, form, bytes }, signal, take);
      }
      take(given);
      return Promise.resolve();
    });
    this.tell();
  }

  /** Reads anew what failed. */
  retry(form: PayloadForm): void {
    this.loads.get(form)?.abort();
    this.loads.delete(form);
    this.want(form);
  }

  /** Stops reading and lets go of what was read; what is wanted afterwards is read anew. */
  abort(): void {
    for (const load of this.loads.values()) {
      load.abort();
    }
    this.loads.clear();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  };

  /** Changes whenever there is more to show. */
  readonly getVersion = (): number => this.version;

  private readonly tell = (): void => {
    this.version += 1;
    for (const listener of this.listeners) {
      listener();
    }
  };
}

/** The payload when the trace came with it: whole, or so short that it is no longer than its preview. */
function alreadyGiven(trace: TraceDetail, side: PayloadAddress['side'], form: PayloadForm): string | undefined {
  const payload = trace[side];
  const bytes = payloadBytes(payload, form);
  const given = payload[form];
  return bytes === undefined || new TextEncoder().encode(given).length === bytes ? given : undefined;
}
