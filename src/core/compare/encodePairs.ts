import type { Side } from '../../contract.ts';
import type { Encoder } from '../encoder/encoder.ts';
import type { WordSide } from './similarity.ts';

/** The words of both sides of a pair, as tokenize() cuts them. */
export type TokenPair = Readonly<Record<Side, readonly string[]>>;

/** A pair of which the words can be compared. */
export type WordPair = Readonly<Record<Side, WordSide>>;

/** Pairs that are encoded at once: token features are large (6 kB a word). */
const BATCH = 128;

/** Gives the words of pairs their vectors, some hundred pairs at a time. */
export async function* encodePairs(
  pairs: readonly TokenPair[],
  encoder: Encoder,
  signal?: AbortSignal,
): AsyncGenerator<WordPair[], void, void> {
  const run = signal ? { signal } : {};
  for (let from = 0; from < pairs.length; from += BATCH) {
    const batch = pairs.slice(from, from + BATCH);
    const sentences = (side: Side): (readonly string[])[] => batch.map((pair) => pair[side]);
    const fr = await encoder.words(sentences('fr'), 'fr', run);
    const en = await encoder.words(sentences('en'), 'en', run);
    yield batch.map((pair, index) => ({
      fr: { words: pair.fr, vectors: fr[index]?.vectors ?? new Float32Array() },
      en: { words: pair.en, vectors: en[index]?.vectors ?? new Float32Array() },
    }));
  }
}
