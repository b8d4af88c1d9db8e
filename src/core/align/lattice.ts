import { LONGEST_RUN } from './backgrounds.ts';
import { SHAPE_EN, SHAPE_FR } from './shapes.ts';
import type { Lattice, Scores } from './scores.ts';
import { part, type Steps } from './steps.ts';

/**
 * The lattice's states: what the last step was. Sentences alone on both sides come French first, so that there is one
 * path for one alignment.
 */
const AFTER_BEAD = 0;
const AFTER_FR = 1;
const AFTER_EN = 2;
/** Any of the three. */
const ANY = 3;
/** Values kept for each node. */
const STATES = 4;

const SHAPES = SHAPE_FR.length;
/** Terms smaller than e^-CUT of the greatest do not count in sums. */
const CUT = 25;
/** Posteriors below this are not followed further. */
const FAINT = 1e-10;
/** Bead posteriors below this are not kept. */
const LEAST_KEPT = 1e-4;

/** A step of a path: a bead of shape `shape` from (i, j), or a single sentence where `shape` is ALONE_FR or ALONE_EN. */
export interface PathStep {
  readonly shape: number;
  readonly i: number;
  readonly j: number;
}

export const ALONE_FR = -1;
export const ALONE_EN = -2;

/** How probable each step is, all paths through the lattice considered. */
export interface Posteriors {
  /** Of a bead. */
  of(i: number, j: number, shape: number): number;
  /** Beads with a posterior that is worth mentioning. */
  readonly beads: readonly (PathStep & { readonly probability: number })[];
  /** That each place's sentence stands alone. */
  readonly aloneFr: Float64Array;
  readonly aloneEn: Float64Array;
  /** Expected number of sentences alone that follow another one alone on the same side. */
  readonly continued: number;
  /** log of the sum over all paths. */
  readonly logSum: number;
}

/** The best path, first step first. Of equals the lower state and then the earlier shape wins. */
export function* bestPath(lattice: Lattice, scores: Scores): Steps<PathStep[]> {
  const totals = yield* sweep(lattice, scores, false);
  return trace(lattice, scores, totals);
}

/** Forward sums, then the probability flows back from the end along the steps that lead there. */
export function* posteriors(lattice: Lattice, scores: Scores): Steps<Posteriors> {
  const { fr, en, band } = lattice;
  const n = fr.count;
  const totals = yield* part(sweep(lattice, scores, true), 0, 0.7);
  const flow = new Float32Array(totals.length);
  const aloneFr = new Float64Array(n);
  const aloneEn = new Float64Array(en.count);
  const beads: (PathStep & { probability: number })[] = [];
  const index = new Map<number, number>();
  let continued = 0;
  const rows = new RowsAbove(lattice);
  const end = node(lattice, n, en.count) * STATES;
  flow[end + ANY] = 1;
  for (let i = n; i >= 0; i--) {
    rows.to(i);
    for (let j = band.high[i] ?? 0; j >= (band.low[i] ?? 0); j--) {
      const x = node(lattice, i, j) * STATES;
      const any = flow[x + ANY] ?? 0;
      if (any > FAINT) {
        const total = totals[x + ANY] ?? 0;
        for (let s = 0; s < ANY; s++) flow[x + s] = (flow[x + s] ?? 0) + any * share((totals[x + s] ?? 0) - total);
      }
      const afterFr = flow[x + AFTER_FR] ?? 0;
      if (afterFr > FAINT) {
        const p = (rows.start(1) + j) * STATES;
        const own = (scores.aloneFr[i - 1] ?? 0) - (totals[x + AFTER_FR] ?? 0);
        const again = afterFr * share((totals[p + AFTER_FR] ?? 0) + scores.continued + own);
        flow[p] = (flow[p] ?? 0) + afterFr * share((totals[p] ?? 0) + own);
        flow[p + AFTER_FR] = (flow[p + AFTER_FR] ?? 0) + again;
        aloneFr[i - 1] = (aloneFr[i - 1] ?? 0) + afterFr;
        continued += again;
      }
      const afterEn = flow[x + AFTER_EN] ?? 0;
      if (afterEn > FAINT) {
        const p = x - STATES;
        const own = (scores.aloneEn[j - 1] ?? 0) - (totals[x + AFTER_EN] ?? 0);
        const again = afterEn * share((totals[p + AFTER_EN] ?? 0) + scores.continued + own);
        flow[p] = (flow[p] ?? 0) + afterEn * share((totals[p] ?? 0) + own);
        flow[p + AFTER_FR] = (flow[p + AFTER_FR] ?? 0) + afterEn * share((totals[p + AFTER_FR] ?? 0) + own);
        flow[p + AFTER_EN] = (flow[p + AFTER_EN] ?? 0) + again;
        aloneEn[j - 1] = (aloneEn[j - 1] ?? 0) + afterEn;
        continued += again;
      }
      const afterBead = flow[x] ?? 0;
      if (afterBead <= FAINT) continue;
      const total = totals[x] ?? 0;
      for (let k = 0; k < SHAPES; k++) {
        const p = rows.before(j, k);
        if (p < 0) continue;
        const probability = afterBead * share((totals[p * STATES + ANY] ?? 0) + beadScore(scores, p, k) - total);
        flow[p * STATES + ANY] = (flow[p * STATES + ANY] ?? 0) + probability;
        if (probability < LEAST_KEPT) continue;
        index.set(p * SHAPES + k, beads.length);
        beads.push({ shape: k, i: i - (SHAPE_FR[k] ?? 0), j: j - (SHAPE_EN[k] ?? 0), probability });
      }
    }
    if (i % 8 === 0) yield 0.7 + 0.3 * (1 - i / (n + 1));
  }
  return {
    of: (i, j, shape) => beads[index.get(node(lattice, i, j) * SHAPES + shape) ?? -1]?.probability ?? 0,
    beads,
    aloneFr,
    aloneEn,
    continued,
    logSum: totals[end + ANY] ?? 0,
  };
}

/** e^x, nothing where that is too small to count. */
function share(x: number): number {
  return x > -CUT ? Math.exp(x) : 0;
}

function logSumExp(a: number, b: number): number {
  const most = Math.max(a, b);
  const difference = Math.min(a, b) - most;
  return difference > -CUT ? most + Math.log1p(Math.exp(difference)) : most;
}

/** What the rows above the current one need to be found by, for the inner loops. */
class RowsAbove {
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
function* sweep(lattice: Lattice, scores: Scores, sum: boolean): Steps<Float64Array> {
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

function beadScore(scores: Scores, x: number, k: number): number {
  return (scores.beads[x * SHAPES + k] ?? 0) + (scores.offsets[k] ?? 0);
}

function node({ band }: Lattice, i: number, j: number): number {
  return (band.offset[i] ?? 0) + j - (band.low[i] ?? 0);
}
