import { DIMENSION, FEATURES } from './encoder.ts';
import type { Pointer } from './kernel.ts';
import type { Machine, Matrix } from './machine.ts';
import type { Weights } from './weights.ts';

/** Spans that go through the tail at once. */
export const MOST_SPANS = 64;

const HIDDEN = 320;

/**
 * The upper part of the network: from the summed features of a span to its unit vector. A projection, divided by the root of
 * the number of pieces, then a small residual network and tanh.
 */
export class Tail {
  private readonly machine: Machine;
  private readonly epsilon: number;
  private readonly bias: Float32Array;
  private readonly projection: Matrix;
  private readonly layers: Readonly<Record<'d0' | 'd1' | 'd2' | 'd3' | 'p1' | 'p3', Matrix>>;
  private readonly sums: Pointer;
  private readonly wide: readonly [Pointer, Pointer, Pointer];
  private readonly hidden: readonly [Pointer, Pointer, Pointer];

  constructor(machine: Machine, weights: Weights) {
    const matrix = (name: string) => machine.matrix(weights.matrix(name));
    const rows = (length: number) => machine.room(4 * length * MOST_SPANS);
    this.machine = machine;
    this.epsilon = weights.epsilon;
    this.bias = weights.vector('cnn_b');
    this.projection = matrix('cnn_W');
    this.layers = {
      d0: matrix('d0'),
      d1: matrix('d1'),
      d2: matrix('d2'),
      d3: matrix('d3'),
      p1: matrix('p1'),
      p3: matrix('p3'),
    };
    this.sums = rows(FEATURES);
    this.wide = [rows(DIMENSION), rows(DIMENSION), rows(DIMENSION)];
    this.hidden = [rows(HIDDEN), rows(HIDDEN), rows(HIDDEN)];
  }

  /**
   * Writes the vectors of spans `[from, to)` (at most MOST_SPANS) to the same rows of `out`.
   * @param sums rows of FEATURES values
   * @param lengths number of pieces of each span
   */
  vectors(sums: Float32Array, lengths: Float32Array, from: number, to: number, out: Float32Array): void {
    const { machine } = this;
    const { floats } = machine;
    const count = to - from;
    const [means, wideLeft, wideRight] = this.wide;
    const [low, lowLeft, lowRight] = this.hidden;
    const { d0, d1, d2, d3, p1, p3 } = this.layers;

    floats.set(sums.subarray(from * FEATURES, to * FEATURES), this.sums >> 2);
    machine.take(this.sums, 4 * FEATURES, count, FEATURES);
    machine.multiply(this.projection, count, means);
    this.divide(means, lengths.subarray(from, to));

    machine.take(means, 4 * DIMENSION, count, DIMENSION);
    machine.multiply(d0, count, low);
    machine.multiply(p1, count, lowLeft);
    this.cutNegative(low, HIDDEN * count);
    machine.take(low, 4 * HIDDEN, count, HIDDEN);
    machine.multiply(d1, count, lowRight);
    this.add(lowLeft, lowRight, HIDDEN * count);
    this.cutNegative(lowLeft, HIDDEN * count);

    machine.take(lowLeft, 4 * HIDDEN, count, HIDDEN);
    machine.multiply(d2, count, means);
    machine.multiply(p3, count, wideLeft);
    this.cutNegative(means, DIMENSION * count);
    machine.take(means, 4 * DIMENSION, count, DIMENSION);
    machine.multiply(d3, count, wideRight);
    this.add(wideLeft, wideRight, DIMENSION * count);
    for (let span = 0; span < count; span++) {
      this.finish((wideLeft >> 2) + span * DIMENSION, out, (from + span) * DIMENSION);
    }
  }

  /** The projection's bias was to be added once a piece. */
  private divide(rows: Pointer, lengths: Float32Array): void {
    const { floats } = this.machine;
    let index = rows >> 2;
    for (const length of lengths) {
      const factor = 1 / Math.sqrt(length);
      for (let i = 0; i < DIMENSION; i++, index++) {
        floats[index] = ((floats[index] ?? 0) + length * (this.bias[i] ?? 0)) * factor;
      }
    }
  }

  private cutNegative(at: Pointer, length: number): void {
    const { floats } = this.machine;
    for (let index = at >> 2, end = index + length; index < end; index++) {
      if ((floats[index] ?? 0) < 0) floats[index] = 0;
    }
  }

  private add(to: Pointer, from: Pointer, length: number): void {
    const { floats } = this.machine;
    for (let i = 0; i < length; i++)
      floats[(to >> 2) + i] = (floats[(to >> 2) + i] ?? 0) + (floats[(from >> 2) + i] ?? 0);
  }

  private finish(from: number, out: Float32Array, to: number): void {
    const { floats } = this.machine;
    let squares = 0;
    for (let i = 0; i < DIMENSION; i++) {
      const value = Math.tanh(floats[from + i] ?? 0);
      out[to + i] = value;
      squares += value * value;
    }
    const factor = 1 / Math.sqrt(Math.max(squares, this.epsilon));
    for (let i = 0; i < DIMENSION; i++) out[to + i] = (out[to + i] ?? 0) * factor;
  }
}
