import type { Solution } from '../src/core/align/solve.ts';
import { SHAPE_NUMBER, SHAPES } from '../src/core/align/shapes.ts';
import type { PlainBead } from './gold.ts';

/** What the model says of a bead: its score in nats and its probability; null where the lattice does not hold it. */
export interface BeadScore {
  readonly score: number;
  readonly probability: number;
}

/** Looks beads up in a solution's lattice. */
export function beadScores(solution: Solution): (bead: PlainBead) => BeadScore | null {
  const { lattice, decoding } = solution;
  const placeFr = new Map([...lattice.fr.order].map((sentence, place) => [sentence, place]));
  const placeEn = new Map([...lattice.en.order].map((sentence, place) => [sentence, place]));
  const { scores, posteriors } = decoding;
  return ({ fr, en }) => {
    const i = firstPlace(fr, placeFr);
    const j = firstPlace(en, placeEn);
    if (fr.length === 0) return j === null ? null : alone(scores.aloneEn[j], posteriors.aloneEn[j]);
    if (en.length === 0) return i === null ? null : alone(scores.aloneFr[i], posteriors.aloneFr[i]);
    const shape = SHAPE_NUMBER[fr.length * 8 + en.length] ?? -1;
    if (i === null || j === null || shape < 0 || fr.length > 7 || en.length > 7) return null;
    const { low, high, offset } = lattice.band;
    if (j < (low[i] ?? 0) || j > (high[i] ?? 0)) return null;
    const node = (offset[i] ?? 0) + j - (low[i] ?? 0);
    const score = (scores.beads[node * SHAPES.length + shape] ?? 0) + (scores.offsets[shape] ?? 0);
    return Number.isFinite(score) ? { score, probability: posteriors.of(i, j, shape) } : null;
  };
}

function alone(score: number | undefined, probability: number | undefined): BeadScore {
  return { score: score ?? 0, probability: probability ?? 0 };
}

/** The first place of sentences that stand one after the other in the lattice. */
function firstPlace(sentences: readonly number[], places: ReadonlyMap<number, number>): number | null {
  const own = sentences.map((sentence) => places.get(sentence) ?? -1).sort((a, b) => a - b);
  const first = own[0] ?? -1;
  return first >= 0 && own.every((place, k) => place === first + k) ? first : null;
}
