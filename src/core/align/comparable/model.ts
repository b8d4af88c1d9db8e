import { FEATURE_NAMES, type FeatureName } from './features.ts';
import type { CandidatePair } from './pairs.ts';
import { CONTENT_WEIGHT } from './wordWeights.ts';
import type { SentenceProfile } from './profile.ts';
import shipped from './weights.json' with { type: 'json' };

/** Content words that each of the two spans needs: "during the trial" on both sides is no correspondence. */
const CONTENT_NEEDED = 3;

/** A logistic model over the features of a pair. */
export interface LinkModel {
  readonly bias: number;
  readonly weights: Readonly<Record<FeatureName, number>>;
}

/** The model that tools/train/comparable.ts fitted on synthetic documents. */
export const LINK_MODEL: LinkModel = shipped;

/** Probability that the spans of a pair say the same thing; 0 where they hold too few content words to say anything. */
export function linkProbability(
  pair: CandidatePair,
  fr: SentenceProfile,
  en: SentenceProfile,
  model: LinkModel = LINK_MODEL,
): number {
  if (contentWords(fr, pair.spans.fr) < CONTENT_NEEDED || contentWords(en, pair.spans.en) < CONTENT_NEEDED) return 0;
  let score = model.bias;
  FEATURE_NAMES.forEach((name, index) => {
    score += model.weights[name] * (pair.features[index] ?? 0);
  });
  return 1 / (1 + Math.exp(-score));
}

function contentWords(sentence: SentenceProfile, span: number): number {
  const words = sentence.spans[span]?.words ?? { start: 0, end: 0 };
  let count = 0;
  for (let i = words.start; i < words.end; i++) if ((sentence.weights[i] ?? 0) > CONTENT_WEIGHT) count++;
  return count;
}
