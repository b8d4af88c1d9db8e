import { WORD_DIMENSION } from '../../encoder/encoder.ts';
import { part, type Steps } from '../steps.ts';
import { cosineBlocks } from './cosineBlocks.ts';
import { sameNumber } from './coverage.ts';
import type { SentenceProfile } from './profile.ts';
import { CONTENT_WEIGHT, folded } from './wordWeights.ts';

/** Similarity from which two words count as the same in another article. */
const SAME_WORD = 0.5;

/** One array a sentence, one value a word. */
export interface CrossRarity {
  readonly fr: readonly Float64Array[];
  readonly en: readonly Float64Array[];
}

/**
 * How rarely the other article speaks of each content word and number: 1 where hardly one of its sentences does, towards 0 where
 * all do. A match of two words that do not recur says more than one of the names that both articles are full of.
 * 0 for other words.
 */
export function* crossRarity(fr: readonly SentenceProfile[], en: readonly SentenceProfile[]): Steps<CrossRarity> {
  const typesFr = wordTypes(fr);
  const typesEn = wordTypes(en);
  const cosines = yield* part(cosineBlocks(stacked(typesFr), stacked(typesEn), WORD_DIMENSION), 0, 0.3);
  const spokenFr = typesFr.map(() => new Set<number>());
  const spokenEn = typesEn.map(() => new Set<number>());
  for (const [i, a] of typesFr.entries()) {
    const row = cosines.block(i, 1, 0, typesEn.length);
    typesEn.forEach((b, j) => {
      if (!sameWord(a, b, row[j] ?? 0)) return;
      for (const sentence of b.sentences) spokenFr[i]?.add(sentence);
      for (const sentence of a.sentences) spokenEn[j]?.add(sentence);
    });
    yield 0.3 + (0.7 * i) / typesFr.length;
  }
  return { fr: rarities(fr, typesFr, spokenFr, en.length), en: rarities(en, typesEn, spokenEn, fr.length) };
}

function sameWord(a: WordType, b: WordType, cosine: number): boolean {
  if (a.key === b.key || (a.name !== '' && a.name === b.name)) return true;
  if (Number.isNaN(a.number) && Number.isNaN(b.number)) return cosine >= SAME_WORD;
  return sameNumber(a.number, b.number);
}

function rarities(
  own: readonly SentenceProfile[],
  types: readonly WordType[],
  spoken: readonly ReadonlySet<number>[],
  sentences: number,
): Float64Array[] {
  const rarity = new Map(
    types.map(({ key }, index) => [
      key,
      Math.log((sentences + 1) / (Math.max(1, spoken[index]?.size ?? 0) + 0.5)) / Math.log(sentences + 1),
    ]),
  );
  return own.map(({ words }) => Float64Array.from(words, (word) => rarity.get(folded(word)) ?? 0));
}

interface WordType {
  readonly key: string;
  readonly vector: Float32Array;
  readonly number: number;
  readonly name: string;
  readonly sentences: Set<number>;
}

/** Content words and numbers by their folded form, with the sum of their vectors, which CosineBlocks brings to unit length. */
function wordTypes(sentences: readonly SentenceProfile[]): WordType[] {
  const types = new Map<string, WordType>();
  sentences.forEach((sentence, index) => {
    sentence.words.forEach((word, at) => {
      const number = sentence.numbers[at] ?? NaN;
      if ((sentence.weights[at] ?? 0) <= CONTENT_WEIGHT && Number.isNaN(number)) return;
      const key = folded(word);
      let type = types.get(key);
      if (!type) {
        type = {
          key,
          vector: new Float32Array(WORD_DIMENSION),
          number,
          name: sentence.names[at] ?? '',
          sentences: new Set(),
        };
        types.set(key, type);
      }
      type.sentences.add(index);
      for (let d = 0; d < WORD_DIMENSION; d++) {
        type.vector[d] = (type.vector[d] ?? 0) + (sentence.vectors[at * WORD_DIMENSION + d] ?? 0);
      }
    });
  });
  return [...types.values()];
}

function stacked(types: readonly WordType[]): Float32Array {
  const out = new Float32Array(types.length * WORD_DIMENSION);
  types.forEach(({ vector }, at) => {
    out.set(vector, at * WORD_DIMENSION);
  });
  return out;
}
