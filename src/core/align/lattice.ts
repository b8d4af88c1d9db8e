import { LONGEST_RUN } from './backgrounds.ts';
import { SHAPE_EN, SHAPE_FR } from './shapes.ts';
import type { Lattice, Scores } from './scores.ts';
import type { Steps } from './steps.ts';

/**
 * The lattice's states: what the last step was. Sentences alone on both sides come French first, so that there is one
 * path for one alignment.
 */
export const AFTER_BEAD = 0;
export const AFTER_FR = 1;
export const AFTER_EN = 2;
/** Any of the three. */
export const ANY = 3;
/** Values kept for each node. */
export const STATES = 4;

const SHAPES = SHAPE_FR.length;
/** Terms smaller than e^-CUT of the greatest do not count in sums. */
const CUT = 25;
/** e^x, nothing where that is too small to count. */
export function share(x: number): number {
  return x > -CUT ? Math.exp(x) : 0;
}

function logSumExp(a: number, b: number): number {
  const most = Math.max(a, b);
  const difference = Math.min(a, b) - most;
  return difference > -CUT ? most + Math.log1p(Math.exp(difference)) : most;
}

/** What the rows above the current one need to be found by, for the inner loops. */
export class RowsAbove {
  readonly #lattice: Lattice;
  readonly #start = new Int32Array(LONGEST_RUN + 1);
  readonly #low = new Int32Array(LONGEST_RUN + 1);
  readonly #high = new Int32Array(LONGEST_RUN + 1);

  constructor(lattice: Lattice) {
    this.#lattice = lattice;
  }

  to(i: number): void {
    const { low, high, offset } = this.#lattice.band;
    for (let up = 0; up <= LONGEST_RUN; up++) {
      const row = i - up;
      this.#low[up] = row < 0 ? 1 : (low[row] ?? 0);
      this.#high[up] = row < 0 ? 0 : (high[row] ?? 0);
      this.#start[up] = row < 0 ? 0 : (offset[row] ?? 0) - (low[row] ?? 0);
    }
  }

  /** The number of column 0's node, so many rows up. */
  start(up: number): number {
    return this.#start[up] ?? 0;
  }

  has(up: number, j: number): boolean {
    return j >= (this.#low[up] ?? 0) && j <= (this.#high[up] ?? 0);
  }

  /** The node from which a bead of shape k leads to column j of the current row, -1 outside the band. */
  before(j: number, k: number): number {
    const up = SHAPE_FR[k] ?? 0;
    const start = j - (SHAPE_EN[k] ?? 0);
    return this.has(up, start) ? (this.#start[up] ?? 0) + start : -1;
  }
}

/** Totals of all ways from the start to each node and state, `node * STATES + state`: their log sum, or the best. */
export function* sweep(lattice: Lattice, scores: Scores, sum: boolean): Steps<Float64Array> {
  const { fr, band } = lattice;
  const n = fr.count;
  const totals = new Float64Array((band.offset[n + 1] ?? 0) * STATES).fill(-Infinity);
  const ways = new Float64Array(SHAPES);
  const rows = new RowsAbove(lattice);
  for (let i = 0; i <= n; i++) {
    rows.to(i);
    const low = band.low[i] ?? 0;
    const high = band.high[i] ?? 0;
    for (let j = low; j <= high; j++) {
      const x = (rows.start(0) + j) * STATES;
      let afterFr = -Infinity;
      if (rows.has(1, j)) {
        const p = (rows.start(1) + j) * STATES;
        const again = (totals[p + AFTER_FR] ?? 0) + scores.continued;
        afterFr = (scores.aloneFr[i - 1] ?? 0) + join(totals[p] ?? 0, again, sum);
      }
      let afterEn = -Infinity;
      if (j > low) {
        const p = x - STATES;
        const again = (totals[p + AFTER_EN] ?? 0) + scores.continued;
        const first = join(totals[p] ?? 0, totals[p + AFTER_FR] ?? 0, sum);
        afterEn = (scores.aloneEn[j - 1] ?? 0) + join(first, again, sum);
      }
      let most = i === 0 && j === 0 ? 0 : -Infinity;
      for (let k = 0; k < SHAPES; k++) {
        const p = rows.before(j, k);
        const total = p < 0 ? -Infinity : (totals[p * STATES + ANY] ?? 0) + beadScore(scores, p, k);
        ways[k] = total;
        if (total > most) most = total;
      }
      let afterBead = most;
      if (sum && most > -Infinity && i > 0) {
        let shares = 0;
        for (let k = 0; k < SHAPES; k++) shares += share((ways[k] ?? 0) - most);
        afterBead += Math.log(shares);
      }
      totals[x] = afterBead;
      totals[x + AFTER_FR] = afterFr;
      totals[x + AFTER_EN] = afterEn;
      totals[x + ANY] = join(join(afterBead, afterFr, sum), afterEn, sum);
    }
    if (i % 8 === 0) yield i / (n + 1);
  }
  return totals;
}

/** Two ways into one state. */
function join(a: number, b: number, sum: boolean): number {
  return sum ? logSumExp(a, b) : Math.max(a, b);
}

/** What a bead of shape k from node x is worth, offsets included. */
export function beadScore(scores: Scores, x: number, k: number): number {
  return (scores.beads[x * SHAPES + k] ?? 0) + (scores.offsets[k] ?? 0);
}

/** The number of a node of the band. */
export function node({ band }: Lattice, i: number, j: number): number {
  return (band.offset[i] ?? 0) + j - (band.low[i] ?? 0);
}
