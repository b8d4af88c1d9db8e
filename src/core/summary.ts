import type { Comparison, Fact, Row, Side } from '../contract.ts';
import { SHOWN_CERTAINTY } from '../contract.ts';

/** What the header says in words. Page furniture is counted nowhere. */
export interface Summary {
  readonly sentences: Readonly<Record<Side, number>>;
  /**
   * The side with fewer sentences, French where both have as many: `correspond`, `partly`, `moved` and `joined` count
   * its sentences, so that correspond + only[side] = sentences[side].
   */
  readonly side: Side;
  /** Sentences that have a counterpart, whole or in part. */
  readonly correspond: number;
  /** Of these, the sentences of which only a part has one. */
  readonly partly: number;
  /** Of these, the sentences whose counterpart stands out of order. */
  readonly moved: number;
  /** Of these, the sentences that were split or joined. */
  readonly joined: number;
  readonly only: Readonly<Record<Side, number>>;
  /** Facts that both sides state, differently. */
  readonly changed: Readonly<Record<Fact, number>>;
  /** Phrases, numbers and names that one side of a pair has alone. */
  readonly within: Readonly<Record<Side, number>>;
}

/** Counts what the rows of a comparison show. */
export function summaryOf(comparison: Comparison, rows: readonly Row[]): Summary {
  const sentences = { fr: countSentences(comparison, 'fr'), en: countSentences(comparison, 'en') };
  const side: Side = sentences.en < sentences.fr ? 'en' : 'fr';
  const counted = rows.filter((row) => !row.furniture);
  const indexesOf = (wanted: (row: Row) => boolean): Set<number> =>
    new Set(counted.filter(wanted).flatMap((row) => row[side]));

  const paired = indexesOf((row) => row.fr.length > 0 && row.en.length > 0);
  const whole = indexesOf((row) => row.fr.length > 0 && row.en.length > 0 && !row.parts);
  return {
    sentences,
    side,
    correspond: paired.size,
    partly: paired.size - whole.size,
    moved: indexesOf((row) => row.status === 'moved').size,
    joined: indexesOf((row) => row.fr.length > 0 && row.en.length > 0 && row.fr.length + row.en.length > 2).size,
    only: {
      fr: counted.filter((row) => row.status === 'only-fr').length,
      en: counted.filter((row) => row.status === 'only-en').length,
    },
    ...countMarks(comparison),
  };
}

function countSentences(comparison: Comparison, side: Side): number {
  const { sentences, blocks } = comparison.articles[side];
  return sentences.filter((sentence) => !blocks[sentence.block]?.furniture).length;
}

function countMarks(comparison: Comparison): Pick<Summary, 'changed' | 'within'> {
  const changed: Record<Fact, number> = { number: 0, date: 0, name: 0, negation: 0, quotation: 0 };
  const within: Record<Side, number> = { fr: 0, en: 0 };
  for (const mark of comparison.marks) {
    if (mark.certainty < SHOWN_CERTAINTY) continue;
    if (mark.kind === 'changed') changed[mark.fact] += 1;
    else within[mark.side] += 1;
  }
  return { changed, within };
}

/** What the library keeps of a comparison: sentences with a counterpart, of all on the shorter side. */
export function matchedOf(summary: Summary): { matched: number; sentences: number } {
  return { matched: summary.correspond, sentences: summary.sentences[summary.side] };
}
