import trained from './confidence.json' with { type: 'json' };
import type { Candidate } from './leftovers.ts';

/** Posteriors nearer to 0 or 1 say no more. */
const CLIP = 1e-4;
/** Sentences alone, and sentences, that every pair of articles is taken to have had before. */
const ALONE_BEFORE = 1;
const SENTENCES_BEFORE = 20;

/** Logistic regression on `evidenceOf`. */
type ConfidenceModel = Readonly<
  Record<CalibratedOrigin, { readonly bias: number; readonly weights: readonly number[] }>
>;

/** What a reader has pinned is certain. */
export type CalibratedOrigin = Exclude<Candidate['origin'], 'pinned'>;

/**
 * The probability that a bead is right. The lattice's own probabilities are too sure of themselves, above all of sentences
 * alone in articles where few are: calibrated on hand-aligned articles, each origin by itself (`npm run eval -- calibration`).
 * @param rate of sentences that stand alone, see `rateAlone`
 */
export function confidenceOf(candidate: Candidate, rate: number, model: ConfidenceModel = trained): number {
  if (candidate.origin === 'pinned') return 1;
  const { bias, weights } = model[candidate.origin];
  const sum = evidenceOf(candidate, rate).reduce((total, value, k) => total + value * (weights[k] ?? 0), bias);
  return Math.round(1e4 / (1 + Math.exp(-sum))) / 1e4;
}

/** What the confidence is computed from: the bead's own evidence; for sentences alone also how many there are. */
export function evidenceOf({ origin, evidence }: Candidate, rate: number): readonly number[] {
  if (origin === 'leftover') return [evidence];
  return origin === 'alone' ? [logit(evidence), logit(rate)] : [logit(evidence)];
}

/** Share of sentences that stand alone in the whole of both articles. */
export function rateAlone(candidates: readonly Candidate[], sentences: number): number {
  const alone = candidates.filter(({ origin }) => origin === 'alone').length;
  return (alone + ALONE_BEFORE) / (sentences + SENTENCES_BEFORE);
}

function logit(probability: number): number {
  const clipped = Math.min(1 - CLIP, Math.max(CLIP, probability));
  return Math.log(clipped / (1 - clipped));
}
