import type {
  CompareOptions,
  Comparison,
  Failure,
  MarkedPairs,
  Progress,
  Result,
  Side,
  SourceFile,
  WordLink,
  WorkerReply,
  WorkerRequest,
} from '../contract.ts';

/** A job under way. The result never rejects: what goes wrong is a failure value. */
export interface Job<T = Comparison> {
  readonly result: Promise<Result<T>>;
  cancel(): void;
}

/** The comparison inside the pairs of a long text, after it is shown. */
export interface MarkJob extends Job<null> {
  /** These pairs are in sight now, and go first. */
  prefer(pairs: readonly number[]): void;
}

export interface JobListener {
  /** The names are known and the languages told apart. */
  read?(names: Readonly<Record<Side, string>>): void;
  progress?(progress: Progress): void;
}

/** The last reply to a request. */
type Ending = Extract<WorkerReply, { readonly result: unknown }>;

interface Waiting {
  readonly listener: JobListener & { marks?(found: MarkedPairs): void };
  readonly end: (reply: Ending) => void;
  readonly fail: (failure: Failure) => void;
  readonly files: readonly string[];
}

/** A worker that does not answer a cancel within this time is stopped the hard way, milliseconds. */
const CANCEL_PATIENCE = 1500;

/** The worker holds the encoder's weights (46 MB): it is let go when there was nothing to do for this long, milliseconds. */
const IDLE = 20_000;

type Request = Exclude<WorkerRequest, { kind: 'cancel' | 'prefer' }>;
type Unnumbered<T> = T extends unknown ? Omit<T, 'id'> : never;

/** The page's connection to the engine's worker: started with the first job, stopped when idle. */
export class Engine {
  #worker: Worker | null = null;
  #idle: ReturnType<typeof setTimeout> | undefined;
  #lastId = 0;
  readonly #waiting = new Map<number, Waiting>();

  compare(files: readonly SourceFile[], options: CompareOptions, listener: JobListener = {}): Job {
    const names = files.map((file) => file.name);
    return this.#send({ kind: 'compare', files, options }, names, listener, comparisonOf).job;
  }

  /** Reads a saved comparison: parsing what is on disk belongs in the worker, like all untrusted input. */
  open(document: string, name: string): Job {
    return this.#send({ kind: 'open', document, name }, [name], {}, comparisonOf).job;
  }

  /** Compares inside the pairs that are `unmarked`, and gives their marks as they are found. */
  mark(comparison: Comparison, marks: (found: MarkedPairs) => void): MarkJob {
    const { id, job } = this.#send({ kind: 'mark', comparison }, [], { marks }, (reply) =>
      reply.kind === 'marked' ? reply.result : null,
    );
    return {
      ...job,
      prefer: (pairs) => {
        if (this.#waiting.has(id)) this.#post({ id, kind: 'prefer', pairs });
      },
    };
  }

  /** Links the words of two texts that correspond. */
  words(texts: Readonly<Record<Side, string>>): Job<readonly WordLink[]> {
    return this.#send({ kind: 'words', texts }, [], {}, (reply) => (reply.kind === 'linked' ? reply.result : null)).job;
  }

  /** @param read the result of the reply that ends this kind of request */
  #send<T>(
    request: Unnumbered<Request>,
    files: readonly string[],
    listener: Waiting['listener'],
    read: (reply: Ending) => Result<T> | null,
  ): { id: number; job: Job<T> } {
    const id = ++this.#lastId;
    const result = new Promise<Result<T>>((settle) => {
      const end = (reply: Ending): void => {
        settle(read(reply) ?? { ok: false, failure: { code: 'internal', files, detail: reply.kind } });
      };
      const fail = (failure: Failure): void => {
        settle({ ok: false, failure });
      };
      this.#waiting.set(id, { listener, end, fail, files });
    });
    clearTimeout(this.#idle);
    this.#worker ??= this.#start();
    this.#post({ ...request, id });
    const cancel = (): void => {
      this.#cancel(id);
    };
    return { id, job: { result, cancel } };
  }

  #post(request: WorkerRequest): void {
    this.#worker?.postMessage(request);
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
      case 'marks':
        job.listener.marks?.(reply.found);
        return;
      case 'done':
      case 'marked':
      case 'linked':
        this.#waiting.delete(reply.id);
        job.end(reply);
        this.#rest();
        return;
    }
  }

  #cancel(id: number): void {
    if (!this.#waiting.has(id)) return;
    this.#post({ id, kind: 'cancel' });
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
    for (const { fail, files } of jobs)
      fail(why === null ? { code: 'cancelled', files } : { code: 'internal', files, detail: why });
  }

  #rest(): void {
    clearTimeout(this.#idle);
    if (this.#waiting.size > 0) return;
    this.#idle = setTimeout(() => {
      if (this.#waiting.size === 0) this.#stop(null);
    }, IDLE);
  }
}

function comparisonOf(reply: Ending): Result<Comparison> | null {
  return reply.kind === 'done' ? reply.result : null;
}
