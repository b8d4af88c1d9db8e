import type { Range } from '../../../contract.ts';
import { FEATURE_NAMES } from './features.ts';
import type { CandidatePair } from './pairs.ts';
import type { SentenceProfile } from './profile.ts';

/** Share of the shorter span's words that two spans have in common to compete for the same counterpart. */
const SAME_WORDS = 0.5;
/** A lead beyond this says no more. */
const MOST = 1.5;

const MASS = FEATURE_NAMES.indexOf('mass');
const SPAN_COVERAGE = FEATURE_NAMES.indexOf('spanCoverage');
const COMPETITION = FEATURE_NAMES.indexOf('competition');

/**
 * Sets the feature `competition` of every pair: by how much it is better covered than the best other pair for the same
 * words, on the side where that is less. Only pairs whose spans overlap compete: a long sentence may well have
 * one counterpart for each of its clauses.
 */
export function compete(
  pairs: readonly CandidatePair[],
  fr: readonly SentenceProfile[],
  en: readonly SentenceProfile[],
): void {
  const leadFr = leads(
    pairs,
    (pair) => pair.fr,
    (pair) => fr[pair.fr]?.spans[pair.spans.fr]?.words,
  );
  const leadEn = leads(
    pairs,
    (pair) => pair.en,
    (pair) => en[pair.en]?.spans[pair.spans.en]?.words,
  );
  pairs.forEach((pair, index) => {
    const lead = Math.min(leadFr[index] ?? 0, leadEn[index] ?? 0);
    pair.features[COMPETITION] = Math.max(-MOST, Math.min(MOST, lead));
  });
}

interface Claim {
  readonly index: number;
  readonly words: Range | undefined;
  readonly strength: number;
}

function leads(
  pairs: readonly CandidatePair[],
  sentenceOf: (pair: CandidatePair) => number,
  wordsOf: (pair: CandidatePair) => Range | undefined,
): Float64Array {
  const claims = new Map<number, Claim[]>();
  pairs.forEach((pair, index) => {
    const strength = (pair.features[MASS] ?? 0) * (pair.features[SPAN_COVERAGE] ?? 0);
    const claim = { index, words: wordsOf(pair), strength };
    const sentence = claims.get(sentenceOf(pair));
    if (sentence) sentence.push(claim);
    else claims.set(sentenceOf(pair), [claim]);
  });
  const out = new Float64Array(pairs.length);
  for (const sentence of claims.values()) {
    sentence.sort((a, b) => b.strength - a.strength);
    for (const claim of sentence) {
      const rival = sentence.find((other) => other !== claim && overlap(claim.words, other.words));
      out[claim.index] = claim.strength - (rival?.strength ?? 0);
    }
  }
  return out;
}

function overlap(a: Range | undefined, b: Range | undefined): boolean {
  if (!a || !b) return false;
  const common = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return common >= SAME_WORDS * Math.min(a.end - a.start, b.end - b.start);
}
