import type { Comparison, Mark, Range, Side } from '../../contract.ts';
import { SIDES } from '../../contract.ts';
import type { Steps } from '../align/steps.ts';
import { numberMentions } from './numberMentions.ts';
import { agree, compareNumbers } from './numbers.ts';

type Aligned = Omit<Comparison, 'marks'>;

/**
 * The marks of all pairs, in the order of the beads, then of the links.
 *
 * Two articles on one event choose what they tell: a number that one of them leaves out is no difference, nor is one that
 * the other article states elsewhere. There only what corresponds is compared, and the surest correspondence of a number
 * alone judges it.
 */
export function* markSteps(aligned: Aligned): Steps<Mark[]> {
  if (aligned.pairKind === 'translation') return yield* translationMarks(aligned);
  return yield* comparableMarks(aligned);
}

function* translationMarks(aligned: Aligned): Steps<Mark[]> {
  const pairs = correspondences(aligned);
  const marks: Mark[] = [];
  for (const [at, pair] of pairs.entries()) {
    yield at / pairs.length;
    marks.push(...pairMarks(aligned, pair));
  }
  return marks;
}

function* comparableMarks(aligned: Aligned): Steps<Mark[]> {
  const pairs = correspondences(aligned).sort((a, b) => b.confidence - a.confidence);
  const stated = {
    fr: numberMentions(aligned.articles.fr.text, 'fr'),
    en: numberMentions(aligned.articles.en.text, 'en'),
  };
  const judged = { fr: new Set<number>(), en: new Set<number>() };
  const isStatedOpposite = (side: Side, { start, end }: Range): boolean => {
    const mentions = numberMentions(aligned.articles[side].text.slice(start, end), side);
    const opposite = stated[side === 'fr' ? 'en' : 'fr'];
    return mentions.some((mention) => opposite.some((other) => agree(mention, other)));
  };
  const marks: Mark[] = [];
  for (const [at, pair] of pairs.entries()) {
    yield at / pairs.length;
    for (const mark of pairMarks(aligned, pair)) {
      if (mark.kind === 'only' || judged.fr.has(mark.fr.start) || judged.en.has(mark.en.start)) continue;
      if (!isStatedOpposite('fr', mark.fr) && !isStatedOpposite('en', mark.en)) marks.push(mark);
    }
    for (const side of SIDES) for (const { start } of numbersIn(aligned, side, pair[side])) judged[side].add(start);
  }
  return marks;
}

/** What corresponds to what: ranges of the two texts. */
interface Correspondence extends Readonly<Record<Side, readonly Range[]>> {
  readonly confidence: number;
}

function correspondences({ articles, beads, links }: Aligned): Correspondence[] {
  const sentences = (side: Side, indexes: readonly number[]): Range[] =>
    indexes.flatMap((index) => articles[side].sentences[index] ?? []);
  const fromBeads = beads
    .filter((bead) => bead.fr.length > 0 && bead.en.length > 0)
    .map(({ fr, en, parts, confidence }) => ({
      fr: parts ? [parts.fr] : sentences('fr', fr),
      en: parts ? [parts.en] : sentences('en', en),
      confidence,
    }));
  return [...fromBeads, ...links.map(({ parts, confidence }) => ({ fr: [parts.fr], en: [parts.en], confidence }))];
}

function pairMarks(aligned: Aligned, pair: Correspondence): Mark[] {
  const passages = { fr: new Passage(aligned, 'fr', pair.fr), en: new Passage(aligned, 'en', pair.en) };
  return compareNumbers(passages.fr.text, passages.en.text).flatMap(
    (mark) => placed(mark, passages, pair.confidence) ?? [],
  );
}

function numbersIn(aligned: Aligned, side: Side, ranges: readonly Range[]): Range[] {
  const passage = new Passage(aligned, side, ranges);
  return numberMentions(passage.text, side).flatMap((mention) => passage.inArticle(mention) ?? []);
}

/** Ranges of an article read as one text, a line each, so that nothing is read across them. */
class Passage {
  readonly text: string;
  readonly #pieces: readonly Range[];

  constructor({ articles }: Aligned, side: Side, pieces: readonly Range[]) {
    this.#pieces = pieces;
    this.text = pieces.map(({ start, end }) => articles[side].text.slice(start, end)).join('\n');
  }

  /** The article's range of a range of this text; `null` where it reaches over two pieces. */
  inArticle(range: Range): Range | null {
    let offset = 0;
    for (const { start, end } of this.#pieces) {
      const length = end - start;
      if (range.start >= offset && range.end <= offset + length)
        return { start: range.start - offset + start, end: range.end - offset + start };
      offset += length + 1;
    }
    return null;
  }
}

/** A difference in a pair is as sure as the pair at most. */
function placed(mark: Mark, passages: Readonly<Record<Side, Passage>>, confidence: number): Mark | null {
  const certainty = mark.certainty * confidence;
  if (mark.kind === 'only') {
    const range = passages[mark.side].inArticle(mark.range);
    return range && { ...mark, range, certainty };
  }
  const fr = passages.fr.inArticle(mark.fr);
  const en = passages.en.inArticle(mark.en);
  return fr && en && { ...mark, fr, en, certainty };
}
