import { sameNumber, type Coverage } from './coverage.ts';
import type { SentenceProfile } from './profile.ts';
import type { SpanPair } from './spanPair.ts';
import { CONTENT_WEIGHT } from './wordWeights.ts';

/** What the models see of a pair of sentences, in the order of a feature row. */
export const FEATURE_NAMES = [
  'cosine',
  'margin',
  'spanCosine',
  'spanMargin',
  'mass',
  'spanCoverage',
  'coverageLeast',
  'coverageMost',
  'shareLeast',
  'shareMost',
  'quoted',
  'numbersShared',
  'numbersUnshared',
  'namesShared',
  'namesUnshared',
  'length',
  'evidence',
  'matched',
  'content',
  'competition',
] as const;

export type FeatureName = (typeof FEATURE_NAMES)[number];

/** Smoothing of shares of weights: short sentences and spans are covered by chance. */
const SMOOTHING = 0.2;
const LITTLE = 1e-6;
/** Counts beyond these say no more. */
const MOST_NUMBERS = 2;
const MOST_NUMBERS_UNSHARED = 3;
const MOST_NAMES = 2;
/** A name with less support than this has no counterpart opposite. */
const NAME_SUPPORT = 0.4;

/** How rarely the other article speaks of each word (crossRarity.ts). */
export interface PairRarity {
  readonly fr: Float64Array;
  readonly en: Float64Array;
}

/** All features but `competition`, which needs the other pairs. */
export function pairFeatures(
  fr: SentenceProfile,
  en: SentenceProfile,
  coverage: Coverage,
  pair: SpanPair,
  rarity: PairRarity,
): Record<Exclude<FeatureName, 'competition'>, number> {
  const { covered, weight, whole } = pair;
  const spanCoverage = Math.min(covered.fr / (weight.fr + SMOOTHING), covered.en / (weight.en + SMOOTHING));
  const ofWholeFr = whole.covered.fr / (whole.weight.fr + SMOOTHING);
  const ofWholeEn = whole.covered.en / (whole.weight.en + SMOOTHING);
  const shareFr = weight.fr / (whole.weight.fr + LITTLE);
  const shareEn = weight.en / (whole.weight.en + LITTLE);
  const quoted = quotedShare(fr, pair.fr) * quotedShare(en, pair.en);
  const rareFr = rareWeight(fr, pair.fr, en, pair.en, coverage.saidFr, rarity.fr);
  const rareEn = rareWeight(en, pair.en, fr, pair.fr, coverage.saidEn, rarity.en);
  const facts = sharedFacts(fr, en, coverage, pair, rarity);
  return {
    cosine: whole.cosine,
    margin: whole.margin,
    spanCosine: pair.cosine,
    spanMargin: pair.margin,
    mass: Math.log1p((covered.fr + covered.en) / 2),
    spanCoverage,
    coverageLeast: Math.min(ofWholeFr, ofWholeEn),
    coverageMost: Math.max(ofWholeFr, ofWholeEn),
    shareLeast: Math.min(shareFr, shareEn),
    shareMost: Math.max(shareFr, shareEn),
    quoted: Math.sqrt(quoted) * spanCoverage,
    numbersShared: Math.min(MOST_NUMBERS, facts.numbersShared),
    numbersUnshared: Math.min(MOST_NUMBERS_UNSHARED, facts.numbersUnshared),
    namesShared: Math.min(MOST_NAMES, facts.namesShared),
    namesUnshared: Math.min(MOST_NAMES, facts.namesUnshared),
    length: Math.log1p(Math.min(whole.weight.fr, whole.weight.en)),
    evidence: Math.log1p(Math.min(rareFr.said, rareEn.said)),
    matched: Math.log1p(Math.min(rareFr.matched, rareEn.matched)),
    content: Math.log1p(Math.min(contentWords(fr, pair.fr), contentWords(en, pair.en))),
  };
}

/** A word is matched from this coverage on, wholly at 1: half-similar words are many, and say little together. */
const MATCHED = 0.6;

/** Weight times rarity of the words of a span that the other span says at all, and of those that it says in as many words. */
function rareWeight(
  own: SentenceProfile,
  ownSpan: number,
  other: SentenceProfile,
  otherSpan: number,
  said: Float64Array,
  rarity: Float64Array,
): { readonly said: number; readonly matched: number } {
  const words = own.spans[ownSpan]?.words ?? { start: 0, end: 0 };
  const clauses = other.spans[otherSpan]?.clauses ?? { start: 0, end: 0 };
  const perWord = other.cuts.length - 1;
  const sum = { said: 0, matched: 0 };
  for (let i = words.start; i < words.end; i++) {
    let best = 0;
    for (let clause = clauses.start; clause < clauses.end; clause++)
      best = Math.max(best, said[i * perWord + clause] ?? 0);
    const weight = (own.weights[i] ?? 0) * (rarity[i] ?? 0);
    sum.said += weight * best;
    sum.matched += weight * Math.max(0, (best - MATCHED) / (1 - MATCHED));
  }
  return sum;
}

/** Number of content words of a span. */
export function contentWords(sentence: SentenceProfile, span: number): number {
  const words = sentence.spans[span]?.words ?? { start: 0, end: 0 };
  let count = 0;
  for (let i = words.start; i < words.end; i++) if ((sentence.weights[i] ?? 0) > CONTENT_WEIGHT) count++;
  return count;
}

function quotedShare(sentence: SentenceProfile, span: number): number {
  const words = sentence.spans[span]?.words ?? { start: 0, end: 0 };
  let all = LITTLE;
  let quoted = 0;
  for (let i = words.start; i < words.end; i++) {
    all += sentence.weights[i] ?? 0;
    quoted += (sentence.weights[i] ?? 0) * (sentence.quoted[i] ?? 0);
  }
  return quoted / all;
}

/**
 * Shared numbers and names count by how rarely the other article has them: a date or a name that both are full of says little.
 * Unshared numbers count one each, unshared names with their weight.
 */
function sharedFacts(fr: SentenceProfile, en: SentenceProfile, coverage: Coverage, pair: SpanPair, rarity: PairRarity) {
  const spanFr = fr.spans[pair.fr]?.words ?? { start: 0, end: 0 };
  const spanEn = en.spans[pair.en]?.words ?? { start: 0, end: 0 };
  const namesEn = new Set(en.names.slice(spanEn.start, spanEn.end));
  const facts = { numbersShared: 0, numbersUnshared: 0, namesShared: 0, namesUnshared: 0 };
  for (let i = spanFr.start; i < spanFr.end; i++) {
    const number = fr.numbers[i] ?? NaN;
    const name = fr.names[i] ?? '';
    const weight = fr.weights[i] ?? 0;
    if (!Number.isNaN(number)) {
      if (en.numbers.some((other) => sameNumber(number, other))) facts.numbersShared += rarity.fr[i] ?? 0;
      else facts.numbersUnshared++;
    } else if (name !== '' && namesEn.has(name)) facts.namesShared += weight * (rarity.fr[i] ?? 0);
    else if (name !== '' && (coverage.bestFr[i] ?? 0) < NAME_SUPPORT) facts.namesUnshared += weight;
  }
  for (let j = spanEn.start; j < spanEn.end; j++) {
    const number = en.numbers[j] ?? NaN;
    if (!Number.isNaN(number)) {
      if (!fr.numbers.some((other) => sameNumber(number, other))) facts.numbersUnshared++;
    } else if (en.names[j] !== '' && (coverage.bestEn[j] ?? 0) < NAME_SUPPORT)
      facts.namesUnshared += en.weights[j] ?? 0;
  }
  return facts;
}
