import type { Run } from '../encoder/encoder.ts';

/** A long computation that can be left between two of its steps: yields how far it is, 0 to 1, never going back. */
export type Steps<T> = Generator<number, T, void>;

/** Milliseconds of work between two looks at the clock's other users: an abort is noticed within this and one step. */
const SLICE = 40;

/**
 * Runs the steps in slices, letting the thread's other tasks in between them.
 * @param total what the progress counts: it ends with `total` of `total`
 * @throws the signal's reason, when aborted
 */
export async function drive<T>(steps: Steps<T>, total: number, run: Run): Promise<T> {
  run.signal?.throwIfAborted();
  let reported = 0;
  let started = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done === true) {
      run.progress?.(total, total);
      return step.value;
    }
    if (performance.now() - started < SLICE) continue;
    const done = Math.min(total, Math.floor(step.value * total));
    if (done > reported) {
      reported = done;
      run.progress?.(done, total);
    }
    await nextTask();
    run.signal?.throwIfAborted();
    started = performance.now();
  }
}

/** Steps that are one part of a longer way, from `start` to `end` of it. */
export function* part<T>(steps: Steps<T>, start: number, end: number): Steps<T> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    yield start + (end - start) * step.value;
  }
}

/** A message to oneself: unlike a timer it is not held back to 4 ms when nested. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
