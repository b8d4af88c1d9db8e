import type { Phrase } from './phrases.ts';

/**
 * Log odds at which a mark is as likely right as wrong in an ordinary translation, where far fewer pairs have lost a phrase
 * than in the pairs that the model was fitted on: 2 % of untouched pairs have a mark of at least these odds.
 */
const EVEN_ODDS = 1.8;

/** Certainty of a mark, 0 to 1: 1 / 2 / 5 / 10 % of the untouched pairs have one of at least .63 / .50 / .29 / .17. */
export function phraseCertainty({ score }: Phrase): number {
  return 1 / (1 + Math.exp(EVEN_ODDS - score));
}
