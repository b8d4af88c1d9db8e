import type { PairKind, Side } from '../../contract.ts';
import { pairKindOf } from './pairKind.ts';
import { bagsOf, candidatesOf, decode, type Decoding } from './decode.ts';
import { Dots } from './dots.ts';
import { dropUnsure, linkLeftovers, uncross, type Candidate } from './leftovers.ts';
import { learnLexicon } from './learn.ts';
import { mergeLexicons, spellingLexicon, type Lexicon } from './lexicon.ts';
import { recoverOrder, type Order } from './order.ts';
import { readPins, type Pin } from './pins.ts';
import { latticeOf, readArticleRows, withRuns } from './prepare.ts';
import { NO_PRIORS } from './priors.ts';
import type { Lattice } from './scores.ts';
import { search, type Margins } from './search.ts';
import { part, type Steps } from './steps.ts';
import { TRAINED, type Weights } from './weights.ts';

export interface AlignInput {
  readonly fr: readonly string[];
  readonly en: readonly string[];
  /** One vector a sentence, row-major. */
  readonly vectors: Readonly<Record<Side, Float32Array>>;
  /** What the reader has fixed. */
  readonly pins?: readonly Pin[];
  /** The reader's own word on the kind of pair. */
  readonly pairKind?: PairKind;
}

/** An alignment with what led to it, for the evaluation and the training. */
export interface Solution {
  readonly candidates: readonly Candidate[];
  readonly pairKind: PairKind;
  readonly margins: Margins;
  readonly order: Order;
  readonly lattice: Lattice;
  readonly lexicon: Lexicon;
  readonly decoding: Decoding;
}

/** French sentences from which the articles' own dictionary is learned. Worth up to .003 strict F1. */
const LEXICON_SENTENCES = 25;

/** The whole method; both articles have at least one sentence. */
export function* solve(input: AlignInput, weights: Weights = TRAINED): Steps<Solution> {
  const dots = new Dots();
  const rowsFr = yield* part(readArticleRows(dots, input.fr, input.vectors.fr, 'fr'), 0, 0.03);
  const rowsEn = yield* part(readArticleRows(dots, input.en, input.vectors.en, 'en'), 0.03, 0.06);
  const fr = yield* part(withRuns(dots, rowsFr, rowsEn), 0.06, 0.13);
  const en = yield* part(withRuns(dots, rowsEn, rowsFr), 0.13, 0.2);
  const margins = yield* part(search(dots, fr, en), 0.2, 0.5);
  const pins = readPins(input.pins ?? [], fr.texts.count, en.texts.count);
  const order = recoverOrder(margins, fr.texts.count, en.texts.count, pins);
  yield 0.5;
  const lattice = yield* part(latticeOf(dots, fr, en, margins, order, pins), 0.5, 0.6);

  const spelling = spellingLexicon(fr.texts.vocabulary, en.texts.vocabulary);
  yield 0.6;
  let lexicon = spelling;
  let decoding = yield* part(decode(lattice, lexicon, weights, NO_PRIORS), 0.6, 0.78);
  if (lattice.fr.count >= LEXICON_SENTENCES) {
    const bags = yield* part(bagsOf(lattice, decoding), 0.78, 0.78);
    const wordsFr = fr.texts.vocabulary.words.length;
    const wordsEn = en.texts.vocabulary.words.length;
    const learned = yield* part(learnLexicon(bags, wordsFr, wordsEn), 0.78, 0.82);
    yield 0.82;
    lexicon = mergeLexicons(spelling, learned);
    yield 0.82;
    decoding = yield* part(decode(lattice, lexicon, weights, decoding.priors), 0.82, 1);
  }

  const pinned = pins.pins.map((pin): Candidate => ({ ...pin, origin: 'pinned', evidence: 1 }));
  const found = [...uncross(candidatesOf(lattice, decoding), margins), ...pinned];
  const pairKind = input.pairKind ?? pairKindOf(found, fr.texts.count, en.texts.count);
  const candidates =
    pairKind === 'comparable'
      ? linkLeftovers(dropUnsure(found), margins, { fr: fr.texts.characters, en: en.texts.characters })
      : linkLeftovers(found, margins, null);
  return { candidates, pairKind, margins, order, lattice, lexicon, decoding };
}
