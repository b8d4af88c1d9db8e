import type { Margins } from './search.ts';

/** A bead before its confidence is settled. */
export interface Candidate {
  readonly fr: readonly number[];
  readonly en: readonly number[];
  /** How it came about: what its probability means differs. */
  readonly origin: 'lattice' | 'leftover' | 'alone' | 'pinned';
  /** The lattice's posterior; the margin of a leftover pair. */
  readonly evidence: number;
}

/** A 2-2 bead is two crossed pairs when the crossed margins reach this and beat the parallel ones by CROSSED_GAIN. */
const CROSSED_MARGIN = 0.12;
const CROSSED_GAIN = 0.1;
/** Margin from which two sentences that are left over are linked wherever they stand. */
const LEFTOVER_MARGIN = 0.3;
/** A leftover's partner may be this much short of its best in the whole article, which is taken then. */
const LEFTOVER_SHORT = 0.02;
/** Comparable articles: beads are kept from this posterior on, and leftovers linked from a lower margin if long enough. */
const COMPARABLE_POSTERIOR = 0.55;
const COMPARABLE_MARGIN = 0.12;
const COMPARABLE_CHARACTERS = 30;

/** Splits 2-2 beads that are two neighbours which changed places. */
export function uncross(beads: readonly Candidate[], margins: Margins): Candidate[] {
  return beads.flatMap((bead) => {
    const [i, i2] = bead.fr;
    const [j, j2] = bead.en;
    if (bead.fr.length !== 2 || bead.en.length !== 2) return [bead];
    if (i === undefined || i2 === undefined || j === undefined || j2 === undefined) return [bead];
    const crossed = Math.min(margins.of(i, j2), margins.of(i2, j));
    const parallel = Math.max(margins.of(i, j), margins.of(i2, j2));
    if (crossed < CROSSED_MARGIN || crossed <= parallel + CROSSED_GAIN) return [bead];
    return [
      { fr: [i], en: [j2], origin: bead.origin, evidence: bead.evidence },
      { fr: [i2], en: [j], origin: bead.origin, evidence: bead.evidence },
    ];
  });
}

/** Comparable articles: what is not sure is taken apart, its sentences stand alone. */
export function dropUnsure(beads: readonly Candidate[]): Candidate[] {
  return beads.flatMap((bead) => {
    if (bead.origin === 'alone' || bead.origin === 'pinned' || bead.evidence >= COMPARABLE_POSTERIOR) return [bead];
    const origin = 'alone' as const;
    const evidence = 1 - bead.evidence;
    return [
      ...bead.fr.map((i) => ({ fr: [i], en: [], origin, evidence })),
      ...bead.en.map((j) => ({ fr: [], en: [j], origin, evidence })),
    ];
  });
}

/**
 * Links sentences that stand alone but are each other's best partner among those that do, and nearly the best of all.
 * @param characters of a sentence; given for comparable articles, where short sentences are too alike
 */
export function linkLeftovers(
  beads: readonly Candidate[],
  margins: Margins,
  characters: { readonly fr: Float64Array; readonly en: Float64Array } | null,
): Candidate[] {
  const fr = new Set(beads.flatMap((bead) => (bead.origin === 'alone' ? bead.fr : [])));
  const en = new Set(beads.flatMap((bead) => (bead.origin === 'alone' ? bead.en : [])));
  const links: Candidate[] = [];
  for (const i of fr) {
    const forward = margins.partnersOfFr.of(i).find(({ other }) => en.has(other));
    if (forward === undefined) continue;
    const { other: j, margin } = forward;
    if (margins.partnersOfEn.of(j).find(({ other }) => fr.has(other))?.other !== i) continue;
    const least = Math.max(margins.partnersOfFr.best[i] ?? 0, margins.partnersOfEn.best[j] ?? 0) - LEFTOVER_SHORT;
    if (margin < least || margin < (characters === null ? LEFTOVER_MARGIN : COMPARABLE_MARGIN)) continue;
    const shorter = Math.min(characters?.fr[i] ?? Infinity, characters?.en[j] ?? Infinity);
    if (shorter < COMPARABLE_CHARACTERS) continue;
    links.push({ fr: [i], en: [j], origin: 'leftover', evidence: margin });
  }
  const linkedFr = new Set(links.flatMap((link) => link.fr));
  const linkedEn = new Set(links.flatMap((link) => link.en));
  const rest = beads.filter(
    ({ origin, fr: [i], en: [j] }) =>
      origin !== 'alone' || !((i !== undefined && linkedFr.has(i)) || (j !== undefined && linkedEn.has(j))),
  );
  return [...rest, ...links];
}
