import type { Side } from '../../contract.ts';
import { FEATURES, WORD_DIMENSION } from './encoder.ts';
import type { Pointer } from './kernel.ts';
import type { Machine } from './machine.ts';
import type { Weights } from './weights.ts';

/** Words that are mapped at once. Even. */
const MOST_WORDS = 64;

/**
 * From the features of a word's pieces to a vector that can be compared across the two languages: mean over the pieces, minus
 * the language's mean, times the language's map, unit length. The maps were trained once; resources/encoder/NOTICE says on what.
 */
export class WordMap {
  private readonly machine: Machine;
  private readonly mean: Float32Array;
  private readonly panels: Pointer;
  private readonly words: Pointer;
  private readonly mapped: Pointer;

  constructor(machine: Machine, weights: Weights, side: Side) {
    this.machine = machine;
    this.mean = weights.vector(`word_mean_${side}`);
    this.panels = layOut(machine, weights.halves(`word_map_${side}`));
    this.words = machine.room(4 * FEATURES * MOST_WORDS);
    this.mapped = machine.room(4 * WORD_DIMENSION * MOST_WORDS);
  }

  /**
   * @param sums words x FEATURES; there may be more behind
   * @param pieces number of pieces of each word
   * @returns words x WORD_DIMENSION; zeros for a word without pieces
   */
  vectors(sums: Float32Array, pieces: Uint16Array): Float32Array {
    const vectors = new Float32Array(pieces.length * WORD_DIMENSION);
    for (let from = 0; from < pieces.length; from += MOST_WORDS) {
      const to = Math.min(from + MOST_WORDS, pieces.length);
      this.centre(sums, pieces, from, to);
      const count = to - from;
      this.machine.kernel.multiplyFloats(
        this.words,
        count + (count % 2),
        FEATURES,
        this.panels,
        WORD_DIMENSION,
        this.mapped,
      );
      for (let word = from; word < to; word++) if (pieces[word] !== 0) this.takeUnit(word - from, vectors, word);
    }
    return vectors;
  }

  private centre(sums: Float32Array, pieces: Uint16Array, from: number, to: number): void {
    const { machine, mean } = this;
    let index = this.words >> 2;
    for (let word = from; word < to; word++) {
      const share = 1 / Math.max(pieces[word] ?? 0, 1);
      for (let i = 0; i < FEATURES; i++) {
        machine.floats[index++] = (sums[word * FEATURES + i] ?? 0) * share - (mean[i] ?? 0);
      }
    }
  }

  private takeUnit(row: number, vectors: Float32Array, word: number): void {
    const from = (this.mapped >> 2) + row * WORD_DIMENSION;
    const vector = this.machine.floats.subarray(from, from + WORD_DIMENSION);
    let squares = 0;
    for (const value of vector) squares += value * value;
    const factor = 1 / (Math.sqrt(squares) + 1e-9);
    for (let i = 0; i < WORD_DIMENSION; i++) vectors[word * WORD_DIMENSION + i] = (vector[i] ?? 0) * factor;
  }
}

/** FEATURES x WORD_DIMENSION half precision numbers, as floats in panels of 8 columns. */
function layOut(machine: Machine, halves: Uint16Array): Pointer {
  const at = machine.room(4 * halves.length);
  let index = at >> 2;
  for (let panel = 0; panel < WORD_DIMENSION; panel += 8) {
    for (let row = 0; row < FEATURES; row++) {
      for (let column = panel; column < panel + 8; column++) {
        machine.floats[index++] = toNumber(halves[row * WORD_DIMENSION + column] ?? 0);
      }
    }
  }
  return at;
}

/** IEEE 754 half precision: 1 bit sign, 5 bits exponent, 10 bits fraction. */
function toNumber(half: number): number {
  const sign = half & 0x8000 ? -1 : 1;
  const exponent = (half >> 10) & 0x1f;
  const fraction = half & 0x3ff;
  // The smallest numbers have no leading one. There is no infinity in a map.
  return sign * (exponent === 0 ? fraction * 2 ** -24 : (0x400 + fraction) * 2 ** (exponent - 25));
}
