/** What the rest of the core knows of the sentence encoder. One implementation runs in the calling thread (inThread.ts),
 *  one shares the work among threads (pool.ts); both give the same numbers to the last bit. */

import type { Side } from '../../contract.ts';

/** How a long run reports and is stopped. */
export interface Run {
  readonly signal?: AbortSignal;
  /** Sentences done so far and in all; never goes back, ends with `done === total`. */
  readonly progress?: (done: number, total: number) => void;
}

/** Number of values in a sentence vector. */
export const DIMENSION = 512;

/** Number of values in a token's features, before they are summed over the sentence. */
export const FEATURES = 1280;

/** Number of values in a word vector, after the word map. */
export const WORD_DIMENSION = 256;

/** The token features of one sentence, summed word by word, and the word vectors made of them. */
export interface WordFeatures {
  /** Number of words. */
  readonly count: number;
  /** words x FEATURES, row-major. A word that the tokenizer drops altogether (a lone control character) has zeros. */
  readonly sums: Float32Array;
  /** Number of pieces of each word. */
  readonly pieces: Uint16Array;
  /** Sum of the pieces' unigram log probabilities (natural logarithm): how rare the word is. */
  readonly logProbability: Float32Array;
  /** Features of the begin and end marks together, FEATURES values. */
  readonly frame: Float32Array;
  /** Unit vectors, words x WORD_DIMENSION, row-major: comparable across the two languages. */
  readonly vectors: Float32Array;
}

export interface Encoder {
  /** One unit vector a sentence, row-major, `sentences.length` x DIMENSION. Rejects with the signal's reason when aborted. */
  encode(sentences: readonly string[], run?: Run): Promise<Float32Array>;
  /**
   * Features and vectors of sentences that are cut into words already; the words are read as if joined by spaces.
   * 6 kB a word: ask for some hundred sentences at a time.
   */
  words(sentences: readonly (readonly string[])[], side: Side, run?: Run): Promise<readonly WordFeatures[]>;
  /**
   * The tail of the network: unit vectors of spans given by their summed features.
   * @param sums spans x FEATURES, row-major, begin and end marks included
   * @param lengths number of pieces of each span, begin and end marks included
   */
  spans(sums: Float32Array, lengths: Float32Array, run?: Run): Promise<Float32Array>;
  /** Lets the threads and the weights go. */
  close(): void;
}
