import type { Row, Side } from '../../contract.ts';
import { isAlone } from '../state/places.ts';

/** A row that ties the columns: first and last sentence on each side. */
export type Knot = Readonly<Record<Side, { readonly first: number; readonly last: number }>>;

/** A partial pair ties less than a whole one. */
const PARTIAL_WEIGHT = 0.6;

/**
 * The pairs along which both columns can go down together: the heaviest chain of rows that is increasing on both sides.
 * Moved pairs and crossing links stay out of it, else the other column would jump to and fro.
 */
export function tieChain(rows: readonly Row[]): Knot[] {
  const knots = rows
    .filter((row) => !isAlone(row) && row.status !== 'moved')
    .map((row) => ({
      fr: { first: row.fr[0] ?? 0, last: row.fr.at(-1) ?? 0 },
      en: { first: row.en[0] ?? 0, last: row.en.at(-1) ?? 0 },
      // Cubed, so that some doubtful pairs do not outweigh a sure one.
      weight: row.confidence ** 3 * (row.parts ? PARTIAL_WEIGHT : 1),
    }));
  const size = Math.max(0, ...knots.map(({ en }) => en.last)) + 2;
  const best = new BestUpTo(size);
  const total = new Float64Array(knots.length);
  const before = new Int32Array(knots.length).fill(-1);
  const order = [...knots.keys()].sort((a, b) => from(a, 'first') - from(b, 'first'));
  const ready = [...knots.keys()].sort((a, b) => from(a, 'last') - from(b, 'last'));
  let next = 0;
  for (const at of order) {
    const knot = knots[at];
    if (!knot) continue;
    for (let other = ready[next]; other !== undefined && from(other, 'last') < knot.fr.first; other = ready[++next]) {
      best.put((knots[other]?.en.last ?? 0) + 1, other, total[other] ?? 0);
    }
    const previous = best.upTo(knot.en.first);
    before[at] = previous;
    total[at] = knot.weight + (previous < 0 ? 0 : (total[previous] ?? 0));
  }
  let end = -1;
  for (const at of knots.keys()) if (end < 0 || (total[at] ?? 0) > (total[end] ?? 0)) end = at;
  const chain: Knot[] = [];
  for (let at = end; at >= 0; at = before[at] ?? -1) {
    const knot = knots[at];
    if (knot) chain.push({ fr: knot.fr, en: knot.en });
  }
  return chain.reverse();

  function from(at: number, edge: 'first' | 'last'): number {
    return knots[at]?.fr[edge] ?? 0;
  }
}

/** The rows that go against the order of the chain: some knot stands before them on one side and after them on the other. */
export function crossingRows(rows: readonly Row[], chain: readonly Knot[]): Set<number> {
  const crossing = new Set<number>();
  rows.forEach((row, at) => {
    if (isCrossing(chain, row)) crossing.add(at);
  });
  return crossing;
}

function isCrossing(chain: readonly Knot[], row: Row): boolean {
  if (isAlone(row)) return false;
  const first = { fr: row.fr[0] ?? 0, en: row.en[0] ?? 0 };
  const last = { fr: row.fr.at(-1) ?? 0, en: row.en.at(-1) ?? 0 };
  const before = chain[countWhile(chain, (knot) => knot.fr.last < first.fr) - 1];
  const after = chain[countWhile(chain, (knot) => knot.fr.first <= last.fr)];
  return (before !== undefined && before.en.first > last.en) || (after !== undefined && after.en.last < first.en);
}

/** How many entries from the start fit, where all that fit come first. */
function countWhile(chain: readonly Knot[], fits: (knot: Knot) => boolean): number {
  let low = 0;
  let high = chain.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const knot = chain[middle];
    if (knot && fits(knot)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The best entry at any place up to a given one; places count from 1 (a Fenwick tree of maxima). */
class BestUpTo {
  readonly #entry: Int32Array;
  readonly #value: Float64Array;

  constructor(size: number) {
    this.#entry = new Int32Array(size + 1).fill(-1);
    this.#value = new Float64Array(size + 1);
  }

  put(place: number, entry: number, value: number): void {
    for (let at = place; at < this.#entry.length; at += at & -at) {
      if ((this.#entry[at] ?? -1) >= 0 && (this.#value[at] ?? 0) >= value) continue;
      this.#entry[at] = entry;
      this.#value[at] = value;
    }
  }

  /** -1 where there is none. */
  upTo(place: number): number {
    let found = -1;
    let value = -1;
    for (let at = place; at > 0; at -= at & -at) {
      const entry = this.#entry[at] ?? -1;
      if (entry < 0 || (this.#value[at] ?? 0) <= value) continue;
      found = entry;
      value = this.#value[at] ?? 0;
    }
    return found;
  }
}

/** Heights of the same points of both columns, ascending on both sides; index `count` is the end of the text. */
export interface Rail {
  readonly count: number;
  y(side: Side, point: number): number;
}

/**
 * Where the other column is when this one is at `y`: between two tied points it goes in proportion, so that neither
 * column ever jumps, and where one side has nothing to show it waits.
 */
export function across(rail: Rail, side: Side, other: Side, y: number): number {
  let low = -1;
  let high = rail.count;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (rail.y(side, middle) <= y) low = middle;
    else high = middle;
  }
  const here = low < 0 ? 0 : rail.y(side, low);
  const there = low < 0 ? 0 : rail.y(other, low);
  const length = rail.y(side, high) - here;
  const share = length > 0 ? Math.min(1, (y - here) / length) : 0;
  return there + share * (rail.y(other, high) - there);
}

/** How far down the window the reader's eye is taken to be, of its height. */
const EYE = 0.35;

/**
 * The line under the eye, from the top of the window. It starts at the top of the text and ends at its bottom, so that
 * both columns reach their ends together.
 *
 * @param furthest the largest scroll position
 */
export function eyeLine(scroll: number, furthest: number, height: number): number {
  const rest = height * EYE;
  if (furthest <= 0) return 0;
  const nearTop = Math.min(rest, scroll);
  const nearEnd = height - (furthest - scroll);
  return Math.max(nearTop, Math.min(height, nearEnd));
}

/** Of each pixel scrolled, how much of a gap between where a column is and where the tie wants it is made good. */
const CATCH_UP = 0.35;

/** What is left of such a gap (after a jump to a moved sentence, say) once the reader has scrolled on by `distance`. */
export function slipAfter(slip: number, distance: number): number {
  const less = Math.abs(distance) * CATCH_UP;
  return Math.abs(slip) <= less ? 0 : slip - Math.sign(slip) * less;
}
