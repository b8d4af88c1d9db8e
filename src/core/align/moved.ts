import { heaviestChain } from './chain.ts';

/**
 * Which beads are out of the order that the others have: those off the heaviest chain of beads that rises on both sides.
 * @returns a flag for each bead; sentences alone never are moved
 */
export function movedBeads(
  beads: readonly { readonly fr: readonly number[]; readonly en: readonly number[] }[],
): boolean[] {
  const points = beads
    .map(({ fr, en }, bead) => ({ bead, i: fr[0] ?? -1, j: en[0] ?? -1, margin: fr.length + en.length }))
    .filter(({ i, j }) => i >= 0 && j >= 0)
    .sort((a, b) => a.i - b.i);
  const inOrder = new Set(heaviestChain(points).map((k) => points[k]?.bead));
  const paired = new Set(points.map(({ bead }) => bead));
  return beads.map((_, bead) => paired.has(bead) && !inOrder.has(bead));
}
