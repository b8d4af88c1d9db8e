import type { PhraseSide } from './phraseFeatures.ts';

/**
 * What the model sees of a span of words: names of its features, in the order of its weights. Words add up; what holds of
 * the left edge, the right edge or the whole span counts once.
 */
export const WORD_FEATURES = [
  'content',
  'contentSupport',
  'contentSupported',
  'contentUnsupported',
  'contentLinked',
  'contentFirmlyLinked',
  'contentNearest',
  'function',
  'functionSupport',
  'functionLinked',
  'mark',
] as const;

export const LEFT_FEATURES = [
  'afterMark',
  'atStart',
  'beginsWithMark',
  'beginsWithFunctionWord',
  'afterFunctionWord',
  'afterUnsupported',
] as const;

export const RIGHT_FEATURES = [
  'beforeMark',
  'atEnd',
  'endsWithMark',
  'endsWithFunctionWord',
  'beforeFunctionWord',
  'beforeUnsupported',
] as const;

export const SPAN_FEATURES = [
  'bias',
  'french',
  'betweenMarks',
  'bridged',
  'bridgeOpen',
  'bridgeWidth',
  'bridgeMissing',
  'evenedLength',
  'logWords',
  'freeAround',
  'freeOpposite',
] as const;

export const FEATURE_NAMES = [...WORD_FEATURES, ...LEFT_FEATURES, ...RIGHT_FEATURES, ...SPAN_FEATURES] as const;

/** Support from which a content word is surely said opposite, and below which it surely is not. */
const SUPPORTED = 0.3;
const UNSUPPORTED = 0.1;

/** Score from which a link is firm. */
const FIRM = 0.45;

/** Support below which a word counts as free wording. */
const FREE = 0.35;

/** What a function word weighs beside a content word. */
const FUNCTION_WEIGHT = 0.2;

/** A bridge rests on links within this many words of the span, of at least this score. */
const BRIDGE_REACH = 4;
const BRIDGE_STRENGTH = 0.25;

/** French takes this much more room than English. */
const EXPANSION = 1.06;

/** Writes the features of one word behind `at`. */
export function wordFeatures(side: PhraseSide, index: number, out: Float64Array, at: number): void {
  const support = side.support[index] ?? 0;
  const linked = (side.partner[index] ?? -1) >= 0 ? 1 : 0;
  switch (side.kinds[index]) {
    case 'content':
      out[at] = 1;
      out[at + 1] = support;
      out[at + 2] = Math.max(0, support - SUPPORTED);
      out[at + 3] = Math.max(0, UNSUPPORTED - support);
      out[at + 4] = linked;
      out[at + 5] = Math.max(0, (side.strength[index] ?? 0) - FIRM);
      out[at + 6] = side.nearest[index] ?? 0;
      return;
    case 'function':
      out[at + 7] = 1;
      out[at + 8] = support;
      out[at + 9] = linked;
      return;
    case 'mark':
    case undefined:
      out[at + 10] = 1;
  }
}

export function leftFeatures(side: PhraseSide, start: number, out: Float64Array, at: number): void {
  const before = side.kinds[start - 1];
  const first = side.kinds[start];
  out[at] = before === undefined || before === 'mark' ? 1 : 0;
  out[at + 1] = before === undefined ? 1 : 0;
  out[at + 2] = first === 'mark' ? 1 : 0;
  out[at + 3] = first === 'function' ? 1 : 0;
  out[at + 4] = before === 'function' ? 1 : 0;
  out[at + 5] = weakness(side, start - 1, -1);
}

export function rightFeatures(side: PhraseSide, end: number, out: Float64Array, at: number): void {
  const behind = side.kinds[end];
  const last = side.kinds[end - 1];
  out[at] = behind === undefined || behind === 'mark' ? 1 : 0;
  out[at + 1] = behind === undefined || (behind === 'mark' && end === side.words.length - 1) ? 1 : 0;
  out[at + 2] = last === 'mark' ? 1 : 0;
  out[at + 3] = last === 'function' ? 1 : 0;
  out[at + 4] = behind === 'function' ? 1 : 0;
  out[at + 5] = weakness(side, end, 1);
}

/** How little the next content word outside the span is supported: a span that leaves it out may be cut short. */
function weakness(side: PhraseSide, from: number, step: number): number {
  for (let index = from; ; index += step) {
    const kind = side.kinds[index];
    if (kind === undefined || kind === 'mark') return 0;
    if (kind === 'content') return Math.max(0, FREE - (side.support[index] ?? 0));
  }
}

/** What is the same for all spans of a side. */
export class SpanSurroundings {
  readonly #side: PhraseSide;
  readonly #oppositeLength: number;
  readonly #uneven: number;
  readonly #free: Float64Array;
  readonly #weights: Float64Array;
  readonly #open: Float64Array;
  readonly #openShare: number;
  readonly #leftPost: Int32Array;
  readonly #rightPost: Int32Array;

  constructor(side: PhraseSide, opposite: PhraseSide) {
    this.#side = side;
    const count = side.words.length;
    this.#oppositeLength = (opposite.lengths.at(-1) ?? 0) * (side.side === 'fr' ? EXPANSION : 1 / EXPANSION);
    this.#uneven = this.#unevenness(side.lengths.at(-1) ?? 0);
    this.#free = summed(count, (index) => weightOf(side, index) * Math.max(0, FREE - (side.support[index] ?? 0)));
    this.#weights = summed(count, (index) => weightOf(side, index));
    this.#open = summed(opposite.words.length, (index) => openness(opposite, index));
    const oppositeWeight = opposite.words.reduce((sum, _, index) => sum + weightOf(opposite, index), 0);
    this.#openShare = (this.#open.at(-1) ?? 0) / (oppositeWeight + 1);
    this.#leftPost = Int32Array.from({ length: count + 1 }, (_, boundary) => post(side, boundary - 1, -1, -1));
    this.#rightPost = Int32Array.from({ length: count + 1 }, (_, boundary) =>
      post(side, boundary, 1, opposite.words.length),
    );
  }

  features(start: number, end: number, out: Float64Array, at: number): void {
    const { lengths, kinds, words } = this.#side;
    const all = words.length;
    out[at] = 1;
    out[at + 1] = this.#side.side === 'fr' ? 1 : 0;
    out[at + 2] = (kinds[start - 1] ?? 'mark') === 'mark' && (kinds[end] ?? 'mark') === 'mark' ? 1 : 0;
    this.#bridge(start, end, out, at + 3);
    const kept = (lengths[all] ?? 0) - (lengths[end] ?? 0) + (lengths[start] ?? 0);
    out[at + 7] = this.#unevenness(kept) - this.#uneven;
    out[at + 8] = Math.log(end - start);
    out[at + 9] = around(this.#free, start, end) / (around(this.#weights, start, end) + 1);
    out[at + 10] = this.#openShare;
  }

  /**
   * If the words left and right of the span are linked with words that stand side by side, the span has nothing between
   * them opposite: it was put in, or left out.
   */
  #bridge(start: number, end: number, out: Float64Array, at: number): void {
    const left = this.#leftPost[start] ?? NO_POST;
    const right = this.#rightPost[end] ?? NO_POST;
    const stands = left !== NO_POST && right !== NO_POST;
    const spans = stands && right > left;
    out[at] = spans ? 1 : 0;
    out[at + 1] = spans ? (this.#open[right] ?? 0) - (this.#open[left + 1] ?? 0) : 0;
    out[at + 2] = spans ? Math.min(3, right - left - 1) : 0;
    out[at + 3] = stands ? 0 : 1;
  }

  /** How far this many characters are from the length that the opposite side makes one expect. */
  #unevenness(length: number): number {
    return Math.min(1.5, Math.abs(Math.log(Math.max(length, 1) / Math.max(this.#oppositeLength, 1))));
  }
}

const NO_POST = -2;

/** The word opposite that the nearest linked word is linked with; `edge` at the end of the sentence. */
function post(side: PhraseSide, from: number, step: number, edge: number): number {
  for (let index = from; Math.abs(index - from) < BRIDGE_REACH; index += step) {
    if (index < 0 || index >= side.words.length) return edge;
    if ((side.partner[index] ?? -1) >= 0 && (side.strength[index] ?? 0) > BRIDGE_STRENGTH)
      return side.partner[index] ?? NO_POST;
  }
  return NO_POST;
}

function weightOf({ kinds }: PhraseSide, index: number): number {
  return kinds[index] === 'content' ? 1 : kinds[index] === 'function' ? FUNCTION_WEIGHT : 0;
}

/** How much a word is left without a counterpart, 0 to 1. */
function openness(side: PhraseSide, index: number): number {
  if ((side.partner[index] ?? -1) >= 0) return 0;
  return weightOf(side, index) * Math.min(1, Math.max(0, (0.5 - (side.support[index] ?? 0)) / 0.4));
}

/** Sums before each boundary. */
function summed(count: number, value: (index: number) => number): Float64Array {
  const sums = new Float64Array(count + 1);
  for (let index = 0; index < count; index++) sums[index + 1] = (sums[index] ?? 0) + value(index);
  return sums;
}

function around(sums: Float64Array, start: number, end: number): number {
  return (sums.at(-1) ?? 0) - (sums[end] ?? 0) + (sums[start] ?? 0);
}
