import type { Article, Row, Side } from '../../contract.ts';

/** A sentence of one of the two articles. */
export interface Place {
  readonly side: Side;
  /** Index into `Article.sentences`. */
  readonly sentence: number;
}

/** For each sentence of each side, the rows that it stands in: its bead first, then its partial links, surest first. */
export type RowIndex = Readonly<Record<Side, readonly (readonly number[])[]>>;

export function indexRows(rows: readonly Row[], articles: Readonly<Record<Side, Article>>): RowIndex {
  return { fr: indexSide(rows, 'fr', articles.fr), en: indexSide(rows, 'en', articles.en) };
}

function indexSide(rows: readonly Row[], side: Side, article: Article): number[][] {
  const index: number[][] = Array.from(article.sentences, () => []);
  rows.forEach((row, at) => {
    for (const sentence of row[side]) index[sentence]?.push(at);
  });
  const rank = (at: number): number => {
    const row = rows[at];
    return row ? row.confidence + (isSure(row) ? 1 : 0) : 0;
  };
  for (const list of index) if (list.length > 1) list.sort((a, b) => rank(b) - rank(a));
  return index;
}

/** Drawn firm: the whole of both sides corresponds. */
export function isSure(row: Row): boolean {
  return !isAlone(row) && !row.parts && row.confidence >= UNSURE;
}

/** Below this probability a pair or a mark is drawn thin and pale. */
export const UNSURE = 0.6;

export function isAlone(row: Row): boolean {
  return row.fr.length === 0 || row.en.length === 0;
}

export function otherSide(side: Side): Side {
  return side === 'fr' ? 'en' : 'fr';
}

export function samePlace(a: Place | null, b: Place | null): boolean {
  return a === b || (a !== null && b !== null && a.side === b.side && a.sentence === b.sentence);
}

export function isFurniture(article: Article, sentence: number): boolean {
  return article.blocks[article.sentences[sentence]?.block ?? -1]?.furniture ?? false;
}
