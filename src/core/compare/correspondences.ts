import type { Comparison, Range, Side } from '../../contract.ts';
import { SIDES } from '../../contract.ts';

export type Aligned = Omit<Comparison, 'marks'>;

/** What corresponds to what: ranges of the two texts. */
export interface Correspondence extends Readonly<Record<Side, readonly Range[]>> {
  readonly confidence: number;
}

/** The beads that pair something, in their order, then the links. */
export function correspondences({ articles, beads, links }: Aligned): Correspondence[] {
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

/** For each sentence that has a counterpart, the correspondences that it stands in, as indexes into `correspondences()`. */
export function pairsOfSentences({ beads, links }: Aligned): Readonly<Record<Side, ReadonlyMap<number, number[]>>> {
  const found = { fr: new Map<number, number[]>(), en: new Map<number, number[]>() };
  const pairs = [
    ...beads.filter((bead) => bead.fr.length > 0 && bead.en.length > 0),
    ...links.map(({ fr, en }) => ({ fr: [fr], en: [en] })),
  ];
  for (const [index, pair] of pairs.entries()) {
    for (const side of SIDES) {
      for (const sentence of pair[side]) {
        const those = found[side].get(sentence);
        if (those) those.push(index);
        else found[side].set(sentence, [index]);
      }
    }
  }
  return found;
}

/** Ranges of an article read as one text, a line each, so that nothing is read across them. */
export class Passage {
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

  /** Where in this text each piece but the first begins. */
  breaks(): number[] {
    let offset = 0;
    return this.#pieces.slice(0, -1).map(({ start, end }) => (offset += end - start + 1));
  }
}
