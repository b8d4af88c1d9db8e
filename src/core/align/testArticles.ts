import type { Side } from '../../contract.ts';
import { DIMENSION } from '../encoder/encoder.ts';
import { randomNumbers } from './random.ts';

/** Two made-up articles whose sentences' vectors say which of them correspond. */
export interface MadeUp {
  readonly fr: string[];
  readonly en: string[];
  readonly vectors: Record<Side, Float32Array>;
}

/**
 * Articles for tests: sentences with the same number mean the same, negative ones have no counterpart. Their vectors are
 * near each other, and words are shared.
 */
export function madeUpArticles(fr: readonly number[], en: readonly number[], seed = 1): MadeUp {
  const directions = new Map<number, Float32Array>();
  const direction = (meaning: number): Float32Array => {
    const known = directions.get(meaning);
    if (known !== undefined) return known;
    const made = randomDirection(seed * 1000 + meaning);
    directions.set(meaning, made);
    return made;
  };
  const vectorsOf = (meanings: readonly number[], side: number): Float32Array => {
    const vectors = new Float32Array(meanings.length * DIMENSION);
    meanings.forEach((meaning, s) => {
      const own = direction(meaning < 0 ? meaning * 2 - side : meaning);
      const noise = randomDirection(seed + 7919 * (s + 1) + side);
      for (let q = 0; q < DIMENSION; q++) vectors[s * DIMENSION + q] = (own[q] ?? 0) + 0.4 * (noise[q] ?? 0);
    });
    return vectors;
  };
  const text = (meaning: number, side: Side): string =>
    `${side === 'fr' ? 'Phrase' : 'Sentence'} ${wordFor(meaning)} ${wordFor(meaning + 0.5)}.`;
  return {
    fr: fr.map((meaning) => text(meaning, 'fr')),
    en: en.map((meaning) => text(meaning, 'en')),
    vectors: { fr: vectorsOf(fr, 0), en: vectorsOf(en, 1) },
  };
}

function randomDirection(seed: number): Float32Array {
  const random = randomNumbers(seed);
  const values = Float32Array.from({ length: DIMENSION }, () => random() + random() + random() - 1.5);
  const norm = Math.hypot(...values);
  return values.map((value) => value / norm);
}

function wordFor(meaning: number): string {
  const random = randomNumbers(Math.round(meaning * 2) + 1_000_000);
  return Array.from({ length: 9 }, () => 'abcdefghijklmnoprstuv'.charAt(Math.floor(random() * 21))).join('');
}
