import { SHAPE_EN, SHAPE_FR } from './shapes.ts';
import type { Lattice, Scores } from './scores.ts';
import type { Steps } from './steps.ts';

/**
 * The lattice's states: what the last step was. Sentences alone on both sides come French first, so that there is one
 * path for one alignment.
 */
const AFTER_BEAD = 0;
const AFTER_FR = 1;
const AFTER_EN = 2;
const STATES = 3;

const SHAPES = SHAPE_FR.length;
/** Terms smaller than e^-CUT of the greatest do not count in sums. */
const CUT = 30;
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
  const totals = yield* sweep(lattice, scores, maximum);
  return trace(lattice, scores, totals);
}

/** Forward sums, then the probability flows back from the end along the steps that lead there. */
export function* posteriors(lattice: Lattice, scores: Scores): Steps<Posteriors> {
  const { fr, en, band } = lattice;
  const n = fr.count;
  const m = en.count;
  const totals = yield* sweep(lattice, scores, logSumExp);
  const flow = new Float64Array(totals.length);
  const aloneFr = new Float64Array(n);
  const aloneEn = new Float64Array(m);
  const beads: (PathStep & { probability: number })[] = [];
  const index = new Map<number, number>();
  let continued = 0;
  const end = node(lattice, n, m) * STATES;
  const logSum = logSumExp(totals[end] ?? 0, totals[end + 1] ?? 0, totals[end + 2] ?? 0);
  for (let s = 0; s < STATES; s++) flow[end + s] = share(totals[end + s] ?? 0, logSum);
  for (let i = n; i >= 0; i--) {
    for (let j = band.high[i] ?? 0; j >= (band.low[i] ?? 0); j--) {
      const x = node(lattice, i, j) * STATES;
      const afterFr = flow[x + AFTER_FR] ?? 0;
      if (afterFr > FAINT) {
        const p = node(lattice, i - 1, j) * STATES;
        const own = (scores.aloneFr[i - 1] ?? 0) - (totals[x + AFTER_FR] ?? 0);
        const again = afterFr * share((totals[p + AFTER_FR] ?? 0) + scores.continued + own, 0);
        flow[p] = (flow[p] ?? 0) + afterFr * share((totals[p] ?? 0) + own, 0);
        flow[p + AFTER_FR] = (flow[p + AFTER_FR] ?? 0) + again;
        aloneFr[i - 1] = (aloneFr[i - 1] ?? 0) + afterFr;
        continued += again;
      }
      const afterEn = flow[x + AFTER_EN] ?? 0;
      if (afterEn > FAINT) {
        const p = x - STATES;
        const own = (scores.aloneEn[j - 1] ?? 0) - (totals[x + AFTER_EN] ?? 0);
        const again = afterEn * share((totals[p + AFTER_EN] ?? 0) + scores.continued + own, 0);
        flow[p] = (flow[p] ?? 0) + afterEn * share((totals[p] ?? 0) + own, 0);
        flow[p + AFTER_FR] = (flow[p + AFTER_FR] ?? 0) + afterEn * share((totals[p + AFTER_FR] ?? 0) + own, 0);
        flow[p + AFTER_EN] = (flow[p + AFTER_EN] ?? 0) + again;
        aloneEn[j - 1] = (aloneEn[j - 1] ?? 0) + afterEn;
        continued += again;
      }
      const afterBead = flow[x] ?? 0;
      if (afterBead <= FAINT) continue;
      for (let k = 0; k < SHAPES; k++) {
        const p = before(lattice, i, j, k);
        if (p < 0) continue;
        const own = beadScore(scores, p, k) - (totals[x] ?? 0);
        let probability = 0;
        for (let s = 0; s < STATES; s++) {
          const part = afterBead * share((totals[p * STATES + s] ?? 0) + own, 0);
          flow[p * STATES + s] = (flow[p * STATES + s] ?? 0) + part;
          probability += part;
        }
        if (probability < LEAST_KEPT) continue;
        index.set(p * SHAPES + k, beads.length);
        beads.push({ shape: k, i: i - (SHAPE_FR[k] ?? 0), j: j - (SHAPE_EN[k] ?? 0), probability });
      }
    }
    if (i % 8 === 0) yield 0.6 + 0.4 * (1 - i / (n + 1));
  }
  return {
    of: (i, j, shape) => beads[index.get(node(lattice, i, j) * SHAPES + shape) ?? -1]?.probability ?? 0,
    beads,
    aloneFr,
    aloneEn,
    continued,
    logSum,
  };
}

/** How three ways into a state become one: the best of them, or their sum. */
type Join = (a: number, b: number, c: number) => number;

const maximum: Join = (a, b, c) => Math.max(a, b, c);

const logSumExp: Join = (a, b, c) => {
  const most = Math.max(a, b, c);
  if (most === -Infinity) return most;
  const sum = share(a, most) + share(b, most) + share(c, most);
  return sum === 1 ? most : most + Math.log(sum);
};

/** e^(a - b), nothing where it is too small to count. */
function share(a: number, b: number): number {
  const difference = a - b;
  return difference > -CUT ? Math.exp(difference) : 0;
}

/** Totals of all ways from the start to each node and state: entry `node * STATES + state`. */
function* sweep(lattice: Lattice, scores: Scores, join: Join): Steps<Float64Array> {
  const { fr, band } = lattice;
  const n = fr.count;
  const totals = new Float64Array((band.offset[n + 1] ?? 0) * STATES).fill(-Infinity);
  totals[0] = 0;
  for (let i = 0; i <= n; i++) {
    for (let j = band.low[i] ?? 0; j <= (band.high[i] ?? 0); j++) {
      const x = node(lattice, i, j) * STATES;
      const above = i > 0 && inBand(lattice, i - 1, j) ? node(lattice, i - 1, j) * STATES : -1;
      if (above >= 0) {
        const alone = scores.aloneFr[i - 1] ?? 0;
        const again = (totals[above + AFTER_FR] ?? 0) + scores.continued;
        totals[x + AFTER_FR] = alone + join(totals[above] ?? 0, again, -Infinity);
      }
      if (j > (band.low[i] ?? 0)) {
        const alone = scores.aloneEn[j - 1] ?? 0;
        const again = (totals[x - STATES + AFTER_EN] ?? 0) + scores.continued;
        totals[x + AFTER_EN] = alone + join(totals[x - STATES] ?? 0, totals[x - STATES + AFTER_FR] ?? 0, again);
      }
      let best = totals[x] ?? 0;
      for (let k = 0; k < SHAPES; k++) {
        const p = before(lattice, i, j, k);
        if (p < 0) continue;
        const own = beadScore(scores, p, k);
        const from = join(totals[p * STATES] ?? 0, totals[p * STATES + 1] ?? 0, totals[p * STATES + 2] ?? 0);
        best = join(best, from + own, -Infinity);
      }
      totals[x] = best;
    }
    if (i % 8 === 0) yield (0.6 * i) / (n + 1);
  }
  return totals;
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
  let best = -Infinity;
  let shape = 0;
  for (let k = 0; k < SHAPES; k++) {
    const p = before(lattice, i, j, k);
    if (p < 0) continue;
    const total = (totals[p * STATES + bestState(totals, p * STATES)] ?? 0) + beadScore(scores, p, k);
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

function inBand({ band }: Lattice, i: number, j: number): boolean {
  return i >= 0 && j >= (band.low[i] ?? 0) && j <= (band.high[i] ?? 0);
}

function node({ band }: Lattice, i: number, j: number): number {
  return (band.offset[i] ?? 0) + j - (band.low[i] ?? 0);
}

/** The node from which a bead of shape k leads to (i, j), -1 outside the band. */
function before(lattice: Lattice, i: number, j: number, k: number): number {
  const from = i - (SHAPE_FR[k] ?? 0);
  const start = j - (SHAPE_EN[k] ?? 0);
  return inBand(lattice, from, start) ? node(lattice, from, start) : -1;
}
