/** All spans of one pair. */
export interface SpanExample {
  /** spans x size, row-major. */
  readonly features: Float32Array;
  /** 1 for the spans that are right. */
  readonly right: Uint8Array;
  /** Without it, no span is right. */
  readonly damaged: boolean;
}

const STEPS = 250;
const RATE = 0.15;
const PENALTY = 1e-4;

/** Features that are the same everywhere are left as they are. */
const CONSTANT = 1e-3;

/**
 * Fits a log-linear model over "nothing" (score 0) and all spans of a pair, by the likelihood of the right spans together,
 * with Adam (Kingma & Ba 2015) on standardised features.
 * @returns weights of the plain features
 */
export function fitSpans(examples: readonly SpanExample[], size: number): Float64Array {
  const usable = examples.filter(({ damaged, right }) => !damaged || right.includes(1));
  const { mean, spread } = moments(usable, size);
  const weights = new Float64Array(size);
  mean.forEach((_, at) => {
    if (isConstant(spread, at)) weights[at] = -8;
  });
  const first = new Float64Array(size);
  const second = new Float64Array(size);
  for (let step = 1; step <= STEPS; step++) {
    const plain = unstandardised(weights, mean, spread);
    const gradient = new Float64Array(size);
    let likelihood = 0;
    for (const example of usable) likelihood += addGradient(example, plain, mean, spread, gradient);
    if (step % 50 === 0) console.log(`${step}\t${(likelihood / usable.length).toFixed(4)}`);
    const rate = RATE * Math.min(1, 2 * (1 - step / STEPS) + 0.05);
    for (let at = 0; at < size; at++) {
      const slope = (gradient[at] ?? 0) / usable.length - PENALTY * (weights[at] ?? 0);
      first[at] = 0.9 * (first[at] ?? 0) + 0.1 * slope;
      second[at] = 0.98 * (second[at] ?? 0) + 0.02 * slope * slope;
      const pace = (first[at] ?? 0) / (1 - 0.9 ** step) / (Math.sqrt((second[at] ?? 0) / (1 - 0.98 ** step)) + 1e-8);
      weights[at] = (weights[at] ?? 0) + rate * pace;
    }
  }
  return unstandardised(weights, mean, spread);
}

/** Adds the gradient of one pair's likelihood, by the standardised weights, and gives the likelihood. */
function addGradient(
  { features, right, damaged }: SpanExample,
  plain: Float64Array,
  mean: Float64Array,
  spread: Float64Array,
  gradient: Float64Array,
): number {
  const size = plain.length;
  const count = right.length;
  const scores = new Float64Array(count);
  let most = 0;
  for (let span = 0; span < count; span++) {
    let score = 0;
    for (let at = 0; at < size; at++) score += (plain[at] ?? 0) * (features[span * size + at] ?? 0);
    scores[span] = score;
    most = Math.max(most, score);
  }
  let all = Math.exp(-most);
  let wanted = damaged ? 0 : all;
  for (let span = 0; span < count; span++) {
    const odds = Math.exp((scores[span] ?? 0) - most);
    scores[span] = odds;
    all += odds;
    if (right[span] === 1) wanted += odds;
  }
  wanted = Math.max(wanted, 1e-30);
  for (let span = 0; span < count; span++) {
    const odds = scores[span] ?? 0;
    const pull = (right[span] === 1 ? odds / wanted : 0) - odds / all;
    if (Math.abs(pull) < 1e-7) continue;
    for (let at = 0; at < size; at++)
      gradient[at] =
        (gradient[at] ?? 0) + (pull * ((features[span * size + at] ?? 0) - (mean[at] ?? 0))) / (spread[at] ?? 1);
  }
  return Math.log(wanted) - Math.log(all);
}

/** Mean and standard deviation of each feature over all spans; 0 and 1 for a constant one. */
function moments(examples: readonly SpanExample[], size: number): Record<'mean' | 'spread', Float64Array> {
  const sum = new Float64Array(size);
  const squares = new Float64Array(size);
  let count = 0;
  for (const { features } of examples) {
    count += features.length / size;
    features.forEach((value, index) => {
      const at = index % size;
      sum[at] = (sum[at] ?? 0) + value;
      squares[at] = (squares[at] ?? 0) + value * value;
    });
  }
  const mean = sum.map((value) => value / count);
  const spread = squares.map((value, at) => Math.sqrt(Math.max(0, value / count - (mean[at] ?? 0) ** 2)));
  spread.forEach((value, at) => {
    if (value >= CONSTANT) return;
    mean[at] = 0;
    spread[at] = 1;
  });
  return { mean, spread };
}

function isConstant(spread: Float64Array, at: number): boolean {
  return spread[at] === 1;
}

function unstandardised(weights: Float64Array, mean: Float64Array, spread: Float64Array): Float64Array {
  const plain = weights.map((weight, at) => weight / (spread[at] ?? 1));
  // What the means are worth goes to the constant feature.
  const shift = plain.reduce((total, weight, at) => total + weight * (mean[at] ?? 0), 0);
  const constant = spread.findIndex((_, at) => isConstant(spread, at));
  if (constant >= 0) plain[constant] = (plain[constant] ?? 0) - shift;
  return plain;
}
