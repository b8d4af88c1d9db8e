import type { Band } from './band.ts';
import { LONGEST_RUN } from './backgrounds.ts';
import type { Lattice } from './scores.ts';
import type { Lexicon } from './lexicon.ts';
import { PairRows, type PairRow } from './pairRows.ts';
import type { Sequence } from './sequence.ts';
import { SHAPE_EN, SHAPE_FR, SHAPE_NUMBER } from './shapes.ts';
import { COLON, EXCLAMATION, QUESTION, QUOTE } from './text.ts';
import { FEATURES, NULL_FEATURES } from './weights.ts';

/** English is some 8 % shorter than French, where the articles are too short to tell. */
const USUAL_RATIO = Math.log(0.92);
/** Sentences from which the articles' own ratio counts. */
const RATIO_SENTENCES = 20;
/** Characters to which a bead's size is counted, and its middle. */
const SIZE_CAP = 400;
const SIZE_MIDDLE = 60;
/** Length differences say more the longer the bead, up to this many characters; in units of 80. */
const LENGTH_CAP = 240;
const LENGTH_UNIT = 80;
const LENGTH_MOST = 4;
/** Differences of log length beyond this count once more. */
const LENGTH_FAR = 0.7;
/** Cosines over the mean background below and above which they are exceptional. */
const COSINE_LOW = 0.3;
const COSINE_HIGH = 0.5;
/** A sentence at a bead's edge that adds less cosine than this hardly belongs to it. */
const GAIN_SMALL = 0.05;
/** Most numbers counted. */
const NUMBERS_MOST = 4;
/** Added to the mass that coverage is a share of: a single matched word is no full coverage. */
const COVERAGE_SHRINK = 2;

const SIZE_OF_NULL = 300;
const SIZE_OF_NULL_MIDDLE = 50;
const BEST_MARGIN_HIGH = 0.25;

/** log and square root of bead sizes up to the caps, by characters. */
const LOG_SIZE = Float64Array.from({ length: SIZE_CAP + 1 }, (_, size) => Math.log(Math.max(1, size) / SIZE_MIDDLE));
const ROOT_SIZE = Float64Array.from({ length: LENGTH_CAP + 1 }, (_, size) => Math.sqrt(size / LENGTH_UNIT));

/**
 * Computes the features of beads from node (i, j): `toRow(i)` for i rising from 0, then `fill` for any j of the band's
 * row. The bead is of shape k, its sentences are within both sides' room.
 */
export class BeadFeatures {
  /** The features of the bead last filled in, in the order of FEATURES. */
  readonly values = new Float64Array(FEATURES.length);
  readonly #fr: Sequence;
  readonly #en: Sequence;
  readonly #band: Band;
  readonly #pairs: PairRows;
  readonly #ratio: number;
  /** The pair rows of the longest bead from row i. */
  #rows: PairRow[] = [];
  #cosines: CosineRow;
  #cosinesBelow: CosineRow;
  #i = -1;

  constructor({ dots, fr, en, band }: Lattice, lexicon: Lexicon) {
    this.#fr = fr;
    this.#en = en;
    this.#band = band;
    this.#pairs = new PairRows(dots, fr, en, band, lexicon);
    this.#ratio = lengthRatio(fr, en);
    this.#cosines = { start: 0, width: 0, values: new Float64Array(0) };
    this.#cosinesBelow = { start: 0, width: 0, values: new Float64Array(0) };
  }

  /** Rows are taken in turn: i is one more than the last time. */
  toRow(i: number): void {
    const spare = this.#cosines;
    this.#cosines = i === 0 ? this.#cosineRow(0, spare) : this.#cosinesBelow;
    this.#cosinesBelow = this.#cosineRow(i + 1, i === 0 ? this.#cosinesBelow : spare);
    this.#rows = this.#pairRowsFrom(i);
    this.#i = i;
  }

  fill(k: number, j: number): void {
    const fr = this.#fr;
    const en = this.#en;
    const i = this.#i;
    const a = SHAPE_FR[k] ?? 1;
    const b = SHAPE_EN[k] ?? 1;
    const joined = a + b > 2 ? 1 : 0;
    const cosine = at(this.#cosines, k, j);
    const overMean = cosine - ((fr.runs.mean[a - 1]?.[i] ?? 0) + (en.runs.mean[b - 1]?.[j] ?? 0)) / 2;
    const overNear = cosine - ((fr.runs.near[a - 1]?.[i] ?? 0) + (en.runs.near[b - 1]?.[j] ?? 0)) / 2;
    const lengthFr = (fr.charactersBefore[i + a] ?? 0) - (fr.charactersBefore[i] ?? 0);
    const lengthEn = (en.charactersBefore[j + b] ?? 0) - (en.charactersBefore[j] ?? 0);
    const total = lengthFr + lengthEn;
    const difference = Math.abs(Math.log(lengthEn / lengthFr) - this.#ratio);
    const length = Math.min(LENGTH_MOST, difference * (ROOT_SIZE[Math.min(LENGTH_CAP, total)] ?? 0));
    const size = LOG_SIZE[Math.min(SIZE_CAP, total)] ?? 0;
    const gain = joined === 1 ? this.#gain(cosine, a, b, j) : 0;
    const low = Math.max(0, COSINE_LOW - overMean);
    const phi = this.values;
    phi[0] = overMean;
    phi[1] = (overMean * (a + b - 2)) / 2;
    phi[2] = overNear;
    phi[3] = overNear * size;
    phi[4] = low;
    phi[5] = Math.max(0, overMean - COSINE_HIGH);
    phi[6] = -length;
    phi[7] = -length * joined;
    phi[8] = -Math.max(0, difference - LENGTH_FAR);
    phi[9] = gain;
    phi[10] = Math.min(0, gain);
    phi[11] = Math.max(0, GAIN_SMALL - gain) * joined;
    this.#words(phi, a, b, j, joined, low);
    const odd = punctuationOf(fr, i, a) ^ punctuationOf(en, j, b);
    phi[17] = odd & QUESTION ? -1 : 0;
    phi[18] = odd & EXCLAMATION ? -1 : 0;
    phi[19] = odd & QUOTE ? -1 : 0;
    phi[20] = ((fr.punctuation[i + a - 1] ?? 0) ^ (en.punctuation[j + b - 1] ?? 0)) & COLON ? -1 : 0;
    phi[21] = size;
  }

  /** What the words say: features 12 to 16 and 22. */
  #words(phi: Float64Array, a: number, b: number, j: number, joined: number, low: number): void {
    const i = this.#i;
    let covered = 0;
    let numbersFr = 0;
    let back = 0;
    let numbersBack = 0;
    for (let d = 0; d < a; d++) {
      const row = this.#rows[d];
      if (row === undefined) continue;
      const c = j - row.start;
      covered += row.covered[b - 1]?.[c] ?? 0;
      numbersFr += row.numbers[b - 1]?.[c] ?? 0;
      for (let q = 0; q < b; q++) {
        back += row.coveredBack[c + q] ?? 0;
        numbersBack += row.numbersBack[c + q] ?? 0;
      }
    }
    const rarityFr = (this.#fr.rarityBefore[i + a] ?? 0) - (this.#fr.rarityBefore[i] ?? 0);
    const rarityEn = (this.#en.rarityBefore[j + b] ?? 0) - (this.#en.rarityBefore[j] ?? 0);
    const numbersInEn = (this.#en.numbersBefore[j + b] ?? 0) - (this.#en.numbersBefore[j] ?? 0);
    const numbers = (this.#fr.numbersBefore[i + a] ?? 0) - (this.#fr.numbersBefore[i] ?? 0) + numbersInEn;
    const mass = covered + Math.min(back, rarityEn);
    const matched = numbersFr + Math.min(numbersBack, numbersInEn);
    const coverage = mass / (rarityFr + rarityEn + COVERAGE_SHRINK);
    phi[12] = coverage;
    phi[13] = Math.log1p(mass / 2);
    phi[14] = coverage * joined;
    phi[15] = Math.min(NUMBERS_MOST, matched);
    phi[16] = Math.min(NUMBERS_MOST, numbers - matched);
    phi[22] = Math.min(1, coverage * 4) * low;
  }

  /** How much cosine each edge sentence adds; the least of them. */
  #gain(cosine: number, a: number, b: number, j: number): number {
    let gain = 1;
    if (a > 1) {
      const shorter = SHAPE_NUMBER[(a - 1) * 8 + b] ?? 0;
      gain = Math.min(gain, cosine - at(this.#cosines, shorter, j), cosine - at(this.#cosinesBelow, shorter, j));
    }
    if (b > 1) {
      const shorter = SHAPE_NUMBER[a * 8 + b - 1] ?? 0;
      gain = Math.min(gain, cosine - at(this.#cosines, shorter, j), cosine - at(this.#cosines, shorter, j + 1));
    }
    return gain;
  }

  #pairRowsFrom(i: number): PairRow[] {
    return Array.from({ length: Math.min(LONGEST_RUN, this.#fr.count - i) }, (_, d) => this.#pairs.row(i + d));
  }

  /** Cosines of the beads of all shapes from row i, for the columns that row i and the row above look at. */
  #cosineRow(i: number, spare: CosineRow): CosineRow {
    const n = this.#fr.count;
    const start = this.#band.low[Math.max(0, i - 1)] ?? 0;
    const end = Math.min(this.#en.count, (this.#band.high[Math.min(n, i)] ?? 0) + 2);
    const width = Math.max(0, end - start);
    const shapes = SHAPE_FR.length;
    const values =
      spare.values.length >= width * shapes
        ? spare.values.fill(0, 0, width * shapes)
        : new Float64Array((width + 32) * shapes);
    const rows = this.#pairRowsFrom(i);
    for (let k = 0; k < shapes; k++) {
      const a = SHAPE_FR[k] ?? 1;
      const b = SHAPE_EN[k] ?? 1;
      if (a > rows.length) continue;
      const normFr = this.#fr.runs.norm[a - 1]?.[i] ?? 0;
      const normsEn = this.#en.runs.norm[b - 1];
      for (let d = 0; d < a; d++) {
        const row = rows[d];
        const products = row?.products[b - 1];
        if (row === undefined || products === undefined) continue;
        for (let c = 0; c < width; c++) {
          values[k * width + c] = (values[k * width + c] ?? 0) + (products[start + c - row.start] ?? 0);
        }
      }
      for (let c = 0; c < width; c++) {
        const norm = normFr * (normsEn?.[start + c] ?? 0);
        values[k * width + c] = norm > 0 ? (values[k * width + c] ?? 0) / norm : 0;
      }
    }
    return { start, width, values };
  }
}

/** The features of each sentence on its own, row-major in the order of NULL_FEATURES. */
export function nullFeatures(sequence: Sequence): Float64Array {
  const width = NULL_FEATURES.length;
  const values = new Float64Array(sequence.count * width);
  for (let p = 0; p < sequence.count; p++) {
    const best = sequence.bestMargin[p] ?? 0;
    values[p * width] = 1;
    values[p * width + 1] = Math.log(Math.min(SIZE_OF_NULL, sequence.characters[p] ?? 1) / SIZE_OF_NULL_MIDDLE);
    values[p * width + 2] = best;
    values[p * width + 3] = Math.max(0, best - BEST_MARGIN_HIGH);
  }
  return values;
}

interface CosineRow {
  readonly start: number;
  readonly width: number;
  /** Shape by shape, `width` columns each. */
  readonly values: Float64Array;
}

/** 0 outside the row: a bead that was not looked at adds nothing. */
function at(row: CosineRow, k: number, j: number): number {
  const c = j - row.start;
  return c >= 0 && c < row.width ? (row.values[k * row.width + c] ?? 0) : 0;
}

function punctuationOf(sequence: Sequence, place: number, count: number): number {
  let marks = 0;
  for (let p = place; p < place + count; p++) marks |= sequence.punctuation[p] ?? 0;
  return marks;
}

/** log of English to French characters, half the articles' own and half the usual. */
function lengthRatio(fr: Sequence, en: Sequence): number {
  const enough = fr.count >= RATIO_SENTENCES && en.count >= RATIO_SENTENCES;
  const charactersFr = Math.max(1, fr.charactersBefore[fr.count] ?? 0);
  const charactersEn = Math.max(1, en.charactersBefore[en.count] ?? 0);
  return ((enough ? Math.log(charactersEn / charactersFr) : USUAL_RATIO) + USUAL_RATIO) / 2;
}
