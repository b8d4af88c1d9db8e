/** Runs in a thread of Node: one of the encoders that src/cli/encoder.ts shares the work among. */
import { parentPort } from 'node:worker_threads';
import { serveEncoder, type ThreadRequest } from '../core/encoder/thread.ts';

const port = parentPort;
if (!port) throw new Error('This program runs in a thread');

serveEncoder({
  post: (reply, transfer) => {
    port.postMessage(reply, transfer);
  },
  onMessage: (listener) => {
    port.on('message', (request: ThreadRequest) => {
      listener(request);
    });
  },
});
