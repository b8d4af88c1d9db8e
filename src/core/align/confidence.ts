import type { Candidate } from './leftovers.ts';

/** The probability that a bead is right. */
export function confidenceOf({ origin, evidence }: Candidate): number {
  return origin === 'leftover' ? 0.5 : evidence;
}
