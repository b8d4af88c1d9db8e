import type { PairKind } from '../../contract.ts';
import type { Candidate } from './leftovers.ts';

/**
 * Expected share of an article's sentences that stand in beads, from which the pair is a translation. Of the gold's
 * translations, dropped and shuffled ones included, whole ones have .62 and more, pieces of a dozen beads .49 and more;
 * made reports of one event have at most .53 (.30 in the middle), the real ones .27 and less. The density of anchors,
 * which this replaced, overlaps: .44 and more against .61 and less.
 */
const TRANSLATED = 0.5;

/** Finds out which kind of pair this is, from the beads that the lattice found. Of the two sides the fuller one counts. */
export function pairKindOf(candidates: readonly Candidate[], n: number, m: number): PairKind {
  let fr = 0;
  let en = 0;
  for (const candidate of candidates) {
    if (candidate.fr.length === 0 || candidate.en.length === 0) continue;
    fr += candidate.evidence * candidate.fr.length;
    en += candidate.evidence * candidate.en.length;
  }
  return Math.max(fr / n, en / m) < TRANSLATED ? 'comparable' : 'translation';
}
