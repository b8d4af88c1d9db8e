import type { Side, WordLink } from '../../contract.ts';
import { cosines, similarities, withNeighbours, type WordMatrix, type WordSide } from './similarity.ts';

/** What a whole sentence's length between the two words' relative positions costs, in units of similarity. */
const POSITION = 0.25;

/**
 * Links the words of a pair: two words are linked where each is the other's best counterpart.
 * Method: cosine of context-dependent word vectors, less a penalty for position, plus a bonus for links of the
 * neighbours, taken twice (as in grow-diag of statistical aligners, but as a score). Measured and left out: itermax and
 * optimal transport (SimAlign, Jalili Sabet et al. 2020), similarity of spelling, dictionaries, which gain nothing, and a
 * second encoder, which gains .01 of AER for ten times the time.
 */
export function linkWords(pair: Readonly<Record<Side, WordSide>>): WordLink[] {
  return bestLinks(linkMatrix(pair, cosines(pair)));
}

/** How well each two words fit, neighbours considered. */
export function linkMatrix(pair: Readonly<Record<Side, WordSide>>, cosine: WordMatrix): WordMatrix {
  const similarity = similarities(cosine, pair, POSITION);
  return withNeighbours(similarity, withNeighbours(similarity, similarity));
}

/**
 * The pairs of words that are each other's best. Of equal ones the first is taken. Pairs that are right in fewer than
 * LEAST_CONFIDENCE of the cases are left out.
 */
export function bestLinks({ rows, columns, values }: WordMatrix): WordLink[] {
  const ofRow = Array.from({ length: rows }, (_, row) => bestTwo(values, row * columns, 1, columns));
  const ofColumn = Array.from({ length: columns }, (_, column) => bestTwo(values, column, columns, rows));
  return ofRow.flatMap(({ at, score, second }, row) => {
    const column = ofColumn[at];
    if (column?.at !== row) return [];
    const confidence = confidenceOf(score, score - Math.max(second, column.second));
    return confidence < LEAST_CONFIDENCE ? [] : [{ fr: row, en: at, confidence }];
  });
}

/** Leaving out unlikely links is worth .002 of AER. */
const LEAST_CONFIDENCE = 0.65;

/** Logistic regression on the links of the hand-linked stories; right in its ten tenths of confidence to .015. */
const CALIBRATION = { offset: -0.627, score: 2.553, margin: 8.413 };

/** @param margin how much better the two words fit than either of them and any other word */
function confidenceOf(score: number, margin: number): number {
  const { offset, score: ofScore, margin: ofMargin } = CALIBRATION;
  return 1 / (1 + Math.exp(-(offset + ofScore * score + ofMargin * Math.min(margin, WIDE_MARGIN))));
}

/** A word alone has no rival, and no infinite certainty. */
const WIDE_MARGIN = 1;

interface BestTwo {
  readonly at: number;
  readonly score: number;
  /** The best but one. */
  readonly second: number;
}

function bestTwo(values: Float64Array, from: number, step: number, count: number): BestTwo {
  let at = -1;
  let score = -Infinity;
  let second = -Infinity;
  for (let index = 0; index < count; index++) {
    const value = values[from + index * step] ?? 0;
    if (value > score) {
      second = score;
      score = value;
      at = index;
    } else if (value > second) second = value;
  }
  return { at, score, second };
}
