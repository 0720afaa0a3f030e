import {
  type LiveChannelAddress,
  LiveChannelConnectionState,
  type LiveChannelEvent,
  LiveChannelEventType,
  type LiveChannelPresenceStatus,
  toLiveChannelId,
} from '@grafana/data';
import type { GrafanaLiveSrv } from '@grafana/runtime';
import { Observable, ReplaySubject, of, repeat, share, throwError, timer } from 'rxjs';

/** What the host writes: a line for each thing that happens in a channel. */
interface Line {
  state?: LiveChannelConnectionState;
  error?: string;
  message?: unknown;
}

/** Time until a broken connection is opened again, and until one that nobody watches is closed. */
const RECONNECT_MS = 500;
const LINGERING_MS = 250;

/** Grafana Live over the host: one request for each channel, however many panels watch it. */
export class HostLiveSrv implements GrafanaLiveSrv {
  private readonly channels = new Map<string, Observable<LiveChannelEvent>>();

  getConnectionState(): Observable<boolean> {
    return of(true);
  }

  getStream<T>(address: LiveChannelAddress): Observable<LiveChannelEvent<T>> {
    const id = toLiveChannelId(address);
    const known = this.channels.get(id) ?? this.open(id, address);
    this.channels.set(id, known);
    return known as Observable<LiveChannelEvent<T>>;
  }

  getDataStream(): Observable<never> {
    return throwError(() => new Error('The workbench has no streams of frames, only events of channels.'));
  }

  getPresence(): Promise<LiveChannelPresenceStatus> {
    return Promise.reject(new Error('The workbench does not know who watches a channel.'));
  }

  publish(): Promise<unknown> {
    return Promise.reject(new Error('The workbench publishes to no channel.'));
  }

  private open(id: string, address: LiveChannelAddress): Observable<LiveChannelEvent> {
    return connection(id, address).pipe(
      repeat({ delay: RECONNECT_MS }),
      share({
        // Who comes later gets the last thing that was said, as in Grafana.
        connector: () => new ReplaySubject(1),
        resetOnRefCountZero: () => timer(LINGERING_MS),
      }),
    );
  }
}

/** One connection to a channel. It completes when it breaks, and never when the channel was refused. */
function connection(id: string, { stream, path, data }: LiveChannelAddress): Observable<LiveChannelEvent> {
  return new Observable((subscriber) => {
    const ended = new AbortController();
    const status = ({ state, error, message }: Line) => {
      const event = { type: LiveChannelEventType.Status, id, timestamp: Date.now(), error, message } as const;
      subscriber.next({ ...event, state: state ?? LiveChannelConnectionState.Connecting });
    };
    const read = async () => {
      const answer = await fetch('/api/live/stream', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ stream, path, data }),
        signal: ended.signal,
      });
      for await (const line of linesOf(answer)) {
        if (line.state !== undefined) {
          status(line);
        } else {
          subscriber.next({ type: LiveChannelEventType.Message, message: line.message });
        }
        if (line.state === LiveChannelConnectionState.Disconnected) {
          return;
        }
      }
      status({});
      subscriber.complete();
    };
    read().catch((error: unknown) => {
      if (!ended.signal.aborted) {
        status({ error: error instanceof Error ? error.message : String(error) });
        subscriber.complete();
      }
    });
    return () => {
      ended.abort();
    };
  });
}

async function* linesOf(answer: Response): AsyncGenerator<Line> {
  if (!answer.ok || !answer.body) {
    throw new Error(`The host answered ${answer.status}.`);
  }
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const lines = (rest + part.value).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      yield JSON.parse(line) as Line;
    }
  }
}
