import {
  type DataFrame,
  type DataQueryResponse,
  isLiveChannelMessageEvent,
  isLiveChannelStatusEvent,
  LiveChannelConnectionState,
  type LiveChannelEvent,
  type LiveChannelStatusEvent,
  LoadingState,
} from '@grafana/data';
import { Observable, Subject, type Subscriber, Subscription, switchMap } from 'rxjs';
import { errorWords } from '../resources/errorWords';
import { liveFrame } from './liveFrame';
import { LiveList } from './liveList';
import type { Bounds } from './mergeRows';

/** What a live panel gets its traces from. */
export interface LiveSource {
  /** Tells the panel's queries apart. */
  refId: string;
  /** Asks for the list, up to now. */
  list(): Observable<DataQueryResponse>;
  /** Opens the channel of new traces. */
  channel(): Promise<Observable<LiveChannelEvent>>;
  /** How much is shown now. */
  bounds(): Bounds;
}

/** A connection may take this long before people are told that there is none. */
const CONNECT_MS = 10_000;

const { Connected, Connecting, Disconnected, Invalid, Shutdown } = LiveChannelConnectionState;

/**
 * The newest traces of a query: first its list, then every new trace as it comes. Whenever traces may be missing, after a
 * break that was too long for the channel to make good, the list is read again.
 */
export function followLive(source: LiveSource): Observable<DataQueryResponse> {
  return new Observable((subscriber) => {
    const follower = new Follower(source, subscriber);
    return follower.start();
  });
}

class Follower {
  private readonly list = new LiveList();
  private readonly missing = new Subject<void>();
  private readonly open = new Subscription();
  private state = LoadingState.Streaming;
  private late: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly source: LiveSource,
    private readonly subscriber: Subscriber<DataQueryResponse>
  ) {}

  start(): Subscription {
    this.open.add(() => {
      clearTimeout(this.late);
    });
    this.open.add(
      this.source.list().subscribe({
        next: (answer) => {
          this.begin(answer);
        },
        error: (error: unknown) => {
          this.subscriber.error(error);
        },
      })
    );
    this.open.add(
      this.missing.pipe(switchMap(() => this.source.list())).subscribe((answer) => {
        this.reread(answer);
      })
    );
    return this.open;
  }

  private begin(answer: DataQueryResponse): void {
    if (failureOf(answer) !== undefined) {
      // There is nothing to follow a query for that cannot be answered.
      this.subscriber.next({ ...answer, key: this.key });
      this.subscriber.complete();
      return;
    }
    this.take(answer);
    this.emit();
    this.source.channel().then(
      (events) => {
        this.expectConnection();
        this.open.add(events.subscribe(this.listener));
      },
      (error: unknown) => {
        this.stop(`Live is off. ${errorWords(error)}`);
      }
    );
  }

  private readonly listener = {
    next: (event: LiveChannelEvent) => {
      if (isLiveChannelMessageEvent(event)) {
        this.hear(event.message);
      } else if (isLiveChannelStatusEvent(event)) {
        this.turn(event);
      }
    },
    error: (error: unknown) => {
      this.stop(`Live stopped. ${errorWords(error)}`);
    },
    complete: () => {
      this.stop('Live stopped. Refresh the panel to follow new traces again.');
    },
  };

  /** Grafana says nothing of a websocket that it tries to open. */
  private expectConnection(): void {
    clearTimeout(this.late);
    this.late = setTimeout(() => {
      this.list.say(
        'Live is interrupted: there is no connection to Grafana Live. If it stays, a proxy may block websockets.'
      );
      this.emit();
    }, CONNECT_MS);
  }

  private turn({ state, error, message }: LiveChannelStatusEvent): void {
    const words = wordsFor(state, error);
    if (state === Connecting) {
      this.expectConnection();
    } else if (state !== LiveChannelConnectionState.Pending) {
      clearTimeout(this.late);
    }
    if (words !== undefined || state === Connected) {
      this.list.say(words);
      this.state = state === Disconnected || state === Invalid ? LoadingState.Done : LoadingState.Streaming;
      this.emit();
    }
    if (state === Connected) {
      this.hear(message);
    }
  }

  private hear(message: unknown): void {
    const said = liveFrame(message);
    if (!said) {
      return;
    }
    const isMissing = this.list.add(said, this.source.bounds());
    this.emit();
    if (isMissing) {
      this.missing.next();
    }
  }

  private reread(answer: DataQueryResponse): void {
    const failure = failureOf(answer);
    if (failure === undefined) {
      this.list.say(undefined);
      this.take(answer);
    } else {
      this.list.forget();
      this.list.say(`Traces may be missing: the list could not be read again. ${failure}`);
    }
    this.emit();
  }

  private take(answer: DataQueryResponse): void {
    const [frame] = answer.data as DataFrame[];
    if (frame) {
      this.list.read(frame, this.source.bounds());
    }
  }

  private stop(words: string): void {
    clearTimeout(this.late);
    this.list.say(words);
    this.state = LoadingState.Done;
    this.emit();
    this.subscriber.complete();
  }

  private emit(): void {
    const frame = this.list.frame(this.source.bounds());
    this.subscriber.next({ key: this.key, data: frame ? [frame] : [], state: this.state });
  }

  private get key(): string {
    return `live-${this.source.refId}`;
  }
}

function failureOf({ errors, state }: DataQueryResponse): string | undefined {
  const [first] = errors ?? [];
  return first || state === LoadingState.Error ? errorWords(first) : undefined;
}

/** What people should know of a connection's state; undefined when nothing. */
function wordsFor(state: LiveChannelConnectionState, error: unknown): string | undefined {
  switch (state) {
    case Connecting:
      return error ? `Live is interrupted. Grafana could not open the stream yet (${detail(error)}).` : undefined;
    case Disconnected:
      return 'Live is off: Grafana refused the stream. Refresh the panel; if it stays, the data source does not allow it to your role.';
    case Invalid:
    case Shutdown:
      return `Live is off: Grafana closed the stream${error ? ` (${detail(error)})` : ''}. Refresh the panel to follow new traces again.`;
    default:
      return error ? `Live is interrupted. Grafana says: ${detail(error)}.` : undefined;
  }
}

const detail = (error: unknown): string => (typeof error === 'string' ? error : errorWords(error));
