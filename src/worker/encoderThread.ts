/** Runs in a worker of its own: one of the encoders that src/worker/encoder.ts shares the work among. */
import { serveEncoder, type ThreadRequest } from '../core/encoder/thread.ts';

serveEncoder({
  post: (reply, transfer) => {
    self.postMessage(reply, { transfer });
  },
  onMessage: (listener) => {
    self.addEventListener('message', ({ data }: MessageEvent<ThreadRequest>) => {
      listener(data);
    });
  },
});
