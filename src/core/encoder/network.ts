import { DIMENSION, FEATURES } from './encoder.ts';
import type { Pointer } from './kernel.ts';
import { MOST_ROWS, type Machine, type Matrix } from './machine.ts';
import { BRANCH, BRANCHES, CACHE_ROW, NO_TOKEN, TokenCache } from './tokenCache.ts';
import type { Weights } from './weights.ts';

/** Pieces that go through the network together: a whole sentence, or a part of a long one with its neighbours. */
export interface Stretch {
  /** Begin and end marks included. */
  readonly pieces: readonly number[];
  /** The pieces `[from, to)` are summed; those around them are only seen by the windows. */
  readonly from: number;
  readonly to: number;
  /** Consecutive segments that cover `[from, to)`; none is empty. */
  readonly segments: readonly Segment[];
}

export interface Segment {
  readonly length: number;
  /** The row that the segment's features are added to. */
  readonly row: number;
}

/** How far a piece's features see, on each side: two layers of the widest window. */
export const REACH = 4;

/** Pieces of one batch, in all stretches together. */
export const MOST_PIECES = MOST_ROWS;

/**
 * The lower part of universal-sentence-encoder-multilingual v3: from pieces to 1,280 features each. Three branches with windows
 * of 2, 3 and 5 pieces, two convolutions each with residuals; the features are the embedding and the three branches, after a
 * layer norm. tail.ts makes a sentence vector of their sum.
 *
 * Each row is rounded with a scale of its own, that of the second convolution with one for its stretch, so a sentence's
 * features are the same to the last bit whatever else is in the batch.
 */
export class Network {
  private readonly machine: Machine;
  private readonly cache: TokenCache;
  private readonly branches: readonly BranchWeights[];
  private readonly norm: { readonly gain: Pointer; readonly offset: Pointer; readonly epsilon: number };
  /** Cache slot of each position. Positions: the stretches one after the other, with gaps of nothing. */
  private readonly slots: Pointer;
  /** The positions of all pieces, and those of the pieces that are summed. */
  private readonly positions: Pointer;
  private readonly summed: Pointer;
  private readonly lengths: Pointer;
  private readonly first: Pointer;
  private readonly levels: Pointer;
  private readonly products: Pointer;
  private readonly features: Pointer;
  private readonly sums: Pointer;

  constructor(machine: Machine, weights: Weights, cachedTokens?: number) {
    this.machine = machine;
    this.cache = new TokenCache(machine, weights, cachedTokens);
    this.branches = BRANCHES.map(({ width, left }) => ({
      width,
      left,
      firstBias: machine.vector(weights.vector(`b1_${width}`)),
      secondBias: machine.vector(weights.vector(`b2_${width}`)),
      second: machine.matrix(weights.matrix(`w2_${width}`)),
    }));
    this.norm = {
      gain: machine.vector(weights.vector('ln_g')),
      offset: machine.vector(weights.vector('ln_b')),
      epsilon: weights.epsilon,
    };
    this.slots = machine.room(4 * MOST_POSITIONS);
    this.positions = machine.room(4 * MOST_PIECES);
    this.summed = machine.room(4 * MOST_PIECES);
    this.lengths = machine.room(4 * MOST_PIECES);
    this.first = machine.room(4 * BRANCH * MOST_POSITIONS);
    this.levels = machine.room(2 * BRANCH * MOST_POSITIONS);
    this.products = machine.room(4 * BRANCH * MOST_PIECES);
    this.features = machine.room(4 * FEATURES * MOST_PIECES);
    this.sums = machine.room(4 * FEATURES * MOST_PIECES);
  }

  /**
   * Adds the features of each segment to its row of `out`.
   * @param stretches at most MOST_PIECES pieces in all
   * @param out rows of FEATURES values
   */
  addFeatures(stretches: readonly Stretch[], out: Float32Array): void {
    this.cache.prepare(piecesOf(stretches));
    const counts = this.place(stretches);
    const { machine, slots, summed, features } = this;
    machine.kernel.copyEmbeddings(slots, summed, counts.summed, this.cache.at, CACHE_ROW, features);
    // Offsets within a row of the cache and of the features, which both begin with the embedding.
    let inputAt = 4 * DIMENSION;
    let productsAt = inputAt + 4 * BRANCH * BRANCHES.length;
    for (const branch of this.branches) {
      this.convolve(branch, stretches, counts, inputAt, productsAt);
      inputAt += 4 * BRANCH;
      productsAt += 4 * BRANCH * branch.width;
    }
    const { gain, offset, epsilon } = this.norm;
    machine.kernel.sumSegments(features, this.lengths, counts.segments, gain, offset, epsilon, this.sums);
    this.addRows(stretches, out);
  }

  /** Lays the stretches out with GAP positions of nothing around each, so that no window sees a neighbour. */
  private place(stretches: readonly Stretch[]): Counts {
    const { integers } = this.machine;
    const counts = { positions: GAP, pieces: 0, summed: 0, segments: 0 };
    integers.fill(NO_TOKEN, this.slots >> 2, (this.slots >> 2) + GAP);
    for (const { pieces, from, to, segments } of stretches) {
      for (const [i, piece] of pieces.entries()) {
        integers[(this.slots >> 2) + counts.positions] = this.cache.slot(piece);
        integers[(this.positions >> 2) + counts.pieces++] = counts.positions;
        if (i >= from && i < to) integers[(this.summed >> 2) + counts.summed++] = counts.positions;
        counts.positions++;
      }
      for (const { length } of segments) integers[(this.lengths >> 2) + counts.segments++] = length;
      for (let i = 0; i < GAP; i++) integers[(this.slots >> 2) + counts.positions++] = NO_TOKEN;
    }
    return counts;
  }

  private convolve(
    branch: BranchWeights,
    stretches: readonly Stretch[],
    counts: Counts,
    inputAt: number,
    productsAt: number,
  ): void {
    const { machine, first, levels, products, features } = this;
    const { kernel } = machine;
    const { width, left } = branch;
    kernel.firstConvolution(
      this.slots,
      this.positions,
      counts.pieces,
      this.cache.at,
      CACHE_ROW,
      inputAt,
      productsAt,
      width,
      left,
      branch.firstBias,
      first,
    );
    machine.shorts.fill(0, levels >> 1, (levels >> 1) + BRANCH * counts.positions);
    let position = GAP;
    let row = 0;
    for (const { pieces, from, to } of stretches) {
      const start = 4 * BRANCH * position;
      const scale = kernel.quantise(first + start, BRANCH * pieces.length, levels + start / 2);
      // A window is `width` rows that follow one another, so it is one long row of the product.
      for (let i = from; i < to; i++) {
        machine.takeLevels(row++, levels + 2 * BRANCH * (position + i - left), scale);
      }
      position += pieces.length + GAP;
    }
    machine.multiply(branch.second, counts.summed, products);
    kernel.secondConvolution(products, this.summed, counts.summed, branch.secondBias, first, features + inputAt);
  }

  private addRows(stretches: readonly Stretch[], out: Float32Array): void {
    const { floats } = this.machine;
    let from = this.sums >> 2;
    for (const { segments } of stretches) {
      for (const { row } of segments) {
        for (let to = row * FEATURES, end = to + FEATURES; to < end; to++) {
          out[to] = (out[to] ?? 0) + (floats[from++] ?? 0);
        }
      }
    }
  }
}

interface BranchWeights {
  readonly width: number;
  readonly left: number;
  readonly firstBias: Pointer;
  readonly secondBias: Pointer;
  readonly second: Matrix;
}

/** What `place` has laid out. */
interface Counts {
  readonly positions: number;
  readonly pieces: number;
  readonly summed: number;
  readonly segments: number;
}

/** Positions of nothing between stretches: the widest window reaches so far. */
const GAP = 2;

/** No stretch has fewer than two pieces, so gaps at most double the positions. */
const MOST_POSITIONS = 2 * MOST_PIECES + 2 * GAP;

function* piecesOf(stretches: readonly Stretch[]): Generator<number> {
  for (const { pieces } of stretches) yield* pieces;
}
