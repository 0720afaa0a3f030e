import { canCancel, hasEnded, jobAfter, type ExportEvent, type ExportJob } from './exportJob';

/** An export that goes on by itself: it can be called off, and says what becomes of it. */
export type Work = (tell: (event: ExportEvent) => void, signal: AbortSignal) => Promise<void>;

interface Running {
  owner: string;
  job: ExportJob;
  stop: AbortController;
}

/**
 * The exports of this page. They belong to no component: closing a dialog, or leaving the dashboard within Grafana,
 * changes nothing for them. Made for useSyncExternalStore.
 */
export class ExportJobs {
  private all: readonly Running[] = [];
  private readonly lists = new Map<string, readonly ExportJob[]>();
  private readonly listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Those that a panel began, oldest first: the same list for as long as nothing happens. */
  of(owner: string): readonly ExportJob[] {
    const known = this.lists.get(owner);
    if (known) {
      return known;
    }
    const list = this.all.filter((running) => running.owner === owner).map(({ job }) => job);
    this.lists.set(owner, list);
    return list;
  }

  /** Begins an export. The work ends its job by what it tells. */
  start(owner: string, job: ExportJob, work: Work): void {
    const stop = new AbortController();
    this.set([...this.all, { owner, job, stop }]);
    void work((event) => {
      this.tell(job.id, event);
    }, stop.signal);
  }

  /** Calls an export off. */
  cancel(id: string): void {
    const found = this.all.find(({ job }) => job.id === id);
    if (found && canCancel(found.job)) {
      this.tell(id, { kind: 'cancelling', at: Date.now() });
      found.stop.abort();
    }
  }

  /** Forgets an export that has ended. */
  forget(id: string): void {
    this.set(this.all.filter(({ job }) => job.id !== id || !hasEnded(job)));
  }

  private tell(id: string, event: ExportEvent): void {
    this.set(this.all.map((running) => (running.job.id === id ? told(running, event) : running)));
  }

  private set(all: readonly Running[]): void {
    const before = this.runningCount();
    this.all = all;
    this.lists.clear();
    const after = this.runningCount();
    if (before === 0 && after > 0) {
      window.addEventListener('beforeunload', warn);
    } else if (before > 0 && after === 0) {
      window.removeEventListener('beforeunload', warn);
    }
    this.listeners.forEach((listener) => {
      listener();
    });
  }

  private runningCount(): number {
    return this.all.filter(({ job }) => !hasEnded(job)).length;
  }
}

function told(running: Running, event: ExportEvent): Running {
  const job = jobAfter(running.job, event);
  return job === running.job ? running : { ...running, job };
}

/** Leaving the page ends what it downloads. The browser says so in its own words. */
function warn(event: BeforeUnloadEvent): void {
  event.preventDefault();
}

/** All exports of the page. */
export const exportJobs = new ExportJobs();
