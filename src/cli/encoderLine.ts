import { Worker } from 'node:worker_threads';
import type { EncoderThread } from '../core/encoder/pool.ts';
import type { ThreadReply } from '../core/encoder/thread.ts';

/**
 * Starts a thread for the encoder.
 *
 * @param program the built encoderThread.ts
 */
export function startEncoderThread(program: string): EncoderThread {
  const worker = new Worker(program);
  return {
    post: (request) => {
      worker.postMessage(request);
    },
    onMessage: (listener) => {
      worker.on('message', (reply: ThreadReply) => {
        listener(reply);
      });
    },
    onFailure: (listener) => {
      worker.on('error', listener);
      worker.on('exit', (code) => {
        if (code !== 0) listener(new Error(`An encoder thread ended with code ${code}`));
      });
    },
    close: () => {
      void worker.terminate();
    },
  };
}
