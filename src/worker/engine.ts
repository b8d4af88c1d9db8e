import type { WorkerReply, WorkerRequest } from '../contract.ts';
import { openEncoder } from './encoder.ts';
import { serveEngine } from './serve.ts';

/** The page's worker: all articles and saved documents are read and compared here, off the thread that draws. */
serveEngine({
  post: (reply: WorkerReply) => {
    self.postMessage(reply);
  },
  onMessage: (listener) => {
    self.addEventListener('message', ({ data }: MessageEvent<WorkerRequest>) => {
      listener(data);
    });
  },
  openEncoder,
});
