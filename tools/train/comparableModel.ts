/** One pair of sentences as the model sees it. */
export interface Example {
  readonly features: Float64Array;
  readonly linked: boolean;
}

export interface Logistic {
  readonly bias: number;
  readonly weights: Float64Array;
}

/** Steps of Newton's method; it has settled long before. */
const STEPS = 12;

/**
 * Logistic regression with an L2 penalty on standardised features, by Newton's method.
 * @param penalty strength of the penalty, in examples
 */
export function fitLogistic(examples: readonly Example[], penalty: number): Logistic {
  const size = examples[0]?.features.length ?? 0;
  const { mean, spread } = moments(examples, size);
  const width = size + 1;
  const weights = new Float64Array(width);
  const row = new Float64Array(width);
  for (let step = 0; step < STEPS; step++) {
    const gradient = new Float64Array(width);
    const curvature = new Float64Array(width * width);
    for (const example of examples) {
      let score = 0;
      for (let k = 0; k < size; k++) {
        row[k] = ((example.features[k] ?? 0) - (mean[k] ?? 0)) / (spread[k] ?? 1);
        score += (weights[k] ?? 0) * (row[k] ?? 0);
      }
      row[size] = 1;
      score += weights[size] ?? 0;
      const p = 1 / (1 + Math.exp(-score));
      const error = p - (example.linked ? 1 : 0);
      const bend = p * (1 - p);
      for (let k = 0; k < width; k++) {
        const value = row[k] ?? 0;
        gradient[k] = (gradient[k] ?? 0) + error * value;
        const scaled = bend * value;
        for (let l = 0; l <= k; l++)
          curvature[k * width + l] = (curvature[k * width + l] ?? 0) + scaled * (row[l] ?? 0);
      }
    }
    for (let k = 0; k < width; k++) {
      for (let l = k + 1; l < width; l++) curvature[k * width + l] = curvature[l * width + k] ?? 0;
      const held = k < size ? penalty : 1e-6;
      gradient[k] = (gradient[k] ?? 0) + held * (weights[k] ?? 0);
      curvature[k * width + k] = (curvature[k * width + k] ?? 0) + held;
    }
    const change = solve(curvature, gradient, width);
    for (let k = 0; k < width; k++) weights[k] = (weights[k] ?? 0) - (change[k] ?? 0);
  }
  let bias = weights[size] ?? 0;
  const plain = new Float64Array(size);
  for (let k = 0; k < size; k++) {
    plain[k] = (weights[k] ?? 0) / (spread[k] ?? 1);
    bias -= (plain[k] ?? 0) * (mean[k] ?? 0);
  }
  return { bias, weights: plain };
}

function moments(examples: readonly Example[], size: number): { mean: Float64Array; spread: Float64Array } {
  const mean = new Float64Array(size);
  const square = new Float64Array(size);
  for (const { features } of examples) {
    for (let k = 0; k < size; k++) {
      mean[k] = (mean[k] ?? 0) + (features[k] ?? 0) / examples.length;
      square[k] = (square[k] ?? 0) + (features[k] ?? 0) ** 2 / examples.length;
    }
  }
  const spread = square.map((value, k) => Math.sqrt(Math.max(1e-12, value - (mean[k] ?? 0) ** 2)));
  return { mean, spread };
}

/** Gaussian elimination of a symmetric positive definite system. */
function solve(matrix: Float64Array, right: Float64Array, size: number): Float64Array {
  const a = matrix.slice();
  const x = right.slice();
  for (let k = 0; k < size; k++) {
    const pivot = a[k * size + k] ?? 1;
    for (let i = k + 1; i < size; i++) {
      const factor = (a[i * size + k] ?? 0) / pivot;
      if (factor === 0) continue;
      for (let j = k; j < size; j++) a[i * size + j] = (a[i * size + j] ?? 0) - factor * (a[k * size + j] ?? 0);
      x[i] = (x[i] ?? 0) - factor * (x[k] ?? 0);
    }
  }
  for (let k = size - 1; k >= 0; k--) {
    let value = x[k] ?? 0;
    for (let j = k + 1; j < size; j++) value -= (a[k * size + j] ?? 0) * (x[j] ?? 0);
    x[k] = value / (a[k * size + k] ?? 1);
  }
  return x;
}
