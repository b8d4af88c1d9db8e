import type { Comparison, FailureCode, Progress, Result, WorkerReply, WorkerRequest } from '../contract.ts';
import { linkTexts } from '../core/compare/linkTexts.ts';
import { markLater, type LaterMarks } from '../core/compare/markLater.ts';
import { openComparison } from '../core/comparison.ts';
import type { Encoder } from '../core/encoder/encoder.ts';
import { compareFiles } from '../core/engine.ts';

/** Where requests come from and replies go to. */
export interface EnginePort {
  post(reply: WorkerReply): void;
  onMessage(listener: (request: WorkerRequest) => void): void;
  openEncoder(): Promise<Encoder>;
}

/** Milliseconds between two reports of one stage: more than the eye can read only costs messages. */
const PAUSE = 50;

/**
 * Answers requests: each `compare` and `open` with exactly one `done`, after its progress; each `mark` with its marks and then
 * one `marked`; each `words` with one `linked`. The encoder is opened when it is first needed and kept; one that failed to open is tried again with the next. The page lets the whole worker go when
 * there is nothing to do.
 */
export function serveEngine(port: EnginePort): void {
  const running = new Map<number, AbortController>();
  const marking = new Map<number, LaterMarks>();
  let encoder: Promise<Encoder> | null = null;

  function encoderOf(): Promise<Encoder> {
    encoder ??= port.openEncoder().catch((error: unknown) => {
      encoder = null;
      throw error;
    });
    return encoder;
  }

  async function compare(request: Extract<WorkerRequest, { kind: 'compare' }>): Promise<void> {
    const { id, files, options } = request;
    const abort = new AbortController();
    running.set(id, abort);
    const result = await compareFiles(files, encoderOf(), options, {
      signal: abort.signal,
      progress: throttled((progress) => {
        port.post({ id, kind: 'progress', progress });
      }),
      onRead: (names) => {
        port.post({ id, kind: 'read', names });
      },
    });
    running.delete(id);
    finish(id, result);
  }

  async function mark({ id, comparison }: Extract<WorkerRequest, { kind: 'mark' }>): Promise<void> {
    const later = markLater(comparison);
    marking.set(id, later);
    const result = await attempt(id, async (opened, signal): Promise<null> => {
      for await (const found of later.found(opened, signal)) port.post({ id, kind: 'marks', found });
      return null;
    });
    marking.delete(id);
    port.post({ id, kind: 'marked', result });
  }

  async function link({ id, texts }: Extract<WorkerRequest, { kind: 'words' }>): Promise<void> {
    const result = await attempt(id, (opened, signal) => linkTexts(texts, opened, signal));
    port.post({ id, kind: 'linked', result });
  }

  /** Runs a job on texts that are aligned already; what goes wrong becomes a failure. */
  async function attempt<T>(id: number, job: (opened: Encoder, signal: AbortSignal) => Promise<T>): Promise<Result<T>> {
    const abort = new AbortController();
    running.set(id, abort);
    let code: FailureCode = 'no-encoder';
    try {
      const opened = await encoderOf();
      code = 'internal';
      abort.signal.throwIfAborted();
      return { ok: true, value: await job(opened, abort.signal) };
    } catch (error) {
      if (abort.signal.aborted) return { ok: false, failure: { code: 'cancelled', files: [] } };
      return { ok: false, failure: { code, files: [], detail: String(error) } };
    } finally {
      running.delete(id);
    }
  }

  function finish(id: number, result: Result<Comparison>): void {
    port.post({ id, kind: 'done', result });
  }

  port.onMessage((request) => {
    switch (request.kind) {
      case 'compare':
        void compare(request);
        return;
      case 'open':
        finish(request.id, openComparison(request.document, request.name));
        return;
      case 'mark':
        void mark(request);
        return;
      case 'prefer':
        marking.get(request.id)?.prefer(request.pairs);
        return;
      case 'words':
        void link(request);
        return;
      case 'cancel':
        running.get(request.id)?.abort();
        return;
    }
  });
}

/** Lets the first and the last report of each stage through at once, and others not too often. */
function throttled(report: (progress: Progress) => void): (progress: Progress) => void {
  let last: Progress['stage'] | null = null;
  let reported = 0;
  return (progress) => {
    const isEdge = progress.stage !== last || progress.done >= progress.total;
    if (!isEdge && performance.now() - reported < PAUSE) return;
    last = progress.stage;
    reported = performance.now();
    report(progress);
  };
}
