import type { Band } from './band.ts';
import { BeadFeatures, nullFeatures } from './features.ts';
import type { Dots } from './dots.ts';
import type { Lexicon } from './lexicon.ts';
import type { Sequence } from './sequence.ts';
import { SHAPE_EN, SHAPE_FR } from './shapes.ts';
import type { Steps } from './steps.ts';
import { NULL_FEATURES, type Weights } from './weights.ts';

/** What each step through the lattice is worth, in nats. */
export interface Scores {
  /** Bead of shape k from node x: entry `x * SHAPES.length + k`; -Infinity where there is none. */
  readonly beads: Float32Array;
  /** Added to the beads of each shape. */
  readonly offsets: Float64Array;
  /** Each sentence alone, by place. */
  readonly aloneFr: Float64Array;
  readonly aloneEn: Float64Array;
  /** Added when the step before was a sentence alone on the same side. */
  readonly continued: number;
}

/** Two articles and the part of their lattice that is looked at. */
export interface Lattice {
  readonly dots: Dots;
  readonly fr: Sequence;
  readonly en: Sequence;
  readonly band: Band;
}

const SHAPES = SHAPE_FR.length;

/** Scores every bead of the lattice. */
export function* scoreLattice(lattice: Lattice, lexicon: Lexicon, weights: Weights): Steps<Scores> {
  const { fr, en, band } = lattice;
  const n = fr.count;
  const beads = new Float32Array((band.offset[n + 1] ?? 0) * SHAPES).fill(-Infinity);
  const features = new BeadFeatures(lattice, lexicon);
  for (let i = 0; i < n; i++) {
    features.toRow(i);
    const low = band.low[i] ?? 0;
    const first = band.offset[i] ?? 0;
    for (let j = low; j <= (band.high[i] ?? 0); j++) {
      for (let k = 0; k < SHAPES; k++) {
        if (fits(lattice, i, j, k)) beads[(first + j - low) * SHAPES + k] = score(features, j, k, weights);
      }
    }
    yield i / n;
  }
  return {
    beads,
    offsets: new Float64Array(SHAPES),
    aloneFr: scoreAlone(fr, weights),
    aloneEn: scoreAlone(en, weights),
    continued: weights.continued,
  };
}

/** Whether a bead of shape k from (i, j) stays in the band and within both sides' runs. */
function fits({ fr, en, band }: Lattice, i: number, j: number, k: number): boolean {
  const a = SHAPE_FR[k] ?? 1;
  const b = SHAPE_EN[k] ?? 1;
  return (
    a <= (fr.room[i] ?? 0) &&
    b <= (en.room[j] ?? 0) &&
    j + b >= (band.low[i + a] ?? 0) &&
    j + b <= (band.high[i + a] ?? 0)
  );
}

function score(features: BeadFeatures, j: number, k: number, weights: Weights): number {
  features.fill(k, j);
  let sum = weights.shape[k] ?? 0;
  for (let f = 0; f < weights.bead.length; f++) sum += (weights.bead[f] ?? 0) * (features.values[f] ?? 0);
  return sum;
}

function scoreAlone(sequence: Sequence, weights: Weights): Float64Array {
  const features = nullFeatures(sequence);
  const width = NULL_FEATURES.length;
  return Float64Array.from({ length: sequence.count }, (_, p) =>
    weights.alone.reduce((sum, weight, f) => sum + weight * (features[p * width + f] ?? 0), 0),
  );
}
