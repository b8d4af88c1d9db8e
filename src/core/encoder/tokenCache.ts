import { DIMENSION } from './encoder.ts';
import type { Pointer } from './kernel.ts';
import { MOST_ROWS, type Machine, type Matrix } from './machine.ts';
import type { Weights } from './weights.ts';

/** The three n-gram branches: how many tokens a window has, and how many of them stand left of its centre. */
export const BRANCHES = [
  { width: 2, left: 0 },
  { width: 3, left: 1 },
  { width: 5, left: 2 },
] as const;

/** Values of one branch. */
export const BRANCH = 256;

const ALL_BRANCHES = BRANCH * BRANCHES.length;
const WINDOWS = BRANCHES.reduce((sum, { width }) => sum + width, 0);

// One row of the cache, in bytes: embedding, input of the branches, products of the first convolution for each place in a window.
const INPUT_AT = 4 * DIMENSION;
const PRODUCTS_AT = INPUT_AT + 4 * ALL_BRANCHES;
export const CACHE_ROW = PRODUCTS_AT + 4 * BRANCH * WINDOWS;

/** Tokens kept, 63 MB. A chapter has about 3,000 distinct ones, a novel 10,000. */
export const CACHED_TOKENS = 4096;

/** The slot of nothing: a row of zeros. */
export const NO_TOKEN = 0;

/**
 * What the network makes of a token alone, wherever it stands: its embedding, the input of the branches, and its share in the
 * first convolution for each place in a window. When all slots are taken, they are given again by second chance (a clock's
 * hand goes round): a token that was asked for since the hand last came by stays.
 */
export class TokenCache {
  readonly at: Pointer;
  private readonly machine: Machine;
  private readonly weights: TokenWeights;
  private readonly slots: number;
  private readonly slotOf: Int32Array;
  private readonly tokenIn: Int32Array;
  /** The call that last asked for a slot's token; 0 once the hand has come by. */
  private readonly asked: Float64Array;
  private call = 0;
  private hand = 0;
  private readonly embeddings: Pointer;
  private readonly inputs: Pointer;
  private readonly products: Pointer;

  constructor(machine: Machine, weights: Weights, capacity = CACHED_TOKENS) {
    if (capacity < MOST_ROWS) throw new RangeError('The token cache must hold the tokens of one batch');
    this.machine = machine;
    this.weights = tokenWeights(machine, weights);
    this.slots = capacity + 1;
    this.at = machine.room(this.slots * CACHE_ROW);
    this.slotOf = new Int32Array(weights.pieces);
    this.tokenIn = new Int32Array(this.slots).fill(-1);
    this.asked = new Float64Array(this.slots);
    this.embeddings = machine.room(4 * DIMENSION * MOST_ROWS);
    this.inputs = machine.room(4 * ALL_BRANCHES * MOST_ROWS);
    this.products = machine.room(4 * BRANCH * MOST_ROWS);
  }

  /** Sees to it that all these tokens (at most MOST_ROWS distinct ones) are there, until the next call. */
  prepare(tokens: Iterable<number>): void {
    this.call++;
    const missing = new Set<number>();
    for (const token of tokens) {
      const slot = this.slot(token);
      if (slot === NO_TOKEN) missing.add(token);
      else this.asked[slot] = this.call;
    }
    if (missing.size > 0) this.add([...missing]);
  }

  slot(token: number): number {
    return this.slotOf[token] ?? NO_TOKEN;
  }

  private add(tokens: readonly number[]): void {
    const slots = tokens.map((token) => this.giveSlot(token));
    this.embed(tokens);
    this.store(slots, this.embeddings, DIMENSION, 0);
    this.project(tokens.length);
    this.store(slots, this.inputs, ALL_BRANCHES, INPUT_AT);
    const { machine, weights } = this;
    let offset = PRODUCTS_AT;
    for (const [branch, places] of weights.windows.entries()) {
      machine.take(this.inputs + 4 * BRANCH * branch, 4 * ALL_BRANCHES, tokens.length, BRANCH);
      for (const place of places) {
        machine.multiply(place, tokens.length, this.products);
        this.store(slots, this.products, BRANCH, offset);
        offset += 4 * BRANCH;
      }
    }
  }

  private giveSlot(token: number): number {
    for (;;) {
      this.hand = (this.hand % (this.slots - 1)) + 1;
      const last = this.asked[this.hand] ?? 0;
      if (last === 0) break;
      if (last !== this.call) this.asked[this.hand] = 0;
    }
    const before = this.tokenIn[this.hand] ?? -1;
    if (before >= 0) this.slotOf[before] = NO_TOKEN;
    this.slotOf[token] = this.hand;
    this.tokenIn[this.hand] = token;
    this.asked[this.hand] = this.call;
    return this.hand;
  }

  /** The embedding table has 6-bit levels, with a scale and a lowest value for each of its chunks. */
  private embed(tokens: readonly number[]): void {
    const { floats } = this.machine;
    const { embedding, chunks, scale, lowest } = this.weights;
    let index = this.embeddings >> 2;
    for (const token of tokens) {
      const chunk = chunks[token] ?? 0;
      const step = scale[chunk] ?? 0;
      const base = lowest[chunk] ?? 0;
      for (let from = token * DIMENSION, end = from + DIMENSION; from < end; from++) {
        floats[index++] = Math.fround((embedding[from] ?? 0) * step) + base;
      }
    }
  }

  /** The layer norm spans the three branches together. */
  private project(count: number): void {
    const { machine, weights } = this;
    machine.take(this.embeddings, 4 * DIMENSION, count, DIMENSION);
    for (const [branch, projection] of weights.projections.entries()) {
      machine.multiply(projection, count, this.inputs + 4 * BRANCH * branch, 4 * ALL_BRANCHES);
    }
    const { bias, gain, offset, epsilon } = weights;
    machine.kernel.normaliseRows(this.inputs, count, ALL_BRANCHES, bias, gain, offset, epsilon);
  }

  /** Copies rows of floats to their slots. */
  private store(slots: readonly number[], rows: Pointer, length: number, offset: number): void {
    let from = rows >> 2;
    for (const slot of slots) {
      this.machine.floats.copyWithin((this.at + slot * CACHE_ROW + offset) >> 2, from, from + length);
      from += length;
    }
  }
}

interface TokenWeights {
  readonly embedding: Uint8Array;
  readonly chunks: Uint8Array;
  readonly scale: Float32Array;
  readonly lowest: Float32Array;
  readonly projections: readonly Matrix[];
  readonly bias: Pointer;
  readonly gain: Pointer;
  readonly offset: Pointer;
  readonly epsilon: number;
  /** The first convolution, branch by branch: one matrix for each place in the window. */
  readonly windows: readonly (readonly Matrix[])[];
}

function tokenWeights(machine: Machine, weights: Weights): TokenWeights {
  const ofBranches = (name: string) =>
    machine.vector(...BRANCHES.map(({ width }) => weights.vector(`${name}${width}`)));
  return {
    embedding: weights.bytes('embedding'),
    chunks: weights.bytes('chunks'),
    scale: weights.vector('scale'),
    lowest: weights.vector('lo'),
    projections: BRANCHES.map(({ width }) => machine.matrix(weights.matrix(`proj${width}`))),
    bias: ofBranches('proj_b'),
    gain: ofBranches('ln_g'),
    offset: ofBranches('ln_b'),
    epsilon: weights.epsilon,
    windows: BRANCHES.map(({ width }) => {
      const stacked = weights.matrix(`w1_${width}`);
      return Array.from({ length: width }, (_, place) => machine.matrix(stacked, place * BRANCH, BRANCH));
    }),
  };
}
