import { beforeAll, describe, expect, it } from 'vitest';
import { loadEncoder } from './inThread.ts';
import { poolEncoder, type EncoderThread } from './pool.ts';
import { recordedParity, shippedKernel, shippedWeights } from './testdata/opened.ts';
import { serveEncoder, type ThreadReply, type ThreadRequest } from './thread.ts';
import type { Encoder } from './encoder.ts';

let weights: ArrayBufferLike;
let kernel: WebAssembly.Module;
let sentences: readonly string[];
let alone: Encoder;

beforeAll(async () => {
  [weights, kernel] = await Promise.all([shippedWeights(), shippedKernel()]);
  sentences = (await recordedParity()).sentences.filter((sentence) => sentence.length < 1000);
  alone = loadEncoder(weights, kernel);
});

/** A thread's work done in this thread, behind a real line: what goes over it is copied or handed over. */
function lineToServer(): EncoderThread & { breakDown(): void; readonly asked: ThreadRequest[] } {
  const { port1, port2 } = new MessageChannel();
  const asked: ThreadRequest[] = [];
  let fail: (error: Error) => void = () => undefined;
  serveEncoder({
    post: (reply, transfer) => {
      port2.postMessage(reply, transfer);
    },
    onMessage: (listener) => {
      port2.onmessage = ({ data }: MessageEvent<ThreadRequest>) => {
        listener(data);
      };
    },
  });
  return {
    asked,
    post: (request) => {
      asked.push(request);
      port1.postMessage(request);
    },
    onMessage: (listener) => {
      port1.onmessage = ({ data }: MessageEvent<ThreadReply>) => {
        listener(data);
      };
    },
    onFailure: (listener) => {
      fail = listener;
    },
    close: () => {
      port1.close();
    },
    breakDown: () => {
      port1.close();
      fail(new Error('the thread broke down'));
    },
  };
}

describe('a pool of threads', () => {
  it('gives what one thread gives, to the last bit', async () => {
    const threads = [lineToServer(), lineToServer(), lineToServer()];
    const pool = poolEncoder(threads, weights, kernel);
    const words = sentences.slice(0, 20).map((sentence) => sentence.split(' ').slice(0, 6));
    const expected = await alone.words(words, 'fr');
    expect(await pool.encode(sentences)).toEqual(await alone.encode(sentences));
    expect(await pool.words(words, 'fr')).toEqual(expected);
    const sums = Float32Array.from(expected.flatMap(({ frame }) => Array.from(frame)));
    const lengths = new Float32Array(expected.length).fill(2);
    expect(await pool.spans(sums, lengths)).toEqual(await alone.spans(sums, lengths));
    for (const { asked } of threads) expect(asked.filter(({ kind }) => kind === 'task').length).toBeGreaterThan(0);
    pool.close();
  });

  it('reports progress that never goes back and ends with the total', async () => {
    const pool = poolEncoder([lineToServer(), lineToServer()], weights, kernel);
    const seen: number[] = [];
    await pool.encode(sentences, { progress: (done) => seen.push(done) });
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect(seen.at(-1)).toBe(sentences.length);
    pool.close();
  });

  it('stops at once when it is aborted, tells the threads, and is ready for the next job', async () => {
    const thread = lineToServer();
    const pool = poolEncoder([thread], weights, kernel);
    const stop = new AbortController();
    const many = Array.from({ length: 10 }, () => sentences).flat();
    const run = pool.encode(many, {
      signal: stop.signal,
      progress: () => {
        stop.abort(new Error('changed my mind'));
      },
    });
    await expect(run).rejects.toThrow('changed my mind');
    expect(thread.asked.some(({ kind }) => kind === 'cancel')).toBe(true);
    await expect(pool.encode(many, { signal: stop.signal })).rejects.toThrow('changed my mind');
    expect(await pool.encode(sentences.slice(0, 9))).toEqual(await alone.encode(sentences.slice(0, 9)));
    pool.close();
  });

  it('fails as a whole when a thread breaks down', async () => {
    const broken = lineToServer();
    const pool = poolEncoder([broken, lineToServer()], weights, kernel);
    const run = pool.encode(sentences);
    broken.breakDown();
    await expect(run).rejects.toThrow('broke down');
    await expect(pool.encode(['a'])).rejects.toThrow('broke down');
    pool.close();
  });

  it('gives nothing for nothing', async () => {
    const pool = poolEncoder([lineToServer()], weights, kernel);
    expect(await pool.encode([])).toHaveLength(0);
    pool.close();
  });
});
