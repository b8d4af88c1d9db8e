import type {
  CompareOptions,
  Comparison,
  Progress,
  Result,
  Side,
  SourceFile,
  WorkerReply,
  WorkerRequest,
} from '../contract.ts';

/** A job under way. The result never rejects: what goes wrong is a failure value. */
export interface Job {
  readonly result: Promise<Result<Comparison>>;
  cancel(): void;
}

export interface JobListener {
  /** The names are known and the languages told apart. */
  read?(names: Readonly<Record<Side, string>>): void;
  progress?(progress: Progress): void;
}

interface Waiting {
  readonly listener: JobListener;
  readonly settle: (result: Result<Comparison>) => void;
  readonly files: readonly string[];
}

/** A worker that does not answer a cancel within this time is stopped the hard way, milliseconds. */
const CANCEL_PATIENCE = 1500;

/** The worker holds the encoder's weights (46 MB): it is let go when there was nothing to do for this long, milliseconds. */
const IDLE = 20_000;

type Request = Extract<WorkerRequest, { kind: 'compare' | 'open' }>;
type Unnumbered<T> = T extends unknown ? Omit<T, 'id'> : never;

/** The page's connection to the engine's worker: started with the first job, stopped when idle. */
export class Engine {
  #worker: Worker | null = null;
  #idle: ReturnType<typeof setTimeout> | undefined;
  #lastId = 0;
  readonly #waiting = new Map<number, Waiting>();

  compare(files: readonly SourceFile[], options: CompareOptions, listener: JobListener = {}): Job {
    const names = files.map((file) => file.name);
    return this.#send({ kind: 'compare', files, options }, names, listener);
  }

  /** Reads a saved comparison: parsing what is on disk belongs in the worker, like all untrusted input. */
  open(document: string, name: string): Job {
    return this.#send({ kind: 'open', document, name }, [name], {});
  }

  #send(request: Unnumbered<Request>, files: readonly string[], listener: JobListener): Job {
    const id = ++this.#lastId;
    const result = new Promise<Result<Comparison>>((settle) => {
      this.#waiting.set(id, { listener, settle, files });
    });
    clearTimeout(this.#idle);
    this.#worker ??= this.#start();
    this.#worker.postMessage({ ...request, id } satisfies WorkerRequest);
    return {
      result,
      cancel: () => {
        this.#cancel(id);
      },
    };
  }

  #start(): Worker {
    const worker = new Worker(new URL('../worker/engine.ts', import.meta.url), { type: 'module' });
    worker.onmessage = (event: MessageEvent<WorkerReply>) => {
      this.#hear(event.data);
    };
    worker.onerror = (event) => {
      event.preventDefault();
      this.#stop(event.message);
    };
    worker.onmessageerror = () => {
      this.#stop('message');
    };
    return worker;
  }

  #hear(reply: WorkerReply): void {
    const job = this.#waiting.get(reply.id);
    if (!job) return;
    switch (reply.kind) {
      case 'progress':
        job.listener.progress?.(reply.progress);
        return;
      case 'read':
        job.listener.read?.(reply.names);
        return;
      case 'done':
        this.#waiting.delete(reply.id);
        job.settle(reply.result);
        this.#rest();
        return;
    }
  }

  #cancel(id: number): void {
    if (!this.#waiting.has(id)) return;
    this.#worker?.postMessage({ id, kind: 'cancel' } satisfies WorkerRequest);
    setTimeout(() => {
      if (this.#waiting.has(id)) this.#stop(null);
    }, CANCEL_PATIENCE);
  }

  /** Ends the worker and every job in it; `why` is the system's own words, or null after a cancel. */
  #stop(why: string | null): void {
    this.#worker?.terminate();
    this.#worker = null;
    const jobs = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { settle, files } of jobs) {
      const failure =
        why === null ? { code: 'cancelled' as const, files } : { code: 'internal' as const, files, detail: why };
      settle({ ok: false, failure });
    }
  }

  #rest(): void {
    clearTimeout(this.#idle);
    if (this.#waiting.size > 0) return;
    this.#idle = setTimeout(() => {
      if (this.#waiting.size === 0) this.#stop(null);
    }, IDLE);
  }
}
