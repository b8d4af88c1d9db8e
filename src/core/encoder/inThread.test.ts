import { beforeAll, describe, expect, it } from 'vitest';
import type { Encoder } from './encoder.ts';
import { DIMENSION } from './encoder.ts';
import { loadEncoder } from './inThread.ts';
import { cosine, recordedParity, shippedKernel, shippedWeights, type Parity } from './testdata/opened.ts';
import { Tokenizer } from './tokenizer.ts';
import { readWeights } from './weights.ts';

let weights: ArrayBufferLike;
let kernel: WebAssembly.Module;
let parity: Parity;
let encoder: Encoder;

beforeAll(async () => {
  [weights, kernel, parity] = await Promise.all([shippedWeights(), shippedKernel(), recordedParity()]);
  encoder = loadEncoder(weights, kernel);
});

describe('against the original model', () => {
  it('cuts 200 sentences into the same pieces', () => {
    const tokenizer = new Tokenizer(readWeights(weights));
    expect(parity.sentences).toHaveLength(200);
    expect(parity.sentences.map((sentence) => tokenizer.encode(sentence))).toEqual(parity.pieces);
  });

  it('gives vectors with a cosine of at least .9999', async () => {
    const vectors = await encoder.encode(parity.sentences);
    const cosines = parity.sentences.map((_, i) => cosine(vectors, i, parity.vectors, i));
    expect(Math.min(...cosines)).toBeGreaterThanOrEqual(0.9999);
  });
});
