import { contentWords, FEATURE_NAMES, type FeatureName } from './features.ts';
import type { CandidatePair } from './pairs.ts';
import type { SentenceProfile } from './profile.ts';
import shipped from './weights.json' with { type: 'json' };

/** Content words that each of two clauses needs: "during the trial" on both sides is no correspondence. Whole sentences may be short. */
const CONTENT_NEEDED = 3;
/** Pairs whose mass times coverage is less have no chance: leaving them out loses one link in three hundred. */
const LEAST_STRENGTH = 0.05;

/**
 * Log odds by which real reports of one event are more likely linked than made documents of the same look: reporters
 * choose their own words more freely than translators. On real articles the order of the pairs is right while their
 * probabilities run low; no freely licensed set of such pairs is at hand to fit this to, so it is set by eye on three
 * articles. It costs: the calibration error of made documents rises from .04 to .06-.13 (`npm run eval -- comparable`).
 */
const OWN_WORDS = 0.6;

/** A logistic model over the features of a pair, and how it adapts to the two articles. */
export interface LinkModel {
  readonly bias: number;
  readonly weights: Readonly<Record<FeatureName, number>>;
  /** Second look, over the first one's log odds and how much the rest of the two articles have in common. */
  readonly adapted: { readonly bias: number; readonly odds: number; readonly kinship: number };
}

/** The model that tools/train/comparable.ts fitted on synthetic documents. */
export const LINK_MODEL: LinkModel = shipped;

/** Whether a pair has a chance at all. */
export function hasSubstance(pair: CandidatePair, fr: SentenceProfile, en: SentenceProfile): boolean {
  const [mass = 0, coverage = 0] = [pair.features[MASS], pair.features[SPAN_COVERAGE]];
  if (mass * coverage < LEAST_STRENGTH) return false;
  const needed = pair.spans.fr === 0 && pair.spans.en === 0 ? 1 : CONTENT_NEEDED;
  return contentWords(fr, pair.spans.fr) >= needed && contentWords(en, pair.spans.en) >= needed;
}

const MASS = FEATURE_NAMES.indexOf('mass');
const SPAN_COVERAGE = FEATURE_NAMES.indexOf('spanCoverage');

/** Log odds that the spans of a pair say the same thing, from the pair alone. */
export function linkOdds(pair: CandidatePair, model: LinkModel): number {
  return FEATURE_NAMES.reduce(
    (sum, name, index) => sum + model.weights[name] * (pair.features[index] ?? 0),
    model.bias,
  );
}

/**
 * How much two articles have in common beside one pair: the share of the sentences of the shorter one that probably have
 * a counterpart, in log odds. Reports of one event have some sure links, and then the doubtful ones are more likely
 * true; articles that have nothing to do with each other have doubtful ones only.
 * @param odds of all pairs (linkOdds), in the order of `pairs`
 * @returns one value a pair
 */
export function kinship(
  pairs: readonly { readonly fr: number; readonly en: number }[],
  odds: readonly number[],
  sentences: { readonly fr: number; readonly en: number },
): Float64Array {
  const side = sentences.fr <= sentences.en ? 'fr' : 'en';
  const best = new Float64Array(sentences[side]);
  pairs.forEach((pair, index) => {
    best[pair[side]] = Math.max(best[pair[side]] ?? 0, probability(odds[index] ?? 0));
  });
  const sum = best.reduce((total, value) => total + value, 0);
  return Float64Array.from(pairs, (pair) => {
    const others = sum - (best[pair[side]] ?? 0);
    const share = (others + KINSHIP_PRIOR) / (sentences[side] - 1 + 5 * KINSHIP_PRIOR);
    return Math.log(share / (1 - share));
  });
}

/** Sentences with a counterpart that are taken for granted, out of five times as many: short articles say little. */
const KINSHIP_PRIOR = 0.5;

/** Probability of a link, adapted to the two articles. */
export function adaptedProbability(odds: number, kin: number, { adapted }: LinkModel): number {
  return probability(OWN_WORDS + adapted.bias + adapted.odds * odds + adapted.kinship * kin);
}

function probability(odds: number): number {
  return 1 / (1 + Math.exp(-odds));
}
