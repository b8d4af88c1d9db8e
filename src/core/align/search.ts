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

/** Less than any product. */
const LEAST = -(2 ** 31);

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
  const candidates = Array.from({ length: ofFr.count }, (_, i) => new Set(ofFr.others(i)));
  for (let j = 0; j < ofEn.count; j++) for (const i of ofEn.others(j)) candidates[i]?.add(j);
  yield 0.3;
  ofFr.clear();
  ofEn.clear();
  for (const [i, others] of candidates.entries()) {
    for (const j of [...others].sort((a, b) => a - b)) {
      const margin = of(i, j);
      ofFr.offer(i, j, margin);
      ofEn.offer(j, i, margin);
    }
    if (i % 64 === 0) yield 0.3 + (0.7 * i) / candidates.length;
  }
}

function* scan(dots: Dots, fr: SearchSide, en: SearchSide, ofFr: BestLists, ofEn: BestLists): Steps<void> {
  const n = fr.rows.count;
  const m = en.rows.count;
  const takeFr = dots.thresholds(n);
  const takeEn = dots.thresholds(m);
  const [offsetsFr, leastFr] = [takeFr.offsets(), takeFr.least()];
  const [offsetsEn, leastEn] = [takeEn.offsets(), takeEn.least()];
  offsetsFr.set(fr.near.map((value) => Math.round((value * UNIT) / 2)));
  offsetsEn.set(en.near.map((value) => Math.round((value * UNIT) / 2)));
  leastFr.fill(LEAST, 0, n);
  leastEn.fill(LEAST, 0, m);
  for (let i = 0; i < n; i += 4) {
    const rows = Math.min(4, n - i);
    for (let from = 0; from < m; from += TILE) {
      const columns = Math.min(TILE, m - from);
      const products = dots.four(fr.rows, i, en.rows, from, columns);
      for (const c of dots.interesting(takeFr, i, takeEn, from, columns)) {
        const j = from + c;
        for (let r = 0; r < rows; r++) {
          const product = products[c * 4 + r] ?? 0;
          leastFr[i + r] = ofFr.offer(i + r, j, product - (offsetsEn[j] ?? 0));
          leastEn[j] = ofEn.offer(j, i + r, product - (offsetsFr[i + r] ?? 0));
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
  readonly #scores: Float64Array;
  readonly #others: Int32Array;

  constructor(count: number) {
    this.count = count;
    this.best = new Float64Array(count);
    this.#scores = new Float64Array(count * KEPT);
    this.#others = new Int32Array(count * KEPT);
    this.clear();
  }

  clear(): void {
    this.best.fill(-1);
    this.#scores.fill(-Infinity);
    this.#others.fill(-1);
  }

  /** @returns what the next offer must exceed to get in */
  offer(s: number, other: number, score: number): number {
    const first = s * KEPT;
    const last = first + KEPT - 1;
    let place = last;
    const worst = this.#scores[place] ?? 0;
    if (score <= worst) return Math.max(worst, LEAST);
    while (place > first && score > (this.#scores[place - 1] ?? 0)) {
      this.#scores[place] = this.#scores[place - 1] ?? 0;
      this.#others[place] = this.#others[place - 1] ?? 0;
      place--;
    }
    this.#scores[place] = score;
    this.#others[place] = other;
    this.best[s] = this.#scores[first] ?? 0;
    return Math.max(this.#scores[last] ?? 0, LEAST);
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
