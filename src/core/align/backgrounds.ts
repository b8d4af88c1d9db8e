import { MOST_COLUMNS, UNIT, type Dots, type Rows } from './dots.ts';
import type { Steps } from './steps.ts';

/** How many sentences in a row one side of a bead may have. */
export const LONGEST_RUN = 5;

/** Sentences of the other article that a background is taken from; more add nothing measurable. */
export const BACKGROUND_SAMPLE = 400;

/** Ranks 2 to NEAREST of the sample make the near background. */
const NEAREST = 6;

/**
 * Runs of 1 to LONGEST_RUN consecutive sentences; index [length - 1][first sentence]. A run's vector is the normalised
 * sum of sqrt(characters) x vector of its sentences, so that all its cosines follow from those of single sentences.
 */
export interface Runs {
  /** sqrt(characters) by sentence. */
  readonly weight: Float64Array;
  /** Length of the sum before it is normalised. */
  readonly norm: readonly Float64Array[];
  /** Mean cosine with the other article's sentences, the best left out: what this run has in common with anything. */
  readonly mean: readonly Float64Array[];
  /** Mean of the best cosines but the very best: how many near misses this run has. */
  readonly near: readonly Float64Array[];
}

/**
 * @param rows the article's vectors
 * @param others a sample of the other article's vectors, at most BACKGROUND_SAMPLE
 */
export function* backgrounds(dots: Dots, rows: Rows, characters: Float64Array, others: Rows): Steps<Runs> {
  const n = rows.count;
  const runs = emptyRuns(n, characters);
  const columns = Math.min(others.count, MOST_COLUMNS);
  const ring = new Float64Array(8 * columns);
  const sum = new Float64Array(columns);
  let loaded = 0;
  for (let i = 0; i < n; i++) {
    const longest = Math.min(LONGEST_RUN, n - i);
    while (loaded < i + longest) {
      const products = dots.four(rows, loaded, others, 0, columns);
      for (let r = 0; r < 4; r++) {
        const to = ((loaded + r) & 7) * columns;
        for (let c = 0; c < columns; c++) ring[to + c] = (products[c * 4 + r] ?? 0) / UNIT;
      }
      loaded += 4;
    }
    sum.fill(0);
    for (let k = 0; k < longest; k++) {
      const weight = runs.weight[i + k] ?? 0;
      const from = ((i + k) & 7) * columns;
      for (let c = 0; c < columns; c++) sum[c] = (sum[c] ?? 0) + weight * (ring[from + c] ?? 0);
      const norm = runNorm(dots, rows, runs, i, k + 1);
      const [mean, near] = backgroundOf(sum);
      set(runs.norm, k, i, norm);
      set(runs.mean, k, i, mean / norm);
      set(runs.near, k, i, near / norm);
    }
    if (i % 16 === 0) yield i / n;
  }
  return runs;
}

function emptyRuns(n: number, characters: Float64Array): Runs {
  const table = (): Float64Array[] => Array.from({ length: LONGEST_RUN }, () => new Float64Array(n));
  return { weight: characters.map(Math.sqrt), norm: table(), mean: table(), near: table() };
}

function set(table: readonly Float64Array[], k: number, i: number, value: number): void {
  const row = table[k];
  if (row !== undefined) row[i] = value;
}

/** From the norm of the run that is one shorter: |a + b|^2 = |a|^2 + 2ab + |b|^2. */
function runNorm(dots: Dots, rows: Rows, runs: Runs, i: number, length: number): number {
  const last = i + length - 1;
  const weight = runs.weight[last] ?? 0;
  if (length === 1) return weight;
  let square = (runs.norm[length - 2]?.[i] ?? 0) ** 2 + weight * weight;
  for (let q = i; q < last; q++) square += (2 * weight * (runs.weight[q] ?? 0) * dots.one(rows, q, rows, last)) / UNIT;
  return Math.sqrt(Math.max(square, 1e-9));
}

const best = new Float64Array(NEAREST);

/** Mean of all but the best, and mean of ranks 2 to NEAREST; a single value stands for both. */
function backgroundOf(values: Float64Array): readonly [number, number] {
  const count = values.length;
  if (count === 1) return [values[0] ?? 0, values[0] ?? 0];
  let total = 0;
  best.fill(-Infinity);
  let threshold = -Infinity;
  for (let c = 0; c < count; c++) {
    const value = values[c] ?? 0;
    total += value;
    if (value <= threshold) continue;
    let place = NEAREST - 1;
    while (place > 0 && value > (best[place - 1] ?? 0)) {
      best[place] = best[place - 1] ?? 0;
      place--;
    }
    best[place] = value;
    threshold = best[NEAREST - 1] ?? 0;
  }
  const ranks = Math.min(NEAREST, count);
  let near = 0;
  for (let rank = 1; rank < ranks; rank++) near += best[rank] ?? 0;
  return [(total - (best[0] ?? 0)) / (count - 1), near / (ranks - 1)];
}
