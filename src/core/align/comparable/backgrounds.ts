import { DIMENSION } from '../../encoder/encoder.ts';
import { products } from './coverage.ts';
import type { SentenceProfile } from './profile.ts';

/** Sentences of the other article that a background is taken from, at most: beyond, every n-th is taken. */
const SAMPLE = 120;
/** The background is the mean of the 2nd to this rank. */
const LAST_RANK = 6;
/** Background where the other article has one sentence only. */
const ALONE = 0.2;

/**
 * How similar each span is to sentences that it does not correspond to: the mean of its 2nd to 6th best sentences of the
 * other article, a sentence counting with its best span. One value a span, sentence by sentence.
 */
export function backgrounds(own: readonly SentenceProfile[], other: readonly SentenceProfile[]): Float64Array[] {
  const step = Math.max(1, other.length / SAMPLE);
  const sample: SentenceProfile[] = [];
  for (let at = 0; at < other.length; at += step) {
    const sentence = other[Math.floor(at)];
    if (sentence) sample.push(sentence);
  }
  return own.map(({ spans, spanVectors }) => {
    const best = sample.map((sentence) => bestOfRow(spanVectors, spans.length, sentence));
    return Float64Array.from(spans, (_, span) => ranksTwoToSix(best.map((values) => values[span] ?? 0)));
  });
}

function bestOfRow(vectors: Float32Array, rows: number, sentence: SentenceProfile): Float64Array {
  const columns = sentence.spans.length;
  const cosines = products(vectors.subarray(0, rows * DIMENSION), rows, sentence.spanVectors, columns);
  const best = new Float64Array(rows);
  for (let i = 0; i < rows; i++) best[i] = Math.max(...cosines.subarray(i * columns, (i + 1) * columns));
  return best;
}

function ranksTwoToSix(values: number[]): number {
  const ranked = values.sort((a, b) => b - a).slice(1, LAST_RANK);
  return ranked.length === 0 ? ALONE : ranked.reduce((sum, value) => sum + value, 0) / ranked.length;
}
