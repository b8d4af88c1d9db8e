import { DIMENSION } from '../../encoder/encoder.ts';
import type { Steps } from '../steps.ts';
import { backgrounds } from './backgrounds.ts';
import { compete } from './competition.ts';
import { cover, products } from './coverage.ts';
import { FEATURE_NAMES, pairFeatures } from './features.ts';
import type { SentenceProfile } from './profile.ts';
import { bestSpanPair, type SpanPair } from './spanPair.ts';

/** Up to this many pairs every sentence is compared with every other. */
const ALL_PAIRS = 10_000;
/** Beyond, each sentence is compared with this many of the best partners by the margin of any of their clauses. */
const PARTNERS = 25;
/** A pair of sentences and what the model sees of it. */
export interface CandidatePair {
  readonly fr: number;
  readonly en: number;
  readonly spans: SpanPair;
  /** In the order of FEATURE_NAMES. */
  readonly features: Float64Array;
}

/**
 * Compares the sentences of two articles clause by clause. All pairs of short articles; in long ones the pairs
 * with the best margins.
 */
export function* candidatePairs(
  fr: readonly SentenceProfile[],
  en: readonly SentenceProfile[],
): Steps<CandidatePair[]> {
  const all = fr.length * en.length <= ALL_PAIRS;
  const backgroundsFr = backgrounds(fr, en);
  yield 0.05;
  const backgroundsEn = backgrounds(en, fr);
  yield 0.1;
  const candidates = all
    ? fr.map(() => en.map((_, j) => j))
    : yield* bestPartners(fr, en, backgroundsFr, backgroundsEn);
  const pairs: CandidatePair[] = [];
  const before = all ? 0.1 : 0.3;
  for (const [i, partners] of candidates.entries()) {
    const a = fr[i];
    const backgroundFr = backgroundsFr[i];
    if (!a || !backgroundFr) continue;
    for (const j of partners) {
      const b = en[j];
      const backgroundEn = backgroundsEn[j];
      if (!b || !backgroundEn) continue;
      const coverage = cover(a, b);
      const spans = bestSpanPair(a, b, coverage, backgroundFr, backgroundEn);
      const named = { ...pairFeatures(a, b, coverage, spans), competition: 0 };
      pairs.push({ fr: i, en: j, spans, features: Float64Array.from(FEATURE_NAMES, (name) => named[name]) });
      yield before + (1 - before) * (i / fr.length);
    }
  }
  compete(pairs, fr, en);
  return pairs;
}

/** By the best margin of whole sentences and single clauses: longer runs hardly change who is among the best. */
function* bestPartners(
  fr: readonly SentenceProfile[],
  en: readonly SentenceProfile[],
  backgroundsFr: readonly Float64Array[],
  backgroundsEn: readonly Float64Array[],
): Steps<number[][]> {
  const clausesEn = en.map((sentence, j) => clauseVectors(sentence, backgroundsEn[j]));
  const best = new Float32Array(fr.length * en.length);
  for (const [i, sentence] of fr.entries()) {
    const own = clauseVectors(sentence, backgroundsFr[i]);
    for (const [j, other] of clausesEn.entries()) best[i * en.length + j] = bestMargin(own, other);
    yield 0.1 + (0.2 * i) / fr.length;
  }
  const chosen = fr.map((_, i) => new Set(highest(best.subarray(i * en.length, (i + 1) * en.length))));
  const column = new Float32Array(fr.length);
  for (let j = 0; j < en.length; j++) {
    for (let i = 0; i < fr.length; i++) column[i] = best[i * en.length + j] ?? 0;
    for (const i of highest(column)) chosen[i]?.add(j);
  }
  return chosen.map((partners) => [...partners].sort((a, b) => a - b));
}

interface ClauseVectors {
  readonly vectors: Float32Array;
  readonly backgrounds: Float64Array;
}

function clauseVectors(sentence: SentenceProfile, background: Float64Array | undefined): ClauseVectors {
  const rows = sentence.spans.flatMap(({ clauses }, at) => (at === 0 || clauses.end - clauses.start === 1 ? [at] : []));
  const vectors = new Float32Array(rows.length * DIMENSION);
  rows.forEach((row, at) => {
    vectors.set(sentence.spanVectors.subarray(row * DIMENSION, (row + 1) * DIMENSION), at * DIMENSION);
  });
  return { vectors, backgrounds: Float64Array.from(rows, (row) => background?.[row] ?? 0) };
}

function bestMargin(a: ClauseVectors, b: ClauseVectors): number {
  const columns = b.backgrounds.length;
  const cosines = products(a.vectors, a.backgrounds.length, b.vectors, columns);
  let best = -Infinity;
  a.backgrounds.forEach((backgroundA, p) => {
    b.backgrounds.forEach((backgroundB, q) => {
      best = Math.max(best, (cosines[p * columns + q] ?? 0) - (backgroundA + backgroundB) / 2);
    });
  });
  return best;
}

function highest(values: Float32Array): number[] {
  const order = Array.from(values, (_, index) => index);
  order.sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0) || a - b);
  return order.slice(0, PARTNERS);
}
