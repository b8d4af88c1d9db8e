import type { Encoder } from '../core/encoder/encoder.ts';
import { growingEncoder } from '../core/encoder/growing.ts';
import { loadEncoder } from '../core/encoder/inThread.ts';
import { poolEncoder, type EncoderThread } from '../core/encoder/pool.ts';
import type { ThreadReply } from '../core/encoder/thread.ts';
import { unpackWeights } from '../core/encoder/weights.ts';

/** More threads than this wait for memory rather than for a core. */
const MOST_THREADS = 4;

/**
 * The encoder for the page's worker: fetched from the app itself, with threads once a job is worth them. Where memory cannot
 * be shared (the page is not cross-origin isolated), the calling thread does everything.
 * Rejects when the files cannot be had or are damaged.
 */
export async function openEncoder(): Promise<Encoder> {
  const shared = crossOriginIsolated;
  const [weights, kernel] = await Promise.all([fetchWeights(shared), fetchKernel()]);
  const own = loadEncoder(weights, kernel);
  const threads = Math.min(navigator.hardwareConcurrency, MOST_THREADS);
  if (!shared || threads < 2) return own;
  return growingEncoder(own, () => poolEncoder(Array.from({ length: threads }, startThread), weights, kernel));
}

async function fetchFile(name: string): Promise<Response> {
  const response = await fetch(new URL(`/encoder/${name}`, self.location.origin));
  if (!response.ok) throw new Error(`${name}: ${response.status} ${response.statusText}`);
  return response;
}

async function fetchWeights(shared: boolean): Promise<ArrayBufferLike> {
  const { body } = await fetchFile('weights.bin.gz');
  if (!body) throw new Error('weights.bin.gz is empty');
  return unpackWeights(body, { shared });
}

/** An engine that cannot run the kernel gets along with the plain one. */
async function fetchKernel(): Promise<WebAssembly.Module | null> {
  const response = await fetchFile('kernel.wasm');
  const bytes = await response.arrayBuffer();
  try {
    return await WebAssembly.compile(bytes);
  } catch {
    return null;
  }
}

function startThread(): EncoderThread {
  const worker = new Worker(new URL('./encoderThread.ts', import.meta.url), { type: 'module', name: 'encoder' });
  return {
    post: (request) => {
      worker.postMessage(request);
    },
    onMessage: (listener) => {
      worker.addEventListener('message', ({ data }: MessageEvent<ThreadReply>) => {
        listener(data);
      });
    },
    onFailure: (listener) => {
      worker.addEventListener('error', ({ message }) => {
        listener(new Error(message || 'An encoder thread broke down'));
      });
    },
    close: () => {
      worker.terminate();
    },
  };
}
