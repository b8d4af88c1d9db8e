/** What the rest of the core knows of the sentence encoder. One implementation runs in the calling thread (network.ts),
 *  one shares the work among threads (pool.ts); both give the same numbers to the last bit. */

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

/** The token features of one sentence, summed word by word. */
export interface WordFeatures {
  /** words x FEATURES, row-major. */
  readonly sums: Float32Array;
  /** Number of pieces of each word. */
  readonly pieces: Uint16Array;
  /** Sum of the pieces' unigram log probabilities: how rare the word is. */
  readonly logProbability: Float32Array;
  /** Features of the begin and end marks together, FEATURES values. */
  readonly frame: Float32Array;
}

export interface Encoder {
  /** One unit vector a sentence, row-major, `sentences.length` x DIMENSION. Rejects with the signal's reason when aborted. */
  encode(sentences: readonly string[], run?: Run): Promise<Float32Array>;
  /** Features of sentences that are cut into words already. */
  words(sentences: readonly (readonly string[])[], run?: Run): Promise<readonly WordFeatures[]>;
  /**
   * The tail of the network: unit vectors of spans given by their summed features.
   * @param sums spans x FEATURES, row-major, begin and end marks included
   * @param lengths number of pieces of each span, begin and end marks included
   */
  spans(sums: Float32Array, lengths: Float32Array, run?: Run): Promise<Float32Array>;
  /** Lets the threads and the weights go. */
  close(): void;
}
