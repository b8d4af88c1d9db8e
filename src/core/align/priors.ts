import { SHAPE_FR } from './shapes.ts';
import type { Posteriors } from './posteriors.ts';
import type { Scores } from './scores.ts';

/** How common sentences without counterpart and joined sentences are in this very pair of articles, as score offsets. */
export interface Priors {
  readonly alone: number;
  readonly joined: number;
}

export const NO_PRIORS: Priors = { alone: 0, joined: 0 };

/** Offset of sentences alone: START + SLOPE logit(rate), at most MOST. Worth, with the next, .011 strict F1 on novels. */
const ALONE_START = 1.4;
const ALONE_SLOPE = 0.6;
const ALONE_MOST = 0.5;
/** Sentences alone, and sentences, that every pair is taken to have had before. */
const ALONE_BEFORE = 2;
const SENTENCES_BEFORE = 40;
/** Offset of all shapes but 1-1. */
const JOINED_START = 1.1;
const JOINED_SLOPE = 0.43;
const JOINED_BEFORE = 1;
const BEADS_BEFORE = 10;

/** The offsets that the posteriors speak for. */
export function adaptPriors(posteriors: Posteriors, n: number, m: number): Priors {
  const alone = sum(posteriors.aloneFr) + sum(posteriors.aloneEn);
  const joined = posteriors.beads.reduce((total, { shape, probability }) => total + (shape > 0 ? probability : 0), 0);
  return {
    alone: Math.min(ALONE_MOST, ALONE_START + ALONE_SLOPE * logit((alone + ALONE_BEFORE) / (n + m + SENTENCES_BEFORE))),
    joined: JOINED_START + JOINED_SLOPE * logit((joined + JOINED_BEFORE) / (n + BEADS_BEFORE)),
  };
}

/** The same scores with other offsets. */
export function withPriors(scores: Scores, { alone, joined }: Priors): Scores {
  return {
    ...scores,
    offsets: Float64Array.from(SHAPE_FR, (_, k) => (k > 0 ? joined : 0)),
    aloneFr: scores.aloneFr.map((score) => score + alone),
    aloneEn: scores.aloneEn.map((score) => score + alone),
  };
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}

function logit(share: number): number {
  return Math.log(share / (1 - share));
}
