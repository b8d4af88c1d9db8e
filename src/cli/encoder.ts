import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { Encoder } from '../core/encoder/encoder.ts';
import { growingEncoder } from '../core/encoder/growing.ts';
import { loadEncoder } from '../core/encoder/inThread.ts';
import { poolEncoder } from '../core/encoder/pool.ts';
import { unpackWeights } from '../core/encoder/weights.ts';
import { startEncoderThread } from './encoderLine.ts';
import { packageRoot } from './packageRoot.ts';

/** More threads than this wait for memory rather than for a core. */
const MOST_THREADS = 4;

/**
 * The encoder for programs that run in Node: it is read from resources/encoder, and starts threads once a job is worth it.
 * Rejects when the files are missing or damaged. Has to be closed, or the process will not end.
 *
 * @param options.threads how many threads large jobs may take; 1 does everything in the calling thread, which is all that
 * there is before `npm run build` has made the threads' program
 */
export async function openEncoder(options: { readonly threads?: number } = {}): Promise<Encoder> {
  const threads = options.threads ?? Math.min(availableParallelism(), MOST_THREADS);
  const root = packageRoot();
  const folder = join(root, 'resources/encoder');
  const [weights, kernel] = await Promise.all([
    unpackFile(join(folder, 'weights.bin.gz')),
    compileFile(join(folder, 'kernel.wasm')),
  ]);
  const own = loadEncoder(weights, kernel);
  if (threads < 2) return own;
  const program = join(root, 'out/node/encoder-thread.js');
  return growingEncoder(own, () => {
    const started = Array.from({ length: threads }, () => startEncoderThread(program));
    return poolEncoder(started, weights, kernel);
  });
}

function unpackFile(path: string): Promise<ArrayBufferLike> {
  const stream = Readable.toWeb(createReadStream(path, { highWaterMark: 1 << 20 }));
  return unpackWeights(stream as ReadableStream<Uint8Array>, { shared: true });
}

/** An engine without SIMD, or without WebAssembly, gets along with the plain kernel. */
async function compileFile(path: string): Promise<WebAssembly.Module | null> {
  const bytes = await readFile(path);
  try {
    return await WebAssembly.compile(bytes);
  } catch {
    return null;
  }
}
