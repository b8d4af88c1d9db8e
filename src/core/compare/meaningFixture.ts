import { randomNumbers } from '../align/random.ts';
import { WORD_DIMENSION, type Encoder, type WordFeatures } from '../encoder/encoder.ts';
import type { WordSide } from './similarity.ts';

/**
 * For tests: words with vectors that are equal where the words mean the same, and nearly orthogonal elsewhere.
 * @param meanings what a word means, in lower case; a word without an entry means itself
 */
export function meaningSide(words: readonly string[], meanings: Readonly<Record<string, string>> = {}): WordSide {
  const vectors = new Float32Array(words.length * WORD_DIMENSION);
  words.forEach((word, index) => {
    const key = word.toLowerCase();
    vectors.set(vectorOf(meanings[key] ?? key), index * WORD_DIMENSION);
  });
  return { words, vectors };
}

/** For tests: an encoder that knows meanings instead of contexts, and can do nothing but words. */
export function meaningEncoder(meanings: Readonly<Record<string, string>> = {}): Encoder {
  const refuse = (): never => {
    throw new Error('This encoder knows words only');
  };
  return {
    encode: refuse,
    spans: refuse,
    close: () => undefined,
    words: (sentences, _side, run) => {
      run?.signal?.throwIfAborted();
      return Promise.resolve(
        sentences.map((words): WordFeatures => ({
          count: words.length,
          sums: new Float32Array(),
          pieces: new Uint16Array(words.length).fill(1),
          logProbability: new Float32Array(words.length),
          frame: new Float32Array(),
          vectors: meaningSide(words, meanings).vectors,
        })),
      );
    },
  };
}

function vectorOf(meaning: string): Float32Array {
  const seed = Array.from(meaning).reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003, 7);
  const random = randomNumbers(seed);
  const vector = Float32Array.from({ length: WORD_DIMENSION }, () => random() - 0.5);
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
  return vector.map((value) => value / length);
}
