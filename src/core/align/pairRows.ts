import type { Band } from './band.ts';
import { LONGEST_RUN } from './backgrounds.ts';
import { MOST_COLUMNS, UNIT, type Dots } from './dots.ts';
import type { Lexicon } from './lexicon.ts';
import type { Sequence } from './sequence.ts';

/** Rows kept: two beads' longest runs, and the group of four that a row comes in. A power of two. */
const RING = 16;

/** Weaker word matches do not count. */
const LEAST_MATCH = 0.2;

/**
 * One French sentence against the English ones near it in the band. Entry [length - 1] of a list belongs to the run of
 * that many English sentences that begins in the column; column c is place `start + c`.
 */
export interface PairRow {
  start: number;
  width: number;
  /** Product of the sentence's and the runs' weighted vectors: sums of these over a bead, normalised, are its cosine. */
  readonly products: Float64Array[];
  /** Rarity of the French words that have a match in the run. */
  readonly covered: Float64Array[];
  /** Worth of the French numbers that have a match in the run. */
  readonly numbers: Float64Array[];
  /** Rarity of the English words of the single sentence that have a match in the French one; and of its numbers. */
  coveredBack: Float64Array;
  numbersBack: Float64Array;
}

/** Computes the rows from top to bottom, and keeps those that beads near the current row need. */
export class PairRows {
  readonly #dots: Dots;
  readonly #fr: Sequence;
  readonly #en: Sequence;
  readonly #band: Band;
  readonly #matcher: WordMatcher;
  readonly #ring: PairRow[];
  #ready = 0;

  constructor(dots: Dots, fr: Sequence, en: Sequence, band: Band, lexicon: Lexicon) {
    this.#dots = dots;
    this.#fr = fr;
    this.#en = en;
    this.#band = band;
    this.#matcher = new WordMatcher(fr, en, lexicon);
    this.#ring = Array.from({ length: RING }, emptyRow);
  }

  /** Row i, which must be at most LONGEST_RUN before the last one asked for. */
  row(i: number): PairRow {
    while (this.#ready <= i) this.#nextFour();
    return this.#ring[i & (RING - 1)] ?? emptyRow();
  }

  #nextFour(): void {
    const first = this.#ready;
    const rows = this.#fr.count;
    const start = this.#band.low[Math.max(0, first - LONGEST_RUN)] ?? 0;
    const end = Math.min(this.#en.count, (this.#band.high[Math.min(rows, first + 4)] ?? 0) + LONGEST_RUN + 1);
    const width = end - start;
    for (let r = 0; r < 4; r++) resize(this.#ring[(first + r) & (RING - 1)], start, width);
    for (let from = 0; from < width; from += MOST_COLUMNS) {
      const columns = Math.min(MOST_COLUMNS, width - from);
      const products = this.#dots.four(this.#fr.rows, first, this.#en.rows, start + from, columns);
      for (let r = 0; r < 4; r++) {
        const weight = (this.#fr.runs.weight[first + r] ?? 0) / UNIT;
        const single = this.#ring[(first + r) & (RING - 1)]?.products[0];
        if (single === undefined) continue;
        for (let c = 0; c < columns; c++) {
          single[from + c] = weight * (this.#en.runs.weight[start + from + c] ?? 0) * (products[c * 4 + r] ?? 0);
        }
      }
    }
    for (let r = 0; r < Math.min(4, rows - first); r++) {
      const row = this.#ring[(first + r) & (RING - 1)];
      if (row === undefined) continue;
      for (let k = 1; k < LONGEST_RUN; k++) addUp(row.products[k], row.products[k - 1], row.products[0], k, width);
      this.#matcher.match(first + r, row);
    }
    this.#ready += 4;
  }
}

function emptyRow(): PairRow {
  const list = (): Float64Array[] => Array.from({ length: LONGEST_RUN }, () => new Float64Array(0));
  return {
    start: 0,
    width: 0,
    products: list(),
    covered: list(),
    numbers: list(),
    coveredBack: new Float64Array(0),
    numbersBack: new Float64Array(0),
  };
}

function resize(row: PairRow | undefined, start: number, width: number): void {
  if (row === undefined) return;
  row.start = start;
  row.width = width;
  const fits = row.coveredBack.length >= width;
  const room = fits ? 0 : width + 64;
  for (const list of [row.products, row.covered, row.numbers]) {
    list.forEach((values, k) => {
      if (fits) values.fill(0, 0, width);
      else list[k] = new Float64Array(room);
    });
  }
  row.coveredBack = fits ? row.coveredBack.fill(0, 0, width) : new Float64Array(room);
  row.numbersBack = fits ? row.numbersBack.fill(0, 0, width) : new Float64Array(room);
}

/** The runs of k + 1 sentences from those of k: the sentence at distance k joins. Runs beyond the end stay short. */
function addUp(
  out: Float64Array | undefined,
  shorter: Float64Array | undefined,
  single: Float64Array | undefined,
  k: number,
  width: number,
): void {
  if (out === undefined || shorter === undefined || single === undefined) return;
  for (let c = 0; c < width; c++) out[c] = (shorter[c] ?? 0) + (c + k < width ? (single[c + k] ?? 0) : 0);
}

/** Finds the words of a French sentence in the English sentences nearby, through the places where each word stands. */
class WordMatcher {
  readonly #fr: Sequence;
  readonly #en: Sequence;
  readonly #lexicon: Lexicon;
  /** Where each English word stands: token numbers, ascending, from `first[word]` on. */
  readonly #first: Int32Array;
  readonly #tokens: Int32Array;
  /** The place of each English token. */
  readonly #place: Int32Array;
  #best = new Float64Array(64);
  #back = new Float64Array(256);

  constructor(fr: Sequence, en: Sequence, lexicon: Lexicon) {
    this.#fr = fr;
    this.#en = en;
    this.#lexicon = lexicon;
    const words = en.texts.vocabulary.words.length;
    this.#first = new Int32Array(words + 1);
    for (const word of en.words) this.#first[word + 1] = (this.#first[word + 1] ?? 0) + 1;
    for (let word = 0; word < words; word++)
      this.#first[word + 1] = (this.#first[word + 1] ?? 0) + (this.#first[word] ?? 0);
    const next = this.#first.slice();
    this.#tokens = new Int32Array(en.words.length);
    this.#place = new Int32Array(en.words.length);
    for (let p = 0; p < en.count; p++) {
      for (let token = en.starts[p] ?? 0; token < (en.starts[p + 1] ?? 0); token++) {
        const word = en.words[token] ?? 0;
        this.#place[token] = p;
        this.#tokens[next[word] ?? 0] = token;
        next[word] = (next[word] ?? 0) + 1;
      }
    }
  }

  match(i: number, row: PairRow): void {
    const { rarity, isNumber } = this.#fr.texts.vocabulary;
    const end = row.start + row.width;
    const firstToken = this.#en.starts[row.start] ?? 0;
    const lastToken = this.#en.starts[end] ?? 0;
    if (this.#best.length < row.width + LONGEST_RUN) this.#best = new Float64Array(2 * row.width + LONGEST_RUN);
    if (this.#back.length < lastToken - firstToken) this.#back = new Float64Array(2 * (lastToken - firstToken));
    this.#back.fill(0, 0, lastToken - firstToken);
    for (let t = this.#fr.starts[i] ?? 0; t < (this.#fr.starts[i + 1] ?? 0); t++) {
      const word = this.#fr.words[t] ?? 0;
      if (!this.#mark(word, row.start, firstToken, lastToken)) continue;
      this.#cover(row, rarity[word] ?? 0, isNumber[word] === 1);
    }
    this.#coverBack(row, firstToken, lastToken);
  }

  /** Notes the best match of the word in each place and for each English token. Says whether there is any. */
  #mark(word: number, start: number, firstToken: number, lastToken: number): boolean {
    let found = false;
    for (let q = this.#lexicon.starts[word] ?? 0; q < (this.#lexicon.starts[word + 1] ?? 0); q++) {
      const match = this.#lexicon.words[q] ?? 0;
      const worth = this.#lexicon.worth[q] ?? 0;
      const end = this.#first[match + 1] ?? 0;
      for (let at = this.#from(match, firstToken); at < end; at++) {
        const token = this.#tokens[at] ?? 0;
        if (token >= lastToken) break;
        found = true;
        const c = (this.#place[token] ?? 0) - start;
        if (worth > (this.#best[c] ?? 0)) this.#best[c] = worth;
        if (worth > (this.#back[token - firstToken] ?? 0)) this.#back[token - firstToken] = worth;
      }
    }
    return found;
  }

  /** The first occurrence of the word that is not before the token. */
  #from(word: number, token: number): number {
    let low = this.#first[word] ?? 0;
    let high = this.#first[word + 1] ?? 0;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#tokens[middle] ?? 0) < token) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Counts the marked word for every run that has a match of it, and takes the marks away. */
  #cover(row: PairRow, rarity: number, isNumber: boolean): void {
    const best = this.#best;
    for (let k = 0; k < LONGEST_RUN; k++) {
      const covered = row.covered[k];
      const numbers = row.numbers[k];
      if (covered === undefined || numbers === undefined) continue;
      for (let c = 0; c < row.width; c++) {
        let worth = best[c] ?? 0;
        for (let q = 1; q <= k; q++) worth = Math.max(worth, best[c + q] ?? 0);
        if (worth <= LEAST_MATCH) continue;
        covered[c] = (covered[c] ?? 0) + worth * rarity;
        if (isNumber) numbers[c] = (numbers[c] ?? 0) + worth;
      }
    }
    best.fill(0, 0, row.width);
  }

  #coverBack(row: PairRow, firstToken: number, lastToken: number): void {
    const { rarity, isNumber } = this.#en.texts.vocabulary;
    for (let token = firstToken; token < lastToken; token++) {
      const worth = this.#back[token - firstToken] ?? 0;
      if (worth <= LEAST_MATCH) continue;
      const word = this.#en.words[token] ?? 0;
      const c = (this.#place[token] ?? 0) - row.start;
      row.coveredBack[c] = (row.coveredBack[c] ?? 0) + worth * (rarity[word] ?? 0);
      if (isNumber[word] === 1) row.numbersBack[c] = (row.numbersBack[c] ?? 0) + worth;
    }
  }
}
