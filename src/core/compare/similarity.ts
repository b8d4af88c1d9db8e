import type { Side } from '../../contract.ts';
import { WORD_DIMENSION } from '../encoder/encoder.ts';
import { isPunctuation } from './tokens.ts';

/** One side of a pair, cut into words. */
export interface WordSide {
  readonly words: readonly string[];
  /** Unit vectors, words x WORD_DIMENSION, row-major. */
  readonly vectors: Float32Array;
}

/** A number for each French (row) and each English (column) word of a pair. */
export interface WordMatrix {
  readonly rows: number;
  readonly columns: number;
  /** Row-major. */
  readonly values: Float64Array;
}

/** A punctuation mark and a word have nothing to do with each other. */
const PUNCTUATION_PENALTY = 0.3;

/** How sharply a word prefers its best counterparts, in units of similarity. */
const TEMPERATURE = 0.06;

/** What the links of neighbours are worth, in units of similarity for each full neighbour. Worth .03 to .07 of AER. */
const NEIGHBOUR_BONUS = 0.2;

/** More neighbours than this count as this many. */
const MOST_NEIGHBOURS = 1.5;

/** Neighbouring pairs (French, English) that speak for a pair, and how much: both languages mostly keep the order. */
const NEIGHBOURS: readonly (readonly [fr: number, en: number, weight: number])[] = [
  [-1, -1, 1],
  [1, 1, 1],
  [-1, -2, 0.5],
  [-2, -1, 0.5],
  [1, 2, 0.5],
  [2, 1, 0.5],
  [-1, 1, 0.3],
  [1, -1, 0.3],
];

const WEIGHTS = Float64Array.from(NEIGHBOURS, ([, , weight]) => weight);

/** How far neighbours are away at most. */
const MARGIN = 2;

/** Cosine of each French with each English word. */
export function cosines({ fr, en }: Readonly<Record<Side, WordSide>>): WordMatrix {
  const rows = fr.words.length;
  const columns = en.words.length;
  const values = new Float64Array(rows * columns);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column += BLOCK) {
      fillDots(fr.vectors, row, en.vectors, column, values, row * columns + column, Math.min(BLOCK, columns - column));
    }
  }
  return { rows, columns, values };
}

/**
 * Similarity of meaning, less the difference of the two words' relative positions times `position`.
 * @param position what a whole sentence's length of difference costs
 */
export function similarities(
  cosine: WordMatrix,
  { fr, en }: Readonly<Record<Side, WordSide>>,
  position: number,
): WordMatrix {
  const { rows, columns } = cosine;
  const isMark = en.words.map(isPunctuation);
  const values = cosine.values.slice();
  for (let row = 0; row < rows; row++) {
    const rowIsMark = isPunctuation(fr.words[row] ?? '');
    for (let column = 0; column < columns; column++) {
      const apart = Math.abs((row + 0.5) / rows - (column + 0.5) / columns);
      const penalty = rowIsMark === isMark[column] ? 0 : PUNCTUATION_PENALTY;
      values[row * columns + column] = (values[row * columns + column] ?? 0) - position * apart - penalty;
    }
  }
  return { rows, columns, values };
}

/**
 * Raises each pair of words by how strongly their neighbours are linked.
 * @param linked the matrix that says how strongly; `similarity` itself in a first pass
 */
export function withNeighbours(similarity: WordMatrix, linked: WordMatrix): WordMatrix {
  const { rows, columns } = similarity;
  const strength = linkStrengths(linked);
  const width = columns + 2 * MARGIN;
  const steps = NEIGHBOURS.map(([down, right]) => down * width + right);
  const values = similarity.values.slice();
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const centre = (row + MARGIN) * width + column + MARGIN;
      let near = 0;
      for (let index = 0; index < steps.length; index++) {
        near += (WEIGHTS[index] ?? 0) * (strength[centre + (steps[index] ?? 0)] ?? 0);
      }
      const index = row * columns + column;
      values[index] = (values[index] ?? 0) + NEIGHBOUR_BONUS * Math.min(MOST_NEIGHBOURS, near);
    }
  }
  return { rows, columns, values };
}

/** The same matrix with English rows. */
export function transposed({ rows, columns, values }: WordMatrix): WordMatrix {
  const turned = new Float64Array(values.length);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      turned[column * rows + row] = values[row * columns + column] ?? 0;
    }
  }
  return { rows: columns, columns: rows, values: turned };
}

/**
 * Geometric mean of how much each of two words prefers the other over all of its side, 0 to 1, with a margin of zeros around
 * the matrix.
 */
function linkStrengths({ rows, columns, values }: WordMatrix): Float64Array {
  const width = columns + 2 * MARGIN;
  const strength = new Float64Array((rows + 2 * MARGIN) * width);
  const odds = new Float64Array(values.length);
  const ofColumns = new Float64Array(columns);
  const bestOfColumns = new Float64Array(columns).fill(-Infinity);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      bestOfColumns[column] = Math.max(bestOfColumns[column] ?? 0, values[row * columns + column] ?? 0);
    }
  }
  for (let row = 0; row < rows; row++) {
    let best = -Infinity;
    for (let column = 0; column < columns; column++) best = Math.max(best, values[row * columns + column] ?? 0);
    let sum = 0;
    for (let column = 0; column < columns; column++) {
      const index = row * columns + column;
      const value = values[index] ?? 0;
      const share = Math.exp((value - best) / TEMPERATURE);
      sum += share;
      odds[index] = share;
      const ofColumn = Math.exp((value - (bestOfColumns[column] ?? 0)) / TEMPERATURE);
      ofColumns[column] = (ofColumns[column] ?? 0) + ofColumn;
      strength[(row + MARGIN) * width + column + MARGIN] = ofColumn;
    }
    for (let column = 0; column < columns; column++) {
      const index = row * columns + column;
      odds[index] = (odds[index] ?? 0) / sum;
    }
  }
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const at = (row + MARGIN) * width + column + MARGIN;
      const share = (strength[at] ?? 0) / (ofColumns[column] ?? 1);
      strength[at] = Math.sqrt(share * (odds[row * columns + column] ?? 0));
    }
  }
  return strength;
}

/** Words whose dot products are taken at once: their sums do not wait for each other. */
const BLOCK = 4;

/** Dot products of one vector with `count` following ones, written behind `at`. */
function fillDots(
  a: Float32Array,
  row: number,
  b: Float32Array,
  column: number,
  out: Float64Array,
  at: number,
  count: number,
): void {
  const fromA = row * WORD_DIMENSION;
  const first = column * WORD_DIMENSION;
  const second = first + (count > 1 ? WORD_DIMENSION : 0);
  const third = second + (count > 2 ? WORD_DIMENSION : 0);
  const fourth = third + (count > 3 ? WORD_DIMENSION : 0);
  let sum1 = 0;
  let sum2 = 0;
  let sum3 = 0;
  let sum4 = 0;
  for (let index = 0; index < WORD_DIMENSION; index++) {
    const value = a[fromA + index] ?? 0;
    sum1 += value * (b[first + index] ?? 0);
    sum2 += value * (b[second + index] ?? 0);
    sum3 += value * (b[third + index] ?? 0);
    sum4 += value * (b[fourth + index] ?? 0);
  }
  out[at] = sum1;
  if (count > 1) out[at + 1] = sum2;
  if (count > 2) out[at + 2] = sum3;
  if (count > 3) out[at + 3] = sum4;
}
