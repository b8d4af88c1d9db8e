import type { Bead, PartialLink } from '../../../contract.ts';
import type { Encoder, Run } from '../../encoder/encoder.ts';
import { drive } from '../steps.ts';
import { mergeLinks, type ScoredPair } from './merge.ts';
import { adaptedProbability, hasSubstance, kinship, LINK_MODEL, linkOdds, type LinkModel } from './model.ts';
import { candidatePairs, type CandidatePair } from './pairs.ts';
import { profileSentences, type SentenceProfile } from './profile.ts';
import { textRange } from './textRange.ts';

/** Pairs below this probability are not worth showing, even as possible. */
export const LEAST_CONFIDENCE = 0.25;
/** Two articles of which no pair is this probable have nothing in common that is sure: their doubtful links are chance. */
const SURE = 0.65;

export interface ComparableInput {
  readonly fr: readonly string[];
  readonly en: readonly string[];
  readonly encoder: Encoder;
  /** What the aligner made of the two articles: its beads of several sentences are kept where the clauses agree. */
  readonly beads: readonly Bead[];
}

/**
 * Links two articles on one event, which need be neither in one order nor one to one: every sentence is compared with
 * every other clause by clause.
 * @returns beads in which every sentence stands once, with the ranges that correspond where that is only a part, and
 * further links between clauses; ranges count from the start of their sentence. Rejects with the signal's reason.
 */
export async function linkComparable(
  input: ComparableInput,
  run: Run = {},
): Promise<{ readonly beads: Bead[]; readonly links: PartialLink[] }> {
  const steps = inSteps(run, [input.fr.length, input.en.length, input.fr.length]);
  const fr = await profileSentences(input.fr, 'fr', input.encoder, steps(0));
  const en = await profileSentences(input.en, 'en', input.encoder, steps(1));
  const pairs = await drive(candidatePairs(fr, en), input.fr.length, steps(2));
  const scored = scorePairs(pairs, fr, en);
  return mergeLinks(input.fr.length, input.en.length, scored, input.beads, leastShown(scored));
}

/** Confidence from which links are shown: doubtful ones only beside a sure one. */
export function leastShown(pairs: readonly ScoredPair[]): number {
  return pairs.some((pair) => pair.confidence >= SURE) ? LEAST_CONFIDENCE : SURE;
}

/** Pairs that have a chance, with the probability that they are links. */
export function scorePairs(
  pairs: readonly CandidatePair[],
  fr: readonly SentenceProfile[],
  en: readonly SentenceProfile[],
  model: LinkModel = LINK_MODEL,
): ScoredPair[] {
  const possible = pairs.flatMap((pair) => {
    const a = fr[pair.fr];
    const b = en[pair.en];
    return a && b && hasSubstance(pair, a, b) ? [{ pair, a, b }] : [];
  });
  const odds = possible.map(({ pair }) => linkOdds(pair, model));
  const kin = kinship(
    possible.map(({ pair }) => pair),
    odds,
    { fr: fr.length, en: en.length },
  );
  return possible.map(({ pair, a, b }, index) =>
    score(pair, adaptedProbability(odds[index] ?? 0, kin[index] ?? 0, model), a, b),
  );
}

function score(pair: CandidatePair, confidence: number, fr: SentenceProfile, en: SentenceProfile): ScoredPair {
  const { weight, whole } = pair.spans;
  return {
    fr: pair.fr,
    en: pair.en,
    confidence,
    share: { fr: weight.fr / whole.weight.fr, en: weight.en / whole.weight.en },
    parts: { fr: textRange(fr, pair.spans.fr), en: textRange(en, pair.spans.en) },
    whole: { fr: textRange(fr, 0), en: textRange(en, 0) },
  };
}

/** One progress for stages that follow one another. */
function inSteps(run: Run, totals: readonly number[]): (step: number) => Run {
  const all = totals.reduce((sum, total) => sum + total, 0);
  return (step) => {
    const before = totals.slice(0, step).reduce((sum, total) => sum + total, 0);
    return {
      ...(run.signal && { signal: run.signal }),
      progress: (done) => run.progress?.(before + done, all),
    };
  };
}
