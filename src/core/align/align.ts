import type { Bead, PairKind } from '../../contract.ts';
import type { Run } from '../encoder/encoder.ts';
import { confidenceOf, rateAlone } from './confidence.ts';
import type { Candidate } from './leftovers.ts';
import { movedBeads } from './moved.ts';
import { solve, type AlignInput } from './solve.ts';
import { drive } from './steps.ts';

export interface Alignment {
  /** Every sentence stands in exactly one bead; in French order, English sentences alone after what they follow. */
  readonly beads: readonly Bead[];
  readonly pairKind: PairKind;
}

/**
 * Aligns the sentences of two articles: order first, then a semi-Markov model over beads.
 * Works in slices of the calling thread, so that it can be stopped; progress counts the sentences of both articles.
 * @throws the signal's reason when aborted; RangeError on pins that do not fit
 */
export async function align(input: AlignInput, run: Run = {}): Promise<Alignment> {
  const total = input.fr.length + input.en.length;
  if (input.fr.length === 0 || input.en.length === 0) {
    run.signal?.throwIfAborted();
    run.progress?.(total, total);
    return { beads: allAlone(input), pairKind: input.pairKind ?? 'translation' };
  }
  const { candidates, pairKind } = await drive(solve(input), total, run);
  return { beads: inReadingOrder(beadsOf(candidates, total)), pairKind };
}

function allAlone({ fr, en }: AlignInput): Bead[] {
  const alone = { confidence: 1, moved: false };
  return [...fr.map((_, i) => ({ fr: [i], en: [], ...alone })), ...en.map((_, j) => ({ fr: [], en: [j], ...alone }))];
}

function beadsOf(candidates: readonly Candidate[], sentences: number): Bead[] {
  const rate = rateAlone(candidates, sentences);
  const moved = movedBeads(candidates);
  return candidates.map((candidate, k) => ({
    fr: candidate.fr,
    en: candidate.en,
    confidence: confidenceOf(candidate, rate),
    moved: moved[k] ?? false,
  }));
}

/** French order; an English sentence alone follows the bead of the English sentence before it. */
function inReadingOrder(beads: readonly Bead[]): Bead[] {
  const following = new Map<number, Bead>();
  for (const bead of beads) for (const j of bead.en) following.set(j, bead);
  const key = new Map<Bead, readonly [number, number]>();
  let place = -1;
  for (const j of [...following.keys()].sort((a, b) => a - b)) {
    const bead = following.get(j);
    if (bead === undefined) continue;
    const last = bead.fr.at(-1);
    if (last === undefined) key.set(bead, [place, j]);
    else place = last;
  }
  const keyOf = (bead: Bead): readonly [number, number] => key.get(bead) ?? [bead.fr[0] ?? 0, -1];
  return [...beads].sort((a, b) => keyOf(a)[0] - keyOf(b)[0] || keyOf(a)[1] - keyOf(b)[1]);
}
