import { DIMENSION, FEATURES, type Encoder, type Run, type WordFeatures } from './encoder.ts';
import type { Task, ThreadReply, ThreadRequest } from './thread.ts';

/** The pool's end of the line to one thread: a `Worker` of Node or of the web. */
export interface EncoderThread {
  post(request: ThreadRequest): void;
  onMessage(listener: (reply: ThreadReply) => void): void;
  /** The thread broke down: nothing more comes from it. */
  onFailure(listener: (error: Error) => void): void;
  close(): void;
}

/**
 * An encoder that shares the work among threads. Results are those of one thread to the last bit, since a sentence's vector
 * depends on the sentence alone. When a thread breaks down, everything that is asked of the pool fails.
 *
 * @param threads threads that run `serveEncoder`
 * @param weights what `unpackWeights` gave; shared memory, or each thread gets its own copy
 */
export function poolEncoder(
  threads: readonly EncoderThread[],
  weights: ArrayBufferLike,
  kernel: WebAssembly.Module | null,
): Encoder {
  const desk = new Desk(threads);
  for (const thread of threads) thread.post({ kind: 'open', weights, kernel });
  return {
    async encode(sentences, run = {}) {
      const vectors = new Float32Array(sentences.length * DIMENSION);
      const parts = portions(sentences, (sentence) => sentence.length);
      await runAll(desk, parts, run, {
        task: ({ from, to }) => ({ kind: 'encode', sentences: sentences.slice(from, to) }),
        take: ({ from }, reply) => {
          if (reply.kind === 'vectors') vectors.set(reply.vectors, from * DIMENSION);
        },
      });
      return vectors;
    },

    async words(sentences, side, run = {}) {
      const features: WordFeatures[] = [];
      const parts = portions(sentences, (words) => words.reduce((length, word) => length + word.length + 1, 0));
      await runAll(desk, parts, run, {
        task: ({ from, to }) => ({ kind: 'words', sentences: sentences.slice(from, to), side }),
        take: ({ from }, reply) => {
          if (reply.kind === 'features') for (const [i, own] of reply.features.entries()) features[from + i] = own;
        },
      });
      return features;
    },

    async spans(sums, lengths, run = {}) {
      const vectors = new Float32Array(lengths.length * DIMENSION);
      const parts = portions(lengths, () => CHARACTERS_OF_SPAN);
      await runAll(desk, parts, run, {
        task: ({ from, to }) => ({
          kind: 'spans',
          sums: sums.slice(from * FEATURES, to * FEATURES),
          lengths: lengths.slice(from, to),
        }),
        take: ({ from }, reply) => {
          if (reply.kind === 'vectors') vectors.set(reply.vectors, from * DIMENSION);
        },
      });
      return vectors;
    },

    close() {
      desk.close();
    },
  };
}

/** The sentences `[from, to)` of a job: what a thread gets at once. */
interface Portion {
  readonly from: number;
  readonly to: number;
}

/** About 50 ms of work: small enough for even shares and quick stops, large enough to fill a few batches. */
const PORTION_CHARACTERS = 4_000;
const PORTION_SENTENCES = 64;

/** What the tail of the network costs, in characters of a sentence. */
const CHARACTERS_OF_SPAN = 10;

function portions<T>(inputs: ArrayLike<T>, length: (input: T) => number): Portion[] {
  const all: Portion[] = [];
  let from = 0;
  let characters = 0;
  for (const [i, input] of Array.from(inputs).entries()) {
    characters += length(input);
    if (characters < PORTION_CHARACTERS && i + 1 - from < PORTION_SENTENCES && i + 1 < inputs.length) continue;
    all.push({ from, to: i + 1 });
    from = i + 1;
    characters = 0;
  }
  return all;
}

interface Job {
  readonly task: (portion: Portion) => Task;
  readonly take: (portion: Portion, reply: ThreadReply) => void;
}

async function runAll(desk: Desk, parts: readonly Portion[], { signal, progress }: Run, job: Job): Promise<void> {
  signal?.throwIfAborted();
  const total = parts.at(-1)?.to ?? 0;
  let done = 0;
  const stop = () => {
    desk.drop(job, signal?.reason);
  };
  signal?.addEventListener('abort', stop);
  try {
    await Promise.all(
      parts.map(async (part) => {
        const reply = await desk.ask(job, () => job.task(part));
        job.take(part, reply);
        done += part.to - part.from;
        progress?.(done, total);
      }),
    );
  } catch (error) {
    // One portion's failure stops the others.
    desk.drop(job, error);
    throw error;
  } finally {
    signal?.removeEventListener('abort', stop);
  }
}

/** A thread's next task lies ready while it is at work on one. */
const TASKS_PER_THREAD = 2;

interface Waiting {
  readonly job: Job;
  readonly task: () => Task;
  readonly resolve: (reply: ThreadReply) => void;
  readonly reject: (reason: unknown) => void;
}

/** Hands tasks to threads as they become free, first come, first served. */
class Desk {
  private readonly threads: readonly EncoderThread[];
  private waiting: Waiting[] = [];
  private readonly running = new Map<number, { readonly thread: EncoderThread; readonly asked: Waiting }>();
  private lastId = 0;
  private broken: Error | null = null;

  constructor(threads: readonly EncoderThread[]) {
    this.threads = threads;
    for (const thread of threads) {
      thread.onMessage((reply) => {
        this.receive(reply);
      });
      thread.onFailure((error) => {
        this.end(error);
      });
    }
  }

  /** @param task makes the task once there is a thread for it */
  ask(job: Job, task: () => Task): Promise<ThreadReply> {
    if (this.broken) return Promise.reject(this.broken);
    return new Promise((resolve, reject) => {
      this.waiting.push({ job, task, resolve, reject });
      this.handOut();
    });
  }

  /** All that was asked for a job rejects at once. A running task keeps its place in the thread until the thread answers. */
  drop(job: Job, reason: unknown): void {
    const dropped = this.waiting.filter((asked) => asked.job === job);
    this.waiting = this.waiting.filter((asked) => asked.job !== job);
    for (const [id, { thread, asked }] of this.running) {
      if (asked.job !== job) continue;
      thread.post({ kind: 'cancel', id });
      dropped.push(asked);
    }
    for (const { reject } of dropped) reject(reason);
  }

  close(): void {
    this.end(new Error('The encoder was closed'));
    for (const thread of this.threads) thread.close();
  }

  private handOut(): void {
    for (let thread = this.freeThread(); thread; thread = this.freeThread()) {
      const asked = this.waiting.shift();
      if (!asked) return;
      const id = ++this.lastId;
      this.running.set(id, { thread, asked });
      thread.post({ kind: 'task', id, task: asked.task() });
    }
  }

  /** The one with the fewest tasks. */
  private freeThread(): EncoderThread | undefined {
    const load = new Map(this.threads.map((thread) => [thread, 0]));
    for (const { thread } of this.running.values()) load.set(thread, (load.get(thread) ?? 0) + 1);
    const [idlest] = [...load].sort(([, a], [, b]) => a - b);
    return idlest && idlest[1] < TASKS_PER_THREAD ? idlest[0] : undefined;
  }

  private receive(reply: ThreadReply): void {
    const task = this.running.get(reply.id);
    this.running.delete(reply.id);
    if (task && reply.kind === 'failed') task.asked.reject(new Error(reply.reason));
    else task?.asked.resolve(reply);
    this.handOut();
  }

  private end(error: Error): void {
    this.broken ??= error;
    for (const { reject } of this.waiting) reject(error);
    for (const { asked } of this.running.values()) asked.reject(error);
    this.waiting = [];
    this.running.clear();
  }
}
