import type { Bead, Comparison, Mark, PartialLink, Row, RowStatus, Side } from '../contract.ts';
import { SIDES } from '../contract.ts';
import { rangeCovers } from './ranges.ts';
import { marksBySentence, type MarksBySentence } from './compare/marksBySentence.ts';

/**
 * The lines of the Pairs view and of the exports, in the reading order of the French text: one for each bead that has
 * both sides, one for each partial link, one for each sentence that stands alone. What stands in English only comes
 * after the English sentence before it, wherever that one went.
 */
export function rowsOf(comparison: Comparison): Row[] {
  const marks = marksBySentence(comparison);
  const linked = linkedSentences(comparison.links);
  const shown = new Set<Mark>();
  const rows: Row[] = [];
  for (const bead of comparison.beads) {
    if (bead.fr.length > 0 && bead.en.length > 0) rows.push(pairRow(bead, marks, shown));
    else rows.push(...loneRows(comparison, bead, linked, marks));
  }
  const clauses = [...comparison.links].sort((a, b) => a.parts.fr.start - b.parts.fr.start || a.en - b.en);
  for (const link of clauses) rows.push(linkRow(link, marks, shown));
  return inReadingOrder(rows);
}

/** The beads in the same order as the rows: that of the French text, English-only ones where they stand in English. */
export function beadsInReadingOrder(beads: readonly Bead[]): Bead[] {
  return inReadingOrder(beads);
}

function pairRow(bead: Bead, marks: MarksBySentence, shown: Set<Mark>): Row {
  const inside = marks.within(bead);
  for (const mark of inside) shown.add(mark);
  const status: RowStatus = bead.moved ? 'moved' : bead.parts ? 'partial' : 'match';
  return {
    status,
    fr: bead.fr,
    en: bead.en,
    confidence: bead.confidence,
    ...(bead.parts && { parts: bead.parts }),
    marks: inside,
    furniture: false,
  };
}

/** A sentence without a bead whose clauses are linked does not stand alone: its links are its rows. */
function loneRows(
  comparison: Comparison,
  bead: Bead,
  linked: Readonly<Record<Side, ReadonlySet<number>>>,
  marks: MarksBySentence,
): Row[] {
  return SIDES.flatMap((side) =>
    bead[side]
      .filter((index) => !linked[side].has(index))
      .map((index) => {
        const sentences = { fr: [], en: [], [side]: [index] };
        return {
          status: side === 'fr' ? 'only-fr' : 'only-en',
          ...sentences,
          confidence: bead.confidence,
          marks: marks.within(sentences),
          furniture: isFurniture(comparison, side, index),
        } satisfies Row;
      }),
  );
}

/** Marks that a bead's row shows already are not shown again beside a clause of the same sentence. */
function linkRow(link: PartialLink, marks: MarksBySentence, shown: ReadonlySet<Mark>): Row {
  const sentences = { fr: [link.fr], en: [link.en] };
  const isHere = (mark: Mark): boolean =>
    mark.kind === 'only'
      ? rangeCovers(link.parts[mark.side], mark.range)
      : rangeCovers(link.parts.fr, mark.fr) && rangeCovers(link.parts.en, mark.en);
  return {
    status: 'partial',
    ...sentences,
    confidence: link.confidence,
    parts: link.parts,
    marks: marks.within(sentences).filter((mark) => !shown.has(mark) && isHere(mark)),
    furniture: false,
  };
}

/** Stable: rows that begin with the same French sentence keep the order given, beads before links. */
function inReadingOrder<T extends Pick<Row, 'fr' | 'en'>>(rows: readonly T[]): T[] {
  const french = rows.filter((row) => row.fr.length > 0).sort((a, b) => first(a.fr) - first(b.fr));
  const english = rows.filter((row) => row.fr.length === 0).sort((a, b) => first(a.en) - first(b.en));

  const holder = englishHolders(french);
  const opening: T[] = [];
  const following = new Map<number, T[]>();
  let reached = 0;
  let place: T[] = opening;
  for (const row of english) {
    for (; reached < first(row.en); reached++) {
      const frenchIndex = holder[reached];
      if (frenchIndex === undefined) continue;
      place = following.get(frenchIndex) ?? [];
      following.set(frenchIndex, place);
    }
    place.push(row);
  }
  return [
    ...opening,
    ...french.flatMap((row, at) => {
      const next = french[at + 1];
      const isLastOfSentence = next === undefined || first(next.fr) !== first(row.fr);
      return isLastOfSentence ? [row, ...(following.get(first(row.fr)) ?? [])] : [row];
    }),
  ];
}

/** Beside which French sentence each English one is shown: that of its bead, else of the first of its links. Sparse. */
function englishHolders(rows: readonly Pick<Row, 'fr' | 'en'>[]): (number | undefined)[] {
  const holder: (number | undefined)[] = [];
  for (const row of rows) for (const index of row.en) holder[index] ??= first(row.fr);
  return holder;
}

function first(indexes: readonly number[]): number {
  return indexes[0] ?? 0;
}

function linkedSentences(links: readonly PartialLink[]): Record<Side, Set<number>> {
  return { fr: new Set(links.map((link) => link.fr)), en: new Set(links.map((link) => link.en)) };
}

function isFurniture(comparison: Comparison, side: Side, index: number): boolean {
  const { sentences, blocks } = comparison.articles[side];
  return blocks[sentences[index]?.block ?? -1]?.furniture ?? false;
}
