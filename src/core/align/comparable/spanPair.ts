import type { Coverage } from './coverage.ts';
import type { SentenceProfile } from './profile.ts';

/** Coverage that a word needs for a span to gain by having it. */
const COVERAGE_NEEDED = 0.5;
/** Worth of the span vectors' margin against covered words, per square root of the lighter span's weight. */
const MARGIN_WORTH = 2;

/** Two spans that say the same, and how much of them does. Weights are sums of word weights. */
export interface SpanPair {
  /** Indexes into the sentences' `spans`. */
  readonly fr: number;
  readonly en: number;
  readonly cosine: number;
  readonly margin: number;
  readonly covered: Sides;
  readonly weight: Sides;
  /** The same for the two whole sentences. */
  readonly whole: {
    readonly cosine: number;
    readonly margin: number;
    readonly covered: Sides;
    readonly weight: Sides;
  };
}

interface Sides {
  readonly fr: number;
  readonly en: number;
}

/**
 * The runs of clauses of two sentences that correspond best: most covered weight, each word having to be covered
 * by half to be worth taking in, and the best margin of the span vectors.
 * @param cosines of the span vectors, fr spans x en spans
 * @param backgroundsFr one value a span (backgrounds.ts)
 */
export function bestSpanPair(
  fr: SentenceProfile,
  en: SentenceProfile,
  coverage: Coverage,
  cosines: Float32Array,
  backgroundsFr: Float64Array,
  backgroundsEn: Float64Array,
): SpanPair {
  const rows = fr.spans.length;
  const columns = en.spans.length;
  const coveredFr = coveredWeights(fr, en, coverage.saidFr);
  const coveredEn = coveredWeights(en, fr, coverage.saidEn);
  const weightFr = spanWeights(fr);
  const weightEn = spanWeights(en);
  const read = (p: number, q: number): Omit<SpanPair, 'whole'> => {
    const cosine = cosines[p * columns + q] ?? 0;
    return {
      fr: p,
      en: q,
      cosine,
      margin: cosine - ((backgroundsFr[p] ?? 0) + (backgroundsEn[q] ?? 0)) / 2,
      covered: { fr: coveredFr[p * columns + q] ?? 0, en: coveredEn[q * rows + p] ?? 0 },
      weight: { fr: weightFr[p] ?? 0, en: weightEn[q] ?? 0 },
    };
  };
  let best = -Infinity;
  let bestFr = 0;
  let bestEn = 0;
  for (let p = 0; p < rows; p++) {
    for (let q = 0; q < columns; q++) {
      const margin = (cosines[p * columns + q] ?? 0) - ((backgroundsFr[p] ?? 0) + (backgroundsEn[q] ?? 0)) / 2;
      const weightP = weightFr[p] ?? 0;
      const weightQ = weightEn[q] ?? 0;
      const gain =
        (coveredFr[p * columns + q] ?? 0) +
        (coveredEn[q * rows + p] ?? 0) -
        COVERAGE_NEEDED * (weightP + weightQ) +
        MARGIN_WORTH * margin * Math.sqrt(Math.min(weightP, weightQ));
      if (gain > best) {
        best = gain;
        bestFr = p;
        bestEn = q;
      }
    }
  }
  return { ...read(bestFr, bestEn), whole: read(0, 0) };
}

/** own spans x other spans: the weight of the own span's words that the other span says. */
function coveredWeights(own: SentenceProfile, other: SentenceProfile, said: Float64Array): Float64Array {
  const clauses = other.cuts.length - 1;
  const columns = other.spans.length;
  const out = new Float64Array(own.spans.length * columns);
  const before = new Float64Array(own.words.length + 1);
  other.spans.forEach((span, q) => {
    for (let i = 0; i < own.words.length; i++) {
      let best = 0;
      for (let clause = span.clauses.start; clause < span.clauses.end; clause++) {
        best = Math.max(best, said[i * clauses + clause] ?? 0);
      }
      before[i + 1] = (before[i] ?? 0) + (own.weights[i] ?? 0) * best;
    }
    own.spans.forEach(({ words }, p) => {
      out[p * columns + q] = (before[words.end] ?? 0) - (before[words.start] ?? 0);
    });
  });
  return out;
}

function spanWeights({ spans, weights }: SentenceProfile): Float64Array {
  return Float64Array.from(spans, ({ words }) => {
    let sum = 0;
    for (let i = words.start; i < words.end; i++) sum += weights[i] ?? 0;
    return sum;
  });
}
