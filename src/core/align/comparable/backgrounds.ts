import { part, type Steps } from '../steps.ts';
import type { CosineBlocks } from './cosineBlocks.ts';

/** Sentences of the other article that a background is taken from, at most: beyond, every n-th is taken. */
const SAMPLE = 120;
/** The background is the mean of the 2nd to this rank. */
const LAST_RANK = 6;
/** Background where the other article has one sentence only. */
const ALONE = 0.2;

/** Background similarity of every span of both articles, in one array a side. */
export interface Backgrounds {
  readonly fr: Float64Array;
  readonly en: Float64Array;
}

/**
 * How similar each span is to sentences that it does not correspond to: the mean of its 2nd to 6th best sentences of the
 * other article, a sentence counting with its best span.
 * @param starts where each sentence's spans start among the article's, and their number at the end
 */
export function* backgrounds(
  cosines: CosineBlocks,
  starts: { readonly fr: Int32Array; readonly en: Int32Array },
): Steps<Backgrounds> {
  const spansFr = starts.fr.at(-1) ?? 0;
  const spansEn = starts.en.at(-1) ?? 0;
  const ofFr = ranks(spansFr, starts.en, (from, count) => cosines.block(0, spansFr, from, count));
  const ofEn = ranks(spansEn, starts.fr, (from, count) =>
    flipped(cosines.block(from, count, 0, spansEn), count, spansEn),
  );
  const fr = yield* part(ofFr, 0, 0.5);
  const en = yield* part(ofEn, 0.5, 1);
  return { fr, en };
}

/** @param read cosines of all own spans with some spans of the other article, row-major */
function* ranks(
  spans: number,
  starts: Int32Array,
  read: (from: number, count: number) => Float32Array,
): Steps<Float64Array> {
  const sentences = starts.length - 1;
  const best: Float64Array[] = [];
  for (let at = 0; at < sentences; at += Math.max(1, sentences / SAMPLE)) {
    const from = starts[Math.floor(at)] ?? 0;
    const count = (starts[Math.floor(at) + 1] ?? from) - from;
    const values = read(from, count);
    const most = new Float64Array(spans).fill(-1);
    for (let i = 0; i < spans; i++) {
      for (let j = 0; j < count; j++) most[i] = Math.max(most[i] ?? 0, values[i * count + j] ?? 0);
    }
    best.push(most);
    yield at / sentences;
  }
  const column = new Float64Array(best.length);
  return Float64Array.from({ length: spans }, (_, span) => {
    best.forEach((most, index) => {
      column[index] = most[span] ?? 0;
    });
    column.sort();
    const ranked = column.subarray(Math.max(0, column.length - LAST_RANK), Math.max(0, column.length - 1));
    return ranked.length === 0 ? ALONE : ranked.reduce((sum, value) => sum + value, 0) / ranked.length;
  });
}

function flipped(values: Float32Array, rows: number, columns: number): Float32Array {
  const out = new Float32Array(values.length);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) out[j * rows + i] = values[i * columns + j] ?? 0;
  }
  return out;
}
