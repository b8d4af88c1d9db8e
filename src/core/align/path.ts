import { AFTER_BEAD, AFTER_EN, AFTER_FR, ANY, beadScore, node, RowsAbove, STATES, sweep } from './lattice.ts';
import type { Lattice, Scores } from './scores.ts';
import { SHAPE_EN, SHAPE_FR } from './shapes.ts';
import type { Steps } from './steps.ts';

const SHAPES = SHAPE_FR.length;

/** A step of a path: a bead of shape `shape` from (i, j), or a single sentence where `shape` is ALONE_FR or ALONE_EN. */
export interface PathStep {
  readonly shape: number;
  readonly i: number;
  readonly j: number;
}

export const ALONE_FR = -1;
export const ALONE_EN = -2;

/** The best path, first step first. Of equals the lower state and then the earlier shape wins. */
export function* bestPath(lattice: Lattice, scores: Scores): Steps<PathStep[]> {
  const totals = yield* sweep(lattice, scores, false);
  return trace(lattice, scores, totals);
}

/** Walks back from the end along the steps that gave the best totals. */
function trace(lattice: Lattice, scores: Scores, totals: Float64Array): PathStep[] {
  const path: PathStep[] = [];
  let i = lattice.fr.count;
  let j = lattice.en.count;
  let state = bestState(totals, node(lattice, i, j) * STATES);
  while (i > 0 || j > 0) {
    const x = node(lattice, i, j) * STATES;
    if (state === AFTER_FR) {
      i--;
      const p = node(lattice, i, j) * STATES;
      path.push({ shape: ALONE_FR, i, j });
      state = (totals[p] ?? 0) >= (totals[p + AFTER_FR] ?? 0) + scores.continued ? AFTER_BEAD : AFTER_FR;
    } else if (state === AFTER_EN) {
      j--;
      const p = x - STATES;
      path.push({ shape: ALONE_EN, i, j });
      const again = (totals[p + AFTER_EN] ?? 0) + scores.continued;
      const begin = Math.max(totals[p] ?? 0, totals[p + AFTER_FR] ?? 0);
      if (begin < again) state = AFTER_EN;
      else state = (totals[p] ?? 0) >= (totals[p + AFTER_FR] ?? 0) ? AFTER_BEAD : AFTER_FR;
    } else {
      const step = bestBead(lattice, scores, totals, i, j);
      path.push(step);
      ({ i, j } = step);
      state = bestState(totals, node(lattice, i, j) * STATES);
    }
  }
  return path.reverse();
}

function bestBead(lattice: Lattice, scores: Scores, totals: Float64Array, i: number, j: number): PathStep {
  const rows = new RowsAbove(lattice);
  rows.to(i);
  let best = -Infinity;
  let shape = 0;
  for (let k = 0; k < SHAPES; k++) {
    const p = rows.before(j, k);
    if (p < 0) continue;
    const total = (totals[p * STATES + ANY] ?? 0) + beadScore(scores, p, k);
    if (total <= best) continue;
    best = total;
    shape = k;
  }
  if (best === -Infinity) throw new Error('The best path leads out of the band');
  return { shape, i: i - (SHAPE_FR[shape] ?? 0), j: j - (SHAPE_EN[shape] ?? 0) };
}

function bestState(totals: Float64Array, x: number): number {
  let state = AFTER_BEAD;
  if ((totals[x + AFTER_FR] ?? 0) > (totals[x + state] ?? 0)) state = AFTER_FR;
  if ((totals[x + AFTER_EN] ?? 0) > (totals[x + state] ?? 0)) state = AFTER_EN;
  return state;
}
