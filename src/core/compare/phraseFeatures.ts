import type { Side, WordLink } from '../../contract.ts';
import type { WordPair } from './encodePairs.ts';
import { wordKinds, type WordKind } from './functionPhrases.ts';
import { cosines, similarities, transposed, withNeighbours, type WordMatrix } from './similarity.ts';
import { supports } from './support.ts';
import { bestLinks, linkMatrix } from './words.ts';

/** What the features of a phrase are made of: one side of a pair, seen against the other. */
export interface PhraseSide {
  readonly side: Side;
  readonly words: readonly string[];
  readonly kinds: readonly WordKind[];
  readonly support: Float64Array;
  /** Best cosine of each word with any word opposite. */
  readonly nearest: Float64Array;
  /** Word opposite that each word is linked with, -1 where none. */
  readonly partner: Int32Array;
  /** Score of that link, 0 where none. */
  readonly strength: Float64Array;
  /** Summed lengths of the words before each boundary, in characters with a part of the space between. */
  readonly lengths: Float64Array;
}

/** Both sides and the links between them. */
export interface PairEvidence {
  readonly sides: Readonly<Record<Side, PhraseSide>>;
  readonly links: readonly WordLink[];
}

/** As in words.ts, but here a word far off has to fit better. */
const POSITION = 0.3;

/** A space counts less than a letter: function words differ in number between the languages. */
const SPACE = 0.6;

export function gatherEvidence(pair: WordPair): PairEvidence {
  const cosine = cosines(pair);
  const similarity = similarities(cosine, pair, POSITION);
  const fit = withNeighbours(similarity, similarity);
  const linked = linkMatrix(pair, cosine);
  const links = bestLinks(linked);
  return {
    sides: {
      fr: phraseSide('fr', pair.fr.words, fit, cosine, linked, links),
      en: phraseSide('en', pair.en.words, transposed(fit), transposed(cosine), transposed(linked), links),
    },
    links,
  };
}

function phraseSide(
  side: Side,
  words: readonly string[],
  fit: WordMatrix,
  cosine: WordMatrix,
  linked: WordMatrix,
  links: readonly WordLink[],
): PhraseSide {
  const partner = new Int32Array(words.length).fill(-1);
  const strength = new Float64Array(words.length);
  for (const link of links) {
    const row = link[side];
    const column = link[side === 'fr' ? 'en' : 'fr'];
    partner[row] = column;
    strength[row] = linked.values[row * linked.columns + column] ?? 0;
  }
  const lengths = new Float64Array(words.length + 1);
  words.forEach((word, index) => {
    lengths[index + 1] = (lengths[index] ?? 0) + word.length + SPACE;
  });
  return {
    side,
    words,
    kinds: wordKinds(words, side),
    support: supports(fit),
    nearest: bestOfRows(cosine),
    partner,
    strength,
    lengths,
  };
}

function bestOfRows({ rows, columns, values }: WordMatrix): Float64Array {
  const best = new Float64Array(rows).fill(-1);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      best[row] = Math.max(best[row] ?? 0, values[row * columns + column] ?? 0);
    }
  }
  return best;
}
