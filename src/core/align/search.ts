import type { Runs } from './backgrounds.ts';
import { UNIT, type Dots, type Rows } from './dots.ts';
import { project } from './project.ts';
import { part, type Steps } from './steps.ts';

/** Best partners kept for each sentence. */
const KEPT = 8;
/** Up to this many sentence pairs every cosine is computed in full; beyond it a projection picks the candidates. */
const EXHAUSTIVE_PAIRS = 4_000_000;
/** Values of the projection; see project.ts for what it keeps. */
const PROJECTED = 128;
/** Columns worked on at a time, so that they stay in the processor's cache. */
const TILE = 128;

/** The margin of a pair is its cosine less the mean of both sentences' near backgrounds: ordinary likeness gives 0. */
export interface Margins {
  of(i: number, j: number): number;
  /** Best partners by margin, best first, KEPT for each French sentence; -1 where there are fewer. */
  readonly partnersOfFr: Partners;
  readonly partnersOfEn: Partners;
}

export interface Partners {
  /** Best margin of each sentence; -1 without any partner. */
  readonly best: Float64Array;
  /** The best partners of sentence s, best first, ties by index. */
  of(s: number): readonly { readonly other: number; readonly margin: number }[];
}

/** The sentences of one article as the search needs them. */
interface SearchSide {
  readonly rows: Rows;
  /** Near background of each single sentence. */
  readonly near: Float64Array;
}

interface RowsWithRuns {
  readonly rows: Rows;
  readonly runs: Runs;
}

/** Finds the best partners of all sentences, whatever their order in the two articles. */
export function* search(dots: Dots, articleFr: RowsWithRuns, articleEn: RowsWithRuns): Steps<Margins> {
  const fr = searchSide(articleFr);
  const en = searchSide(articleEn);
  const of = (i: number, j: number): number =>
    dots.one(fr.rows, i, en.rows, j) / UNIT - ((fr.near[i] ?? 0) + (en.near[j] ?? 0)) / 2;
  const few = fr.rows.count * en.rows.count <= EXHAUSTIVE_PAIRS;
  const [left, right] = few ? [fr.rows, en.rows] : yield* part(project(dots, [fr.rows, en.rows], PROJECTED), 0, 0.15);
  const ofFr = new BestLists(left.count);
  const ofEn = new BestLists(right.count);
  yield* part(scan(dots, { rows: left, near: fr.near }, { rows: right, near: en.near }, ofFr, ofEn), 0.15, 0.9);
  yield* part(settle(of, ofFr, ofEn), 0.9, 1);
  return { of, partnersOfFr: ofFr, partnersOfEn: ofEn };
}

function searchSide({ rows, runs }: RowsWithRuns): SearchSide {
  return { rows, near: runs.near[0] ?? new Float64Array(rows.count) };
}

/** Puts the exact margins of every candidate of either side into both sides' lists. */
function* settle(of: (i: number, j: number) => number, ofFr: BestLists, ofEn: BestLists): Steps<void> {
  const pairs: [number, number][] = [];
  for (let i = 0; i < ofFr.count; i++) for (const j of ofFr.others(i)) pairs.push([i, j]);
  for (let j = 0; j < ofEn.count; j++) {
    for (const i of ofEn.others(j)) if (!ofFr.others(i).includes(j)) pairs.push([i, j]);
  }
  pairs.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  ofFr.clear();
  ofEn.clear();
  for (const [at, [i, j]] of pairs.entries()) {
    const margin = of(i, j);
    ofFr.offer(i, j, margin);
    ofEn.offer(j, i, margin);
    if (at % 1000 === 0) yield at / pairs.length;
  }
}

function* scan(dots: Dots, fr: SearchSide, en: SearchSide, ofFr: BestLists, ofEn: BestLists): Steps<void> {
  const n = fr.rows.count;
  const m = en.rows.count;
  const nearFr = fr.near.map((value) => Math.round((value * UNIT) / 2));
  const nearEn = en.near.map((value) => Math.round((value * UNIT) / 2));
  for (let i = 0; i < n; i += 4) {
    const rows = Math.min(4, n - i);
    for (let from = 0; from < m; from += TILE) {
      const columns = Math.min(TILE, m - from);
      const products = dots.four(fr.rows, i, en.rows, from, columns);
      for (let r = 0; r < rows; r++) {
        const near = nearFr[i + r] ?? 0;
        for (let c = 0; c < columns; c++) {
          const product = products[c * 4 + r] ?? 0;
          const forFr = product - (nearEn[from + c] ?? 0);
          if (forFr > (ofFr.worst[i + r] ?? 0)) ofFr.offer(i + r, from + c, forFr);
          const forEn = product - near;
          if (forEn > (ofEn.worst[from + c] ?? 0)) ofEn.offer(from + c, i + r, forEn);
        }
      }
    }
    yield i / n;
  }
}

/** For each of many sentences the KEPT best of what was offered to it; of equals the first offered stay ahead. */
class BestLists implements Partners {
  readonly count: number;
  readonly best: Float64Array;
  /** What an offer must exceed to get in. */
  readonly worst: Float64Array;
  readonly #scores: Float64Array;
  readonly #others: Int32Array;

  constructor(count: number) {
    this.count = count;
    this.best = new Float64Array(count);
    this.worst = new Float64Array(count);
    this.#scores = new Float64Array(count * KEPT);
    this.#others = new Int32Array(count * KEPT);
    this.clear();
  }

  clear(): void {
    this.best.fill(-1);
    this.worst.fill(-Infinity);
    this.#scores.fill(-Infinity);
    this.#others.fill(-1);
  }

  offer(s: number, other: number, score: number): void {
    const first = s * KEPT;
    let place = first + KEPT - 1;
    if (score <= (this.#scores[place] ?? 0)) return;
    while (place > first && score > (this.#scores[place - 1] ?? 0)) {
      this.#scores[place] = this.#scores[place - 1] ?? 0;
      this.#others[place] = this.#others[place - 1] ?? 0;
      place--;
    }
    this.#scores[place] = score;
    this.#others[place] = other;
    this.worst[s] = this.#scores[first + KEPT - 1] ?? 0;
    this.best[s] = this.#scores[first] ?? 0;
  }

  others(s: number): number[] {
    const others: number[] = [];
    for (let place = s * KEPT; place < (s + 1) * KEPT; place++) {
      const other = this.#others[place] ?? -1;
      if (other >= 0) others.push(other);
    }
    return others;
  }

  of(s: number): { other: number; margin: number }[] {
    return this.others(s).map((other, rank) => ({ other, margin: this.#scores[s * KEPT + rank] ?? 0 }));
  }
}
