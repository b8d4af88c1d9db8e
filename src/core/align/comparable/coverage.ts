import type { SentenceProfile } from './profile.ts';

/** Similarity from which a word counts as partly, and as wholly said by the other side. */
const NOT_SAID = 0.25;
const SAID = 0.6;
/** Share of a word's similarity that is lost per unit by which another word wants its partner more. */
const RIVALRY = 0.3;
/** Worth of the links of neighbouring words, and the temperature of the soft links they are read from. */
const NEIGHBOURS = 0.2;
const MOST_NEIGHBOURS = 1.5;
const TEMPERATURE = 0.06;
/** Similarity of two numbers of different value, of one name, and what punctuation against a word costs. */
const OTHER_NUMBER = -0.2;
const SAME_NAME = 0.8;
const MARK_AGAINST_WORD = 0.3;
const SAME_VALUE = 0.01;

/** How the words of two sentences cover each other, row-major word matrices and all. */
export interface Coverage {
  /** fr words x en words, without and with the bonus for neighbours. */
  readonly similarity: Float32Array;
  readonly supported: Float32Array;
  /** Best supported similarity of each word. */
  readonly bestFr: Float64Array;
  readonly bestEn: Float64Array;
  /** 0 to 1: how far each word is said by a clause of the other sentence; words x clauses. */
  readonly saidFr: Float64Array;
  readonly saidEn: Float64Array;
}

/**
 * Soft coverage: similarity of word vectors, numbers by value and names, raised where neighbours match as well.
 * @param cosines of the word vectors, fr words x en words
 */
export function cover(fr: SentenceProfile, en: SentenceProfile, cosines: Float32Array): Coverage {
  const rows = fr.words.length;
  const columns = en.words.length;
  const similarity = wordSimilarity(fr, en, cosines);
  const supported = withNeighbours(similarity, rows, columns);
  const bestFr = rowMaxima(supported, rows, columns);
  const bestEn = columnMaxima(supported, rows, columns);
  const saidFr = said(supported, rows, columns, bestEn, en.cuts);
  const saidEn = said(transposed(supported, rows, columns), columns, rows, bestFr, fr.cuts);
  return { similarity, supported, bestFr, bestEn, saidFr, saidEn };
}

/** Two words of one value; NaN, which stands for "no number", equals nothing. */
export function sameNumber(a: number, b: number): boolean {
  return Math.abs(a - b) < SAME_VALUE;
}

function wordSimilarity(fr: SentenceProfile, en: SentenceProfile, cosines: Float32Array): Float32Array {
  const rows = fr.words.length;
  const columns = en.words.length;
  const matrix = new Float32Array(rows * columns);
  for (let i = 0; i < rows; i++) {
    const number = fr.numbers[i] ?? NaN;
    const name = fr.names[i] ?? '';
    const markFr = fr.weights[i] === 0;
    for (let j = 0; j < columns; j++) {
      const at = i * columns + j;
      const opposite = en.numbers[j] ?? NaN;
      let value = cosines[at] ?? 0;
      if (!Number.isNaN(number) && !Number.isNaN(opposite)) value = sameNumber(number, opposite) ? 1 : OTHER_NUMBER;
      else if (name !== '' && name === en.names[j]) value = Math.max(value, SAME_NAME);
      if (markFr !== (en.weights[j] === 0)) value -= MARK_AGAINST_WORD;
      matrix[at] = value;
    }
  }
  return matrix;
}

/** Steps to the neighbouring cells that a link supports, with its worth for them. */
const STEPS = [
  [-1, -1, 1],
  [1, 1, 1],
  [-1, -2, 0.5],
  [-2, -1, 0.5],
  [1, 2, 0.5],
  [2, 1, 0.5],
  [-1, 1, 0.3],
  [1, -1, 0.3],
] as const;
/** Weaker links support nothing: most cells of a matrix are such, and are passed over. */
const NO_LINK = 0.005;

function withNeighbours(similarity: Float32Array, rows: number, columns: number): Float32Array {
  const strength = linkStrength(similarity, rows, columns);
  const support = new Float32Array(rows * columns);
  for (let at = 0; at < strength.length; at++) {
    const link = strength[at] ?? 0;
    if (link < NO_LINK) continue;
    const i = Math.floor(at / columns);
    const j = at - i * columns;
    for (const [down, right, worth] of STEPS) {
      const row = i + down;
      const column = j + right;
      if (row < 0 || row >= rows || column < 0 || column >= columns) continue;
      support[row * columns + column] = (support[row * columns + column] ?? 0) + worth * link;
    }
  }
  return similarity.map((value, at) => value + NEIGHBOURS * Math.min(MOST_NEIGHBOURS, support[at] ?? 0));
}

/** Geometric mean of the softmax over the row and over the column: near 1 where two words choose each other. */
function linkStrength(similarity: Float32Array, rows: number, columns: number): Float32Array {
  const rowMax = rowMaxima(similarity, rows, columns);
  const columnMax = columnMaxima(similarity, rows, columns);
  const rowSum = new Float64Array(rows);
  const columnSum = new Float64Array(columns);
  const half = new Float32Array(rows * columns);
  for (let i = 0; i < rows; i++) {
    const top = rowMax[i] ?? 0;
    for (let j = 0; j < columns; j++) {
      const value = similarity[i * columns + j] ?? 0;
      const byRow = Math.exp((value - top) / TEMPERATURE);
      const byColumn = Math.exp((value - (columnMax[j] ?? 0)) / TEMPERATURE);
      rowSum[i] = (rowSum[i] ?? 0) + byRow;
      columnSum[j] = (columnSum[j] ?? 0) + byColumn;
      half[i * columns + j] = Math.sqrt(byRow * byColumn);
    }
  }
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      const at = i * columns + j;
      half[at] = (half[at] ?? 0) / Math.sqrt((rowSum[i] ?? 1) * (columnSum[j] ?? 1));
    }
  }
  return half;
}

/** rows x clauses of the other side: the best cell in the clause, less what a stronger rival for the same partner takes away. */
function said(
  supported: Float32Array,
  rows: number,
  columns: number,
  bestOfColumn: Float64Array,
  cuts: readonly number[],
): Float64Array {
  const clauses = cuts.length - 1;
  const out = new Float64Array(rows * clauses);
  for (let clause = 0; clause < clauses; clause++) {
    const from = cuts[clause] ?? 0;
    const to = cuts[clause + 1] ?? 0;
    for (let i = 0; i < rows; i++) {
      let best = -Infinity;
      for (let j = from; j < to; j++) {
        const value = supported[i * columns + j] ?? 0;
        best = Math.max(best, value - RIVALRY * ((bestOfColumn[j] ?? 0) - value));
      }
      out[i * clauses + clause] = Math.min(1, Math.max(0, (best - NOT_SAID) / (SAID - NOT_SAID)));
    }
  }
  return out;
}

function rowMaxima(matrix: Float32Array, rows: number, columns: number): Float64Array {
  const out = new Float64Array(rows).fill(-Infinity);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) out[i] = Math.max(out[i] ?? 0, matrix[i * columns + j] ?? 0);
  }
  return out;
}

function columnMaxima(matrix: Float32Array, rows: number, columns: number): Float64Array {
  const out = new Float64Array(columns).fill(-Infinity);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) out[j] = Math.max(out[j] ?? 0, matrix[i * columns + j] ?? 0);
  }
  return out;
}

function transposed(matrix: Float32Array, rows: number, columns: number): Float32Array {
  const out = new Float32Array(matrix.length);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) out[j * rows + i] = matrix[i * columns + j] ?? 0;
  }
  return out;
}
