import type { Bead } from '../../../contract.ts';
import { heaviestChain } from '../chain.ts';

/** Marks the beads that stand outside the heaviest chain in which both sides run in one order. No null beads. */
export function withMoves(beads: readonly Bead[]): Bead[] {
  const sorted = [...beads].sort((a, b) => first(a.fr) - first(b.fr));
  const points = sorted.map((bead) => ({ i: first(bead.fr), j: first(bead.en), margin: bead.confidence }));
  const chain = new Set(heaviestChain(points));
  return sorted.map((bead, index) => ({ ...bead, moved: !chain.has(index) }));
}

/** In French order, each English sentence without counterpart after the one that precedes it in its article. */
export function inBeadOrder(beads: readonly Bead[]): Bead[] {
  const withFrench = beads.filter((bead) => bead.fr.length > 0).sort((a, b) => first(a.fr) - first(b.fr));
  const englishOnly = beads.filter((bead) => bead.fr.length === 0).sort((a, b) => first(a.en) - first(b.en));
  const ordered: Bead[] = [];
  let next = 0;
  const takeBefore = (limit: number): void => {
    for (let bead = englishOnly[next]; bead && first(bead.en) < limit; bead = englishOnly[next]) {
      ordered.push(bead);
      next++;
    }
  };
  for (const bead of withFrench) {
    if (bead.en.length > 0 && !bead.moved) takeBefore(first(bead.en));
    ordered.push(bead);
  }
  takeBefore(Infinity);
  return ordered;
}

function first(indexes: readonly number[]): number {
  return indexes[0] ?? 0;
}
