import type { Mark, OnlyMark, Side } from '../../contract.ts';
import { compareFacts, rangesOf, touches, type FactOptions } from './facts.ts';
import { gatherEvidence } from './phraseFeatures.ts';
import { phraseCertainty } from './phraseCertainty.ts';
import { findPhrases, type Phrase } from './phrases.ts';
import { presentable } from './presentable.ts';
import type { WordSide } from './similarity.ts';
import type { Word } from './tokens.ts';

/** One side of a pair: its text, cut into words, and what the encoder makes of them. */
export interface PairSide {
  readonly text: string;
  /** Where a new sentence begins, in the text: no mark reaches over it. */
  readonly breaks: readonly number[];
  readonly words: readonly Word[];
  readonly vectors: Float32Array;
}

/** Marks less sure than this are not worth keeping: one untouched pair in ten has one. */
const LEAST_CERTAINTY = 0.17;

/**
 * Everything that a sentence and its translation say differently: phrases that one of them adds, facts that they state otherwise.
 * Where marks overlap, what changed goes before what stands on one side only, and the surer mark before the other.
 * @returns marks with ranges relative to the two texts
 */
export function comparePair(pair: Readonly<Record<Side, PairSide>>, options: FactOptions): Mark[] {
  if (pair.fr.words.length === 0 || pair.en.words.length === 0) return [];
  const evidence = gatherEvidence({ fr: wordSide(pair.fr), en: wordSide(pair.en) });
  const facts = compareFacts(
    { fr: pair.fr.text, en: pair.en.text },
    { fr: pair.fr.words, en: pair.en.words },
    evidence,
    options,
  );
  const phrases = findPhrases(evidence).flatMap((phrase) => phraseMarks(phrase, pair[phrase.side]));
  return withoutOverlap([...facts, ...phrases]).filter(({ certainty }) => certainty >= LEAST_CERTAINTY);
}

function wordSide({ words, vectors }: PairSide): WordSide {
  return { words: words.map(({ text }) => text), vectors };
}

/** The marks of a phrase: one for each sentence that it reaches into. */
function phraseMarks(phrase: Phrase, { words, breaks }: PairSide): OnlyMark[] {
  const texts = words.map(({ text }) => text);
  const cuts = breaks
    .map((offset) => words.findIndex(({ start }) => start >= offset))
    .filter((index) => index > phrase.start && index < phrase.end);
  const edges = [phrase.start, ...cuts, phrase.end];
  return edges.slice(1).flatMap((end, index) => {
    const part = presentable({ ...phrase, start: edges[index] ?? end, end }, texts);
    const first = part && words[part.start];
    const last = part && words[part.end - 1];
    if (!first || !last) return [];
    const range = { start: first.start, end: last.end };
    return [{ kind: 'only', side: phrase.side, unit: 'phrase', range, certainty: phraseCertainty(phrase) }];
  });
}

function withoutOverlap(marks: readonly Mark[]): Mark[] {
  const rank = (mark: Mark): number => (mark.kind === 'changed' ? 1 : 0) + mark.certainty;
  const kept: Mark[] = [];
  for (const mark of [...marks].sort((a, b) => rank(b) - rank(a))) {
    // A quotation or a negation spans words that may differ by themselves.
    const isWide = (other: Mark): boolean =>
      other.kind === 'changed' && (other.fact === 'quotation' || other.fact === 'negation');
    const clashes = kept.some(
      (other) =>
        !isWide(other) &&
        !isWide(mark) &&
        rangesOf(mark).some(([side, range]) =>
          rangesOf(other).some(([otherSide, otherRange]) => side === otherSide && touches(range, otherRange)),
        ),
    );
    if (!clashes) kept.push(mark);
  }
  return kept;
}
