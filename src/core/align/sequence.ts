import { LONGEST_RUN, type Runs } from './backgrounds.ts';
import type { Rows } from './dots.ts';
import type { SentenceTexts } from './text.ts';

/** One article's sentences in the order and selection in which the lattice walks through them. */
export interface Sequence {
  readonly count: number;
  /** The sentence at each place. */
  readonly order: Int32Array;
  /** How many sentences a bead may take from each place on: runs do not cross a seam, where neighbours are not neighbours. */
  readonly room: Uint8Array;
  readonly rows: Rows;
  readonly runs: Runs;
  /** Best margin of each place's sentence with any sentence of the other article. */
  readonly bestMargin: Float64Array;
  readonly characters: Float64Array;
  readonly punctuation: Uint8Array;
  readonly texts: SentenceTexts;
  /** The words in this order: place p has `words[starts[p]]` to `words[starts[p + 1] - 1]`. */
  readonly starts: Int32Array;
  readonly words: Int32Array;
  /** Sums over the places before: characters, rarity of the words, number of numbers. */
  readonly charactersBefore: Float64Array;
  readonly rarityBefore: Float64Array;
  readonly numbersBefore: Float64Array;
}

/**
 * @param order the sentence at each place
 * @param rows vectors by place
 * @param runs of neighbouring places
 * @param bestMargin by sentence
 */
export function sequenceOf(
  texts: SentenceTexts,
  order: Int32Array,
  rows: Rows,
  runs: Runs,
  bestMargin: Float64Array,
): Sequence {
  const count = order.length;
  const pick = (values: Float64Array): Float64Array => Float64Array.from(order, (s) => values[s] ?? 0);
  const starts = new Int32Array(count + 1);
  order.forEach((s, p) => {
    starts[p + 1] = (starts[p] ?? 0) + (texts.starts[s + 1] ?? 0) - (texts.starts[s] ?? 0);
  });
  const words = new Int32Array(starts[count] ?? 0);
  order.forEach((s, p) => {
    words.set(texts.words.subarray(texts.starts[s], texts.starts[s + 1]), starts[p] ?? 0);
  });
  const { rarity, isNumber } = texts.vocabulary;
  const sumOfWords = (values: Float64Array | Uint8Array) => (p: number) => {
    let sum = 0;
    for (let token = starts[p] ?? 0; token < (starts[p + 1] ?? 0); token++) sum += values[words[token] ?? 0] ?? 0;
    return sum;
  };
  const characters = pick(texts.characters);
  return {
    count,
    order,
    room: roomOf(order),
    rows,
    runs,
    bestMargin: pick(bestMargin),
    characters,
    punctuation: Uint8Array.from(order, (s) => texts.punctuation[s] ?? 0),
    texts,
    starts,
    words,
    charactersBefore: before(count, (p) => characters[p] ?? 0),
    rarityBefore: before(count, sumOfWords(rarity)),
    numbersBefore: before(count, sumOfWords(isNumber)),
  };
}

function before(count: number, value: (place: number) => number): Float64Array {
  const sums = new Float64Array(count + 1);
  for (let p = 0; p < count; p++) sums[p + 1] = (sums[p] ?? 0) + value(p);
  return sums;
}

function roomOf(order: Int32Array): Uint8Array {
  const room = new Uint8Array(order.length).fill(1);
  for (let p = order.length - 2; p >= 0; p--) {
    if (order[p + 1] === (order[p] ?? 0) + 1) room[p] = Math.min(LONGEST_RUN, (room[p + 1] ?? 0) + 1);
  }
  return room;
}
