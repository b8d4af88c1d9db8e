import { AFTER_EN, AFTER_FR, ANY, beadScore, node, RowsAbove, share, STATES, sweep } from './lattice.ts';
import type { PathStep } from './path.ts';
import type { Lattice, Scores } from './scores.ts';
import { SHAPE_EN, SHAPE_FR } from './shapes.ts';
import { part, type Steps } from './steps.ts';

const SHAPES = SHAPE_FR.length;
/** Posteriors below this are not followed further. */
const FAINT = 1e-10;
/** Bead posteriors below this are not kept. */
const LEAST_KEPT = 1e-4;

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
