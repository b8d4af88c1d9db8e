import type { Encoder } from './encoder.ts';

/**
 * An encoder that works in the calling thread as long as the jobs are small, and takes threads to help from the first large
 * one on: starting them takes as long as encoding a newspaper article. Threads that have had nothing to do for a while are
 * let go, for their memory.
 *
 * @param startThreads makes a pool of threads
 */
export function growingEncoder(own: Encoder, startThreads: () => Encoder): Encoder {
  let pool: Encoder | null = null;
  let jobs = 0;
  let rest: ReturnType<typeof setTimeout> | undefined;

  function letGo(): void {
    clearTimeout(rest);
    pool?.close();
    pool = null;
  }

  /** @param size in sentences */
  async function perform<T>(size: number, job: (encoder: Encoder) => Promise<T>): Promise<T> {
    if (size < LARGE_JOB && !pool) return job(own);
    clearTimeout(rest);
    jobs++;
    try {
      return await job((pool ??= startThreads()));
    } finally {
      jobs--;
      if (jobs === 0) rest = setTimeout(letGo, IDLE);
    }
  }

  return {
    encode: (sentences, run) => perform(sentences.length, (encoder) => encoder.encode(sentences, run)),
    words: (sentences, side, run) => perform(sentences.length, (encoder) => encoder.words(sentences, side, run)),
    spans: (sums, lengths, run) =>
      perform(lengths.length / SPANS_OF_SENTENCE, (encoder) => encoder.spans(sums, lengths, run)),
    close() {
      own.close();
      letGo();
    },
  };
}

/** Sentences. 0.3 s on one core. */
const LARGE_JOB = 200;

/** What the tail of the network costs, as a share of a sentence. */
const SPANS_OF_SENTENCE = 16;

/** Milliseconds. */
const IDLE = 10_000;
