import type { Comparison, Mark, Range, Side } from '../../contract.ts';
import { SIDES } from '../../contract.ts';
import type { Steps } from '../align/steps.ts';
import { coveringIndex } from '../ranges.ts';
import { numberMentions } from './numberMentions.ts';
import { agree, compareNumbers } from './numbers.ts';

type Aligned = Omit<Comparison, 'marks'>;

/**
 * The marks of all pairs, in the order of the beads, then of the links. In two articles on one event only what
 * corresponds is compared, the surest correspondence of a number alone judges it, and a number that any sentence linked
 * with its own states too is no difference.
 */
export function* markSteps(aligned: Aligned): Steps<Mark[]> {
  const comparable = aligned.pairKind === 'comparable';
  const pairs = comparable
    ? correspondences(aligned).sort((a, b) => b.confidence - a.confidence)
    : correspondences(aligned);
  const partners = comparable ? linkedSentences(aligned) : null;
  const judged = new Set<string>();
  const marks: Mark[] = [];
  for (const [at, pair] of pairs.entries()) {
    yield at / pairs.length;
    const passages = { fr: new Passage(aligned, 'fr', pair.fr), en: new Passage(aligned, 'en', pair.en) };
    for (const found of compareNumbers(passages.fr.text, passages.en.text)) {
      const mark = placed(found, passages, pair.confidence);
      if (mark === null || sidesOf(mark).some(([side, range]) => judged.has(key(side, range)))) continue;
      if (partners && isAnswered(aligned, mark, partners)) continue;
      marks.push(mark);
    }
    if (partners)
      for (const side of SIDES) for (const number of passages[side].numbers()) judged.add(key(side, number));
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

/** Ranges of an article read as one text, a line each, so that nothing is read across them. */
class Passage {
  readonly text: string;
  readonly #side: Side;
  readonly #pieces: readonly Range[];

  constructor({ articles }: Aligned, side: Side, pieces: readonly Range[]) {
    this.#side = side;
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

  numbers(): Range[] {
    return numberMentions(this.text, this.#side).flatMap((mention) => this.inArticle(mention) ?? []);
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

function sidesOf(mark: Mark): [Side, Range][] {
  return mark.kind === 'only'
    ? [[mark.side, mark.range]]
    : [
        ['fr', mark.fr],
        ['en', mark.en],
      ];
}

function key(side: Side, range: Range): string {
  return `${side}${range.start}`;
}

/** For each sentence, all sentences opposite that it is linked with. */
function linkedSentences({ beads, links }: Aligned): Record<Side, Map<number, number[]>> {
  const linked = { fr: new Map<number, number[]>(), en: new Map<number, number[]>() };
  const add = (side: Side, index: number, others: readonly number[]): void => {
    linked[side].set(index, [...(linked[side].get(index) ?? []), ...others]);
  };
  for (const { fr, en } of [...beads, ...links.map((link) => ({ fr: [link.fr], en: [link.en] }))]) {
    for (const index of fr) add('fr', index, en);
    for (const index of en) add('en', index, fr);
  }
  return linked;
}

function isAnswered(
  { articles }: Aligned,
  mark: Mark,
  partners: Readonly<Record<Side, ReadonlyMap<number, readonly number[]>>>,
): boolean {
  return sidesOf(mark).some(([side, range]) => {
    const other: Side = side === 'fr' ? 'en' : 'fr';
    const index = coveringIndex(articles[side].sentences, range);
    const stated = numberMentions(articles[side].text.slice(range.start, range.end), side);
    return (partners[side].get(index) ?? []).some((partner) => {
      const { start, end } = articles[other].sentences[partner] ?? { start: 0, end: 0 };
      const opposite = numberMentions(articles[other].text.slice(start, end), other);
      return stated.some((mention) => opposite.some((answer) => agree(mention, answer)));
    });
  });
}
