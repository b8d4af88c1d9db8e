import type { Side } from '../../contract.ts';
import type { Encoder, WordFeatures } from './encoder.ts';
import { loadEncoder } from './inThread.ts';

/** What can be asked of a thread: a part of a job, small enough to be done in some ten milliseconds. */
export type Task =
  | { readonly kind: 'encode'; readonly sentences: readonly string[] }
  | { readonly kind: 'words'; readonly sentences: readonly (readonly string[])[]; readonly side: Side }
  | { readonly kind: 'spans'; readonly sums: Float32Array; readonly lengths: Float32Array };

export type ThreadRequest =
  | { readonly kind: 'open'; readonly weights: ArrayBufferLike; readonly kernel: WebAssembly.Module | null }
  | { readonly kind: 'task'; readonly id: number; readonly task: Task }
  | { readonly kind: 'cancel'; readonly id: number };

/** The answer to one task. A cancelled task fails, too. */
export type ThreadReply =
  | { readonly kind: 'vectors'; readonly id: number; readonly vectors: Float32Array }
  | { readonly kind: 'features'; readonly id: number; readonly features: readonly WordFeatures[] }
  | { readonly kind: 'failed'; readonly id: number; readonly reason: string };

/** A thread's end of the line: `parentPort` of Node, `self` of a web worker. */
export interface ThreadLine {
  post(reply: ThreadReply, transfer: ArrayBuffer[]): void;
  onMessage(listener: (request: ThreadRequest) => void): void;
}

/** The thread's side: opens the encoder on the weights that it is sent, then does task after task. */
export function serveEncoder(line: ThreadLine): void {
  let encoder: Encoder | null = null;
  const running = new Map<number, AbortController>();

  async function answer(id: number, task: Task): Promise<void> {
    const stop = new AbortController();
    running.set(id, stop);
    try {
      if (!encoder) throw new Error('The encoder was not opened');
      const reply = await perform(encoder, task, id, stop.signal);
      line.post(reply, buffersOf(reply));
    } catch (error) {
      line.post({ kind: 'failed', id, reason: error instanceof Error ? error.message : String(error) }, []);
    } finally {
      running.delete(id);
    }
  }

  line.onMessage((request) => {
    switch (request.kind) {
      case 'open':
        encoder = loadEncoder(request.weights, request.kernel);
        break;
      case 'task':
        void answer(request.id, request.task);
        break;
      case 'cancel':
        running.get(request.id)?.abort();
        break;
    }
  });
}

async function perform(encoder: Encoder, task: Task, id: number, signal: AbortSignal): Promise<ThreadReply> {
  switch (task.kind) {
    case 'encode':
      return { kind: 'vectors', id, vectors: await encoder.encode(task.sentences, { signal }) };
    case 'words':
      return { kind: 'features', id, features: await encoder.words(task.sentences, task.side, { signal }) };
    case 'spans':
      return { kind: 'vectors', id, vectors: await encoder.spans(task.sums, task.lengths, { signal }) };
  }
}

/** The memory that is handed over with a reply instead of being copied. */
function buffersOf(reply: ThreadReply): ArrayBuffer[] {
  switch (reply.kind) {
    case 'vectors':
      return [reply.vectors.buffer as ArrayBuffer];
    case 'features':
      return reply.features.flatMap(({ sums, pieces, logProbability, frame, vectors }) =>
        [sums, pieces, logProbability, frame, vectors].map((array) => array.buffer as ArrayBuffer),
      );
    case 'failed':
      return [];
  }
}
