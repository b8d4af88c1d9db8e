import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Encoder } from '../core/encoder/encoder.ts';
import { poolEncoder } from '../core/encoder/pool.ts';
import { recordedParity, shippedKernel, shippedWeights } from '../core/encoder/testdata/opened.ts';
import { openEncoder } from './encoder.ts';
import { startEncoderThread } from './encoderLine.ts';

let folder: string;
let alone: Encoder;
let sentences: readonly string[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'encoder-thread-'));
  await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      ssr: join(import.meta.dirname, 'encoderThread.ts'),
      target: 'node20.18',
      outDir: folder,
      rolldownOptions: { output: { entryFileNames: 'thread.mjs' } },
    },
  });
  alone = await openEncoder({ threads: 1 });
  sentences = (await recordedParity()).sentences.slice(0, 150);
});

afterAll(async () => {
  alone.close();
  await rm(folder, { recursive: true });
});

describe('threads of Node', () => {
  it('give what one thread gives, to the last bit, on one copy of the weights', async () => {
    const threads = Array.from({ length: 3 }, () => startEncoderThread(join(folder, 'thread.mjs')));
    const pool = poolEncoder(threads, await shippedWeights(), await shippedKernel());
    expect(await pool.encode(sentences)).toEqual(await alone.encode(sentences));
    pool.close();
  });

  it('make the pool fail when they cannot run, instead of letting it wait for ever', async () => {
    const pool = poolEncoder([startEncoderThread(join(folder, 'absent.mjs'))], new ArrayBuffer(0), null);
    await expect(pool.encode(['a'])).rejects.toThrow('absent.mjs');
    pool.close();
    const damaged = poolEncoder([startEncoderThread(join(folder, 'thread.mjs'))], new ArrayBuffer(64), null);
    await expect(damaged.encode(['a'])).rejects.toThrow();
    damaged.close();
  });
});
