import { DIMENSION, WORD_DIMENSION } from '../../encoder/encoder.ts';
import { part, type Steps } from '../steps.ts';
import { backgrounds, type Backgrounds } from './backgrounds.ts';
import { compete } from './competition.ts';
import { cosineBlocks, type CosineBlocks } from './cosineBlocks.ts';
import { cover, type Coverage } from './coverage.ts';
import { crossRarity, type CrossRarity } from './crossRarity.ts';
import { FEATURE_NAMES, pairFeatures } from './features.ts';
import type { SentenceProfile } from './profile.ts';
import { bestSpanPair, type SpanPair } from './spanPair.ts';

/** Up to this many pairs every sentence is compared with every other. */
const ALL_PAIRS = 3600;
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
  const comparison = yield* part(compareArticles(fr, en), 0, 0.1);
  const all = fr.length * en.length <= ALL_PAIRS;
  const candidates = all ? fr.map(() => en.map((_, j) => j)) : yield* bestPartners(comparison);
  const pairs: CandidatePair[] = [];
  const before = all ? 0.1 : 0.3;
  for (const [i, partners] of candidates.entries()) {
    for (const j of partners) {
      const pair = comparison.pair(i, j);
      if (pair) pairs.push(pair);
      yield before + (1 - before) * (i / fr.length);
    }
  }
  compete(pairs, fr, en);
  return pairs;
}

/** Prepares what all pairs share. */
export function* compareArticles(fr: readonly SentenceProfile[], en: readonly SentenceProfile[]): Steps<Comparison> {
  const words = (sentence: SentenceProfile): Float32Array => sentence.vectors;
  const spans = (sentence: SentenceProfile): Float32Array => sentence.spanVectors;
  const spanStarts = {
    fr: starts(fr, (sentence) => sentence.spans.length),
    en: starts(en, (sentence) => sentence.spans.length),
  };
  const spanCosines = yield* part(cosineBlocks(joined(fr, spans), joined(en, spans), DIMENSION), 0, 0.2);
  return new Comparison({
    fr,
    en,
    wordCosines: yield* part(cosineBlocks(joined(fr, words), joined(en, words), WORD_DIMENSION), 0.2, 0.4),
    wordStarts: {
      fr: starts(fr, (sentence) => sentence.words.length),
      en: starts(en, (sentence) => sentence.words.length),
    },
    spanCosines,
    spanStarts,
    backgrounds: yield* part(backgrounds(spanCosines, spanStarts), 0.4, 0.7),
    rarity: yield* part(crossRarity(fr, en), 0.7, 1),
  });
}

interface Starts {
  readonly fr: Int32Array;
  readonly en: Int32Array;
}

interface Prepared {
  readonly fr: readonly SentenceProfile[];
  readonly en: readonly SentenceProfile[];
  readonly wordCosines: CosineBlocks;
  readonly spanCosines: CosineBlocks;
  /** Where each sentence's words and spans start among its article's, and their number at the end. */
  readonly wordStarts: Starts;
  readonly spanStarts: Starts;
  readonly backgrounds: Backgrounds;
  readonly rarity: CrossRarity;
}

/** Two articles ready to be compared pair by pair. */
export class Comparison {
  readonly #of: Prepared;

  constructor(prepared: Prepared) {
    this.#of = prepared;
  }

  get size(): { readonly fr: number; readonly en: number } {
    return { fr: this.#of.fr.length, en: this.#of.en.length };
  }

  /** Everything about one pair but its competition with others. */
  pair(i: number, j: number): (CandidatePair & { readonly coverage: Coverage }) | null {
    const a = this.#of.fr[i];
    const b = this.#of.en[j];
    if (!a || !b) return null;
    const cosines = this.#of.wordCosines.block(
      this.#of.wordStarts.fr[i] ?? 0,
      a.words.length,
      this.#of.wordStarts.en[j] ?? 0,
      b.words.length,
    );
    const coverage = cover(a, b, cosines);
    const spans = bestSpanPair(
      a,
      b,
      coverage,
      this.spanCosines(i, j),
      this.background('fr', i),
      this.background('en', j),
    );
    const rarity = { fr: this.#of.rarity.fr[i] ?? NONE, en: this.#of.rarity.en[j] ?? NONE };
    const named = { ...pairFeatures(a, b, coverage, spans, rarity), competition: 0 };
    return { fr: i, en: j, spans, coverage, features: Float64Array.from(FEATURE_NAMES, (name) => named[name]) };
  }

  /** fr spans x en spans, row-major. */
  spanCosines(i: number, j: number): Float32Array {
    const fromFr = this.#of.spanStarts.fr[i] ?? 0;
    const fromEn = this.#of.spanStarts.en[j] ?? 0;
    const rows = (this.#of.spanStarts.fr[i + 1] ?? 0) - fromFr;
    return this.#of.spanCosines.block(fromFr, rows, fromEn, (this.#of.spanStarts.en[j + 1] ?? 0) - fromEn);
  }

  /** One value a span of the sentence. */
  background(side: 'fr' | 'en', sentence: number): Float64Array {
    const of = this.#of.spanStarts[side];
    return this.#of.backgrounds[side].subarray(of[sentence] ?? 0, of[sentence + 1] ?? 0);
  }
}

const NONE = new Float64Array();

function joined(
  sentences: readonly SentenceProfile[],
  vectors: (sentence: SentenceProfile) => Float32Array,
): Float32Array {
  const out = new Float32Array(sentences.reduce((sum, sentence) => sum + vectors(sentence).length, 0));
  let at = 0;
  for (const sentence of sentences) {
    out.set(vectors(sentence), at);
    at += vectors(sentence).length;
  }
  return out;
}

function starts(sentences: readonly SentenceProfile[], size: (sentence: SentenceProfile) => number): Int32Array {
  const out = new Int32Array(sentences.length + 1);
  sentences.forEach((sentence, index) => {
    out[index + 1] = (out[index] ?? 0) + size(sentence);
  });
  return out;
}

/** The partners with the best margin of any of their spans, from both sides. */
function* bestPartners(comparison: Comparison): Steps<number[][]> {
  const rows = comparison.size.fr;
  const columns = comparison.size.en;
  const best = new Float32Array(rows * columns);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) best[i * columns + j] = bestMargin(comparison, i, j);
    yield 0.1 + (0.2 * i) / rows;
  }
  const chosen = Array.from(
    { length: rows },
    (_, i) => new Set(highest(best.subarray(i * columns, (i + 1) * columns))),
  );
  const column = new Float32Array(rows);
  for (let j = 0; j < columns; j++) {
    for (let i = 0; i < rows; i++) column[i] = best[i * columns + j] ?? 0;
    for (const i of highest(column)) chosen[i]?.add(j);
  }
  return chosen.map((partners) => [...partners].sort((a, b) => a - b));
}

function bestMargin(comparison: Comparison, i: number, j: number): number {
  const cosines = comparison.spanCosines(i, j);
  const backgroundFr = comparison.background('fr', i);
  const backgroundEn = comparison.background('en', j);
  let best = -Infinity;
  for (let p = 0; p < backgroundFr.length; p++) {
    for (let q = 0; q < backgroundEn.length; q++) {
      const cosine = cosines[p * backgroundEn.length + q] ?? 0;
      best = Math.max(best, cosine - ((backgroundFr[p] ?? 0) + (backgroundEn[q] ?? 0)) / 2);
    }
  }
  return best;
}

function highest(values: Float32Array): number[] {
  const order = Array.from(values, (_, index) => index);
  order.sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0) || a - b);
  return order.slice(0, PARTNERS);
}
