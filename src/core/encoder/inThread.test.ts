import { beforeAll, describe, expect, it } from 'vitest';
import { DIMENSION, FEATURES, WORD_DIMENSION, type Encoder } from './encoder.ts';
import { loadEncoder } from './inThread.ts';
import { MOST_ROWS } from './machine.ts';
import { cosine, recordedParity, shippedKernel, shippedWeights, type Parity } from './testdata/opened.ts';
import { CACHED_TOKENS } from './tokenCache.ts';
import { Tokenizer } from './tokenizer.ts';
import { readWeights } from './weights.ts';

let weights: ArrayBufferLike;
let kernel: WebAssembly.Module;
let parity: Parity;
let encoder: Encoder;
/** Those of usual length. */
let ordinary: readonly string[];

beforeAll(async () => {
  [weights, kernel, parity] = await Promise.all([shippedWeights(), shippedKernel(), recordedParity()]);
  encoder = loadEncoder(weights, kernel);
  ordinary = parity.sentences.filter((sentence) => sentence.length < 1000);
});

/** Row `i` of vectors, as numbers that can be compared. */
const row = (vectors: Float32Array, i: number) => Array.from(vectors.subarray(i * DIMENSION, (i + 1) * DIMENSION));

describe('against the original model', () => {
  it('gives vectors with a cosine of at least .9999', async () => {
    const vectors = await encoder.encode(parity.sentences);
    const cosines = parity.sentences.map((_, i) => cosine(vectors, i, parity.vectors, i));
    expect(cosines).toHaveLength(200);
    expect(Math.min(...cosines)).toBeGreaterThanOrEqual(0.9999);
  });

  it('gives them without WebAssembly, too', async () => {
    const sentences = parity.sentences.slice(0, 100);
    const vectors = await loadEncoder(weights, null).encode(sentences);
    const cosines = sentences.map((_, i) => cosine(vectors, i, parity.vectors, i));
    expect(Math.min(...cosines)).toBeGreaterThanOrEqual(0.9999);
  });
});

describe('a sentence vector', () => {
  it('has length one', async () => {
    const vectors = await encoder.encode(ordinary);
    for (let i = 0; i < ordinary.length; i++) expect(Math.hypot(...row(vectors, i))).toBeCloseTo(1, 6);
  });

  it('is the same to the last bit in whatever company', async () => {
    const together = await encoder.encode(parity.sentences);
    const backwards = await encoder.encode(parity.sentences.toReversed());
    const last = parity.sentences.length - 1;
    for (const [i, sentence] of parity.sentences.entries()) {
      expect(row(backwards, last - i)).toEqual(row(together, i));
      if (i % 10 === 0) expect(row(await encoder.encode([sentence]), 0)).toEqual(row(together, i));
    }
  });

  it('is the same after the token cache has overflowed', async () => {
    const small = loadEncoder(weights, kernel, { cachedTokens: MOST_ROWS });
    const expected = await encoder.encode(ordinary);
    expect(await small.encode(ordinary)).toEqual(expected);
    expect(await small.encode(ordinary)).toEqual(expected);
  });

  it('is the same after more distinct words than the full cache has room for', async () => {
    const [first = ''] = parity.sentences;
    const before = await encoder.encode([first]);
    const pieces = new TextDecoder().decode(readWeights(weights).bytes('pieces').slice()).split('\n');
    const words = pieces.filter((piece) => /^\u2581\p{L}{3,}$/u.test(piece)).slice(0, 2 * CACHED_TOKENS);
    expect(words.length).toBeGreaterThan(CACHED_TOKENS);
    await encoder.encode(words.map((word) => word.slice(1)));
    expect(await encoder.encode([first])).toEqual(before);
  });

  it('takes a lone surrogate for the replacement character', async () => {
    const vectors = await encoder.encode(['a \ud800 b', 'a \ufffd b', '\udc00']);
    expect(row(vectors, 0)).toEqual(row(vectors, 1));
    expect(Math.hypot(...row(vectors, 2))).toBeCloseTo(1, 6);
  });

  it('is there for a sentence as long as a book', async () => {
    const vectors = await encoder.encode(['mot '.repeat(20_000), 'x'.repeat(50_000), 'mot']);
    expect(vectors.every(Number.isFinite)).toBe(true);
    expect(cosine(vectors, 0, vectors, 2)).toBeGreaterThan(0.2);
  });
});

describe('a run', () => {
  it('gives nothing for nothing', async () => {
    expect(await encoder.encode([])).toHaveLength(0);
    expect(await encoder.words([], 'fr')).toEqual([]);
    expect(await encoder.spans(new Float32Array(0), new Float32Array(0))).toHaveLength(0);
  });

  it('reports progress that never goes back and ends with the total', async () => {
    const seen: number[] = [];
    await encoder.encode(ordinary, {
      progress: (done, total) => {
        expect(total).toBe(ordinary.length);
        seen.push(done);
      },
    });
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect(seen.length).toBeGreaterThan(2);
    expect(seen.at(-1)).toBe(ordinary.length);
  });

  it('rejects with the reason when it is aborted before it begins', async () => {
    const signal = AbortSignal.abort(new Error('changed my mind'));
    await expect(encoder.encode(['a'], { signal })).rejects.toThrow('changed my mind');
    await expect(encoder.words([['a']], 'en', { signal })).rejects.toThrow('changed my mind');
  });

  it('stops between two batches when it is aborted from outside', async () => {
    const stop = new AbortController();
    let done = 0;
    const sentences = Array.from({ length: 20 }, () => ordinary).flat();
    const run = encoder.encode(sentences, {
      signal: stop.signal,
      progress: (count) => {
        done = count;
      },
    });
    // A message from outside, such as the window's: it gets its turn while the run is under way.
    setTimeout(() => {
      stop.abort(new Error('changed my mind'));
    }, 30);
    await expect(run).rejects.toThrow('changed my mind');
    expect(done).toBeLessThan(sentences.length);
  });

  it('keeps two runs at the same time apart', async () => {
    const fr = ordinary.slice(0, 80);
    const en = ordinary.slice(80, 160);
    const both = await Promise.all([encoder.encode(fr), encoder.encode(en)]);
    expect(both).toEqual([await encoder.encode(fr), await encoder.encode(en)]);
  });
});

describe('words', () => {
  const words = [
    'Il',
    'y',
    'avait',
    'en',
    'Vestphalie',
    ',',
    'dans',
    'le',
    'château',
    ',',
    'un',
    'jeune',
    'garçon',
    '.',
  ];

  it('add up to the sentence that they make, joined by spaces', async () => {
    const [features] = await encoder.words([words], 'fr');
    if (!features) throw new Error('no features');
    const sum = features.frame.slice();
    for (let i = 0; i < features.sums.length; i++) {
      sum[i % FEATURES] = (sum[i % FEATURES] ?? 0) + (features.sums[i] ?? 0);
    }
    const length = features.pieces.reduce((total, pieces) => total + pieces, 2);
    const span = await encoder.spans(sum, Float32Array.of(length));
    const whole = await encoder.encode([words.join(' ')]);
    expect(cosine(span, 0, whole, 0)).toBeGreaterThan(0.999999);
  });

  it('come with the pieces and the log probability that the tokenizer gives', async () => {
    const tokenizer = new Tokenizer(readWeights(weights));
    const [features] = await encoder.words([words], 'fr');
    expect(features?.count).toBe(words.length);
    const pieces = words.map((word) => tokenizer.encode(word));
    expect(Array.from(features?.pieces ?? [])).toEqual(pieces.map((own) => own.length));
    expect(tokenizer.encode(words.join(' '))).toEqual(pieces.flat());
    const [il = 0, , , , vestphalie = 0] = features?.logProbability ?? [];
    expect(vestphalie).toBeLessThan(il);
  });

  it('have the same vectors in whatever company, of length one', async () => {
    const many = Array.from({ length: 40 }, (_, i) => words.slice(0, 1 + (i % words.length)));
    const features = await encoder.words(many, 'fr');
    const [alone] = await encoder.words([words], 'fr');
    expect(features[13]).toEqual(alone);
    const first = alone?.vectors.subarray(0, WORD_DIMENSION) ?? [];
    expect(Math.hypot(...first)).toBeCloseTo(1, 5);
  });

  it('are next to their translations', async () => {
    const en = ['In', 'the', 'castle', 'lived', 'a', 'young', 'boy', '.'];
    const [french] = await encoder.words([words], 'fr');
    const [english] = await encoder.words([en], 'en');
    if (!french || !english) throw new Error('no features');
    const nearest = (word: string) => {
      const i = words.indexOf(word);
      const cosines = en.map((_, j) => cosine(french.vectors, i, english.vectors, j, WORD_DIMENSION));
      return en[cosines.indexOf(Math.max(...cosines))];
    };
    expect(['château', 'jeune', 'garçon', '.'].map(nearest)).toEqual(['castle', 'young', 'boy', '.']);
  });

  it('may be empty, odd or none at all', async () => {
    const features = await encoder.words([[], [''], ['\u0000', 'a', '\u200b', '½', '…'], ['\ud800']], 'en');
    expect(features.map(({ count }) => count)).toEqual([0, 1, 5, 1]);
    expect(features[1]?.sums.every((value) => value === 0)).toBe(true);
    expect(features[1]?.vectors.every((value) => value === 0)).toBe(true);
    for (const { sums, vectors, frame } of features) {
      expect([...vectors, ...frame, ...sums].every(Number.isFinite)).toBe(true);
    }
  });

  it('agree with those of the kernel without WebAssembly', async () => {
    const [fast] = await encoder.words([words], 'fr');
    const [slow] = await loadEncoder(weights, null).words([words], 'fr');
    if (!fast || !slow) throw new Error('no features');
    for (let i = 0; i < words.length; i++) {
      expect(cosine(fast.vectors, i, slow.vectors, i, WORD_DIMENSION)).toBeGreaterThan(0.9999);
    }
  });
});
