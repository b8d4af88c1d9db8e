import { sample } from './random.ts';
import type { Dots, Rows } from './dots.ts';
import { part, type Steps } from './steps.ts';

/** Vectors that the directions are found from. */
const SAMPLE = 512;
/** Rounds of the subspace iteration; the directions need not be exact, only good. */
const ROUNDS = 3;
/** The projection's products are brought back to 16 bits: 2^30 / 2^15. */
const SHIFT = 15;

/**
 * The vectors of both articles in the few directions in which they differ most (principal components, found by subspace
 * iteration on a sample). Keeps 83 % of the energy with 128 of 512 values; of the anchors 99.9 % are then among the best
 * 8 of their row or column, at a quarter of the cost. A fixed basis would do as well but be one more file of data.
 * @param values of the result, a multiple of 8
 */
export function* project(dots: Dots, sides: readonly [Rows, Rows], values: number): Steps<[Rows, Rows]> {
  const width = sides[0].values;
  const samples = sides.map((rows, s) => dots.gather(rows, sample(rows.count, SAMPLE / 2, s + 1)));
  const vectors: Float64Array[] = [];
  for (const rows of samples) {
    const all = dots.values(rows);
    for (let r = 0; r < rows.count; r++) vectors.push(Float64Array.from(all.subarray(r * width, (r + 1) * width)));
  }
  let basis = orthonormal(Array.from({ length: values }, (_, k) => start(vectors, k, values)));
  for (let round = 0; round < ROUNDS; round++) {
    const next: Float64Array[] = [];
    for (const direction of basis) {
      next.push(stretch(vectors, direction));
      if (next.length % 8 === 0) yield ((round + next.length / values) / ROUNDS) * 0.7;
    }
    basis = orthonormal(next);
  }
  const flat = new Float32Array(values * width);
  basis.forEach((direction, k) => {
    flat.set(direction, k * width);
  });
  const directions = yield* part(
    dots.quantise(
      flat,
      width,
      Int32Array.from({ length: values }, (_, k) => k),
    ),
    0.7,
    0.7,
  );
  const left = yield* projected(dots, sides[0], directions, 0.7);
  const right = yield* projected(dots, sides[1], directions, 0.85);
  return [left, right];
}

/** A first direction: one of the sample, or an axis where the sample is too small. */
function start(vectors: readonly Float64Array[], k: number, count: number): Float64Array {
  const direction = Float64Array.from(vectors[Math.floor((k * vectors.length) / count)] ?? []);
  direction[k % direction.length] = (direction[k % direction.length] ?? 0) + 1;
  return direction;
}

/** The sample's second-moment matrix times a direction, without building the matrix. */
function stretch(vectors: readonly Float64Array[], direction: Float64Array): Float64Array {
  const out = new Float64Array(direction.length);
  for (const vector of vectors) {
    let product = 0;
    for (let q = 0; q < vector.length; q++) product += (vector[q] ?? 0) * (direction[q] ?? 0);
    for (let q = 0; q < vector.length; q++) out[q] = (out[q] ?? 0) + product * (vector[q] ?? 0);
  }
  return out;
}

/** Gram and Schmidt, in place. */
function orthonormal(directions: Float64Array[]): Float64Array[] {
  directions.forEach((direction, k) => {
    for (let p = 0; p < k; p++) {
      const other = directions[p] ?? direction;
      let product = 0;
      for (let q = 0; q < direction.length; q++) product += (direction[q] ?? 0) * (other[q] ?? 0);
      for (let q = 0; q < direction.length; q++) direction[q] = (direction[q] ?? 0) - product * (other[q] ?? 0);
    }
    let square = 0;
    for (const value of direction) square += value * value;
    const scale = square > 0 ? 1 / Math.sqrt(square) : 0;
    for (let q = 0; q < direction.length; q++) direction[q] = (direction[q] ?? 0) * scale;
  });
  return directions;
}

function* projected(dots: Dots, rows: Rows, directions: Rows, from: number): Steps<Rows> {
  const out = dots.allocate(rows.count, directions.count);
  for (let i = 0; i < rows.count; i += 4) {
    const products = dots.four(rows, i, directions, 0, directions.count);
    const target = dots.values(out);
    for (let r = 0; r < Math.min(4, rows.count - i); r++) {
      const to = (i + r) * directions.count;
      for (let k = 0; k < directions.count; k++) target[to + k] = (products[k * 4 + r] ?? 0) >> SHIFT;
    }
    if (i % 64 === 0) yield from + (0.15 * i) / rows.count;
  }
  return out;
}
