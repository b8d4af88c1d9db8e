import { hasSubstance } from '../src/core/align/comparable/model.ts';
import { candidatePairs, type CandidatePair } from '../src/core/align/comparable/pairs.ts';
import { profileSentences, type SentenceProfile } from '../src/core/align/comparable/profile.ts';
import { randomNumbers } from '../src/core/align/random.ts';
import { drive } from '../src/core/align/steps.ts';
import type { Encoder } from '../src/core/encoder/encoder.ts';
import { makeComparable, makeUnrelated, type BaseDocument, type ComparableDocument } from './comparableDocuments.ts';

/** A made document, compared: what the models are fitted to and measured on. */
export interface Compared {
  /** The bases that it was made from. */
  readonly bases: readonly string[];
  readonly document: ComparableDocument;
  readonly fr: readonly SentenceProfile[];
  readonly en: readonly SentenceProfile[];
  /** Only those that have a chance (model.ts). */
  readonly pairs: readonly CandidatePair[];
}

export interface Recipe {
  /** Documents of each base. */
  readonly each: number;
  readonly rewording: number;
  readonly dressed: boolean;
  readonly seed: number;
}

/** Makes documents of every base, and compares the sentences of each. */
export async function* makeCompared(
  bases: readonly BaseDocument[],
  recipe: Recipe,
  encoder: Encoder,
): AsyncGenerator<Compared> {
  const random = randomNumbers(recipe.seed);
  for (const base of bases) {
    for (let made = 0; made < recipe.each; made++) {
      yield await compare(makeComparable(base, { random, ...recipe }), [base.name], encoder);
    }
  }
}

/** Pairs articles that have nothing to do with each other: each base's French with some other base's English. */
export async function* makeUnrelatedCompared(
  bases: readonly BaseDocument[],
  { each, seed }: { readonly each: number; readonly seed: number },
  encoder: Encoder,
): AsyncGenerator<Compared> {
  const random = randomNumbers(seed);
  for (const [index, base] of bases.entries()) {
    for (let made = 0; made < each; made++) {
      const other = bases[(index + 1 + Math.floor(random() * (bases.length - 1))) % bases.length];
      if (other) yield await compare(makeUnrelated(base, other, random), [base.name, other.name], encoder);
    }
  }
}

async function compare(document: ComparableDocument, bases: readonly string[], encoder: Encoder): Promise<Compared> {
  const fr = await profileSentences(document.fr, 'fr', encoder);
  const en = await profileSentences(document.en, 'en', encoder);
  const all = await drive(candidatePairs(fr, en), 1, {});
  const pairs = all.filter((pair) => {
    const [a, b] = [fr[pair.fr], en[pair.en]];
    return a && b && hasSubstance(pair, a, b);
  });
  return { bases, document, fr, en, pairs };
}
