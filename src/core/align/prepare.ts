import type { Side } from '../../contract.ts';
import { DIMENSION } from '../encoder/encoder.ts';
import { BACKGROUND_SAMPLE, backgrounds, type Runs } from './backgrounds.ts';
import { bandAround, type Waypoint } from './band.ts';
import type { Dots, Rows } from './dots.ts';
import type { Order } from './order.ts';
import type { Pins } from './pins.ts';
import { sample } from './random.ts';
import type { Lattice } from './scores.ts';
import type { Margins } from './search.ts';
import { sequenceOf, type Sequence } from './sequence.ts';
import { part, type Steps } from './steps.ts';
import { readSentences, type SentenceTexts } from './text.ts';

/** One article as it was given: texts and vectors. */
export interface ArticleRows {
  readonly texts: SentenceTexts;
  readonly rows: Rows;
  /** The vectors that the other article's backgrounds are taken from. */
  readonly sample: Rows;
}

export interface ArticleRuns extends ArticleRows {
  readonly runs: Runs;
}

export function* readArticleRows(
  dots: Dots,
  sentences: readonly string[],
  vectors: Float32Array,
  side: Side,
): Steps<ArticleRows> {
  const texts = yield* part(readSentences(sentences, side), 0, 0.5);
  const rows = yield* part(dots.quantise(vectors, DIMENSION, sample(texts.count, Infinity, 0)), 0.5, 1);
  return { texts, rows, sample: dots.gather(rows, sample(texts.count, BACKGROUND_SAMPLE, side === 'fr' ? 1 : 2)) };
}

export function* withRuns(dots: Dots, article: ArticleRows, other: ArticleRows): Steps<ArticleRuns> {
  const runs = yield* backgrounds(dots, article.rows, article.texts.characters, other.sample);
  return { ...article, runs };
}

/** Both articles in the recovered order, without the pinned sentences, and the band around the way through them. */
export function* latticeOf(
  dots: Dots,
  fr: ArticleRuns,
  en: ArticleRuns,
  margins: Margins,
  order: Order,
  pins: Pins,
): Steps<Lattice> {
  const orderFr = sample(fr.texts.count, Infinity, 0).filter((i) => pins.taken.fr[i] !== 1);
  const orderEn = order.permutation.filter((j) => pins.taken.en[j] !== 1);
  yield 0;
  const sequenceFr = yield* part(inOrder(dots, fr, en, orderFr, margins.partnersOfFr.best), 0, 0.5);
  yield 0.5;
  const sequenceEn = yield* part(inOrder(dots, en, fr, orderEn, margins.partnersOfEn.best), 0.5, 1);
  yield 1;
  const ways = waysThrough(order, pins, fr.texts.count);
  return {
    dots,
    fr: sequenceFr,
    en: sequenceEn,
    band: bandAround(orderFr.length, orderEn.length, ways.waypoints, ways.gates),
  };
}

/** Runs are of neighbours: another order, other runs. */
function* inOrder(
  dots: Dots,
  article: ArticleRuns,
  other: ArticleRows,
  order: Int32Array,
  bestMargin: Float64Array,
): Steps<Sequence> {
  const { texts } = article;
  if (order.length === texts.count && order.every((sentence, place) => sentence === place)) {
    return sequenceOf(texts, order, article.rows, article.runs, bestMargin);
  }
  const rows = dots.gather(article.rows, order);
  const characters = Float64Array.from(order, (sentence) => texts.characters[sentence] ?? 0);
  const runs = yield* backgrounds(dots, rows, characters, other.sample);
  return sequenceOf(texts, order, rows, runs, bestMargin);
}

/** Where the anchors lie in the lattice: how many unpinned sentences stand before them on both sides. */
function waysThrough(order: Order, pins: Pins, n: number): { waypoints: Waypoint[]; gates: Waypoint[] } {
  const placeFr = places(sample(n, Infinity, 0), pins.taken.fr);
  const placeEn = places(order.permutation, pins.taken.en);
  const waypoints: Waypoint[] = [];
  const gates: Waypoint[] = [];
  for (const { i, j } of order.accepted) {
    const at = { i: placeFr[i] ?? 0, j: placeEn[j] ?? 0 };
    waypoints.push(at);
    if (pins.taken.fr[i] === 1) gates.push(at);
  }
  return { waypoints, gates };
}

function places(order: Int32Array, taken: Uint8Array): Int32Array {
  const place = new Int32Array(order.length);
  let before = 0;
  for (const sentence of order) {
    place[sentence] = before;
    if (taken[sentence] !== 1) before++;
  }
  return place;
}
