import type { Article, Comparison, Row, Side } from '../../contract.ts';
import { SIDES } from '../../contract.ts';
import { isAlone, isFurniture, isSure, type Place } from '../state/places.ts';
import { guessHeight, type Type } from './heights.ts';

/** Where each block and sentence of an article stands in a text laid out at one size for all: the map's own measure. */
export interface Extents {
  readonly total: number;
  readonly blocks: readonly { readonly top: number; readonly height: number }[];
  readonly sentences: readonly { readonly top: number; readonly bottom: number }[];
}

export type Look = 'sure' | 'partial' | 'only' | 'furniture';

export interface MapBlock {
  readonly y: number;
  readonly height: number;
  readonly look: Look;
}

export interface MapLine {
  readonly fr: number;
  readonly en: number;
  readonly firm: boolean;
  readonly moved: boolean;
}

export interface Picture {
  readonly blocks: Readonly<Record<Side, readonly MapBlock[]>>;
  readonly lines: readonly MapLine[];
  /** Heights of changed facts. */
  readonly changed: Readonly<Record<Side, readonly number[]>>;
}

const TYPE: Type = { width: 552, size: 17, lead: 27.5 };

export function extentsOf(article: Article): Extents {
  let y = 0;
  const blocks = article.blocks.map((block) => {
    const height = guessHeight(block, TYPE);
    const top = y;
    y += height;
    return { top, height };
  });
  const sentences = article.sentences.map((sentence) => {
    const block = article.blocks[sentence.block];
    const { top, height } = blocks[sentence.block] ?? { top: 0, height: 0 };
    const start = block?.start ?? 0;
    const scale = block && block.end > start ? (height - TYPE.size * 0.5) / (block.end - start) : 0;
    return { top: top + (sentence.start - start) * scale, bottom: top + (sentence.end - start) * scale };
  });
  return { total: y, blocks, sentences };
}

/** Blocks nearer than this are drawn as one, pixels: a long text then costs no more than a short one. */
const FINEST = 2;

/** Lines that begin and end within the same squares of this size are drawn once, pixels. */
const LINE_GRAIN = 3;

/** The whole document, small. `scale`: pixels of the map for one of the extents' measure. */
export function pictureOf(
  comparison: Comparison,
  rows: readonly Row[],
  rowsAt: (place: Place) => readonly number[],
  extents: Readonly<Record<Side, Extents>>,
  scale: number,
): Picture {
  const blocks = { fr: blocksOf('fr'), en: blocksOf('en') };
  return { blocks, lines: linesOf(rows, extents, scale), changed: changedOf(comparison, rows, extents, scale) };

  function blocksOf(side: Side): MapBlock[] {
    const found: { y: number; height: number; look: Look }[] = [];
    extents[side].sentences.forEach(({ top, bottom }, sentence) => {
      const look = isFurniture(comparison.articles[side], sentence)
        ? 'furniture'
        : lookOf(rowsAt({ side, sentence }).flatMap((at) => rows[at] ?? []));
      const y = top * scale;
      const end = bottom * scale;
      const last = found.at(-1);
      if (last && y - last.y < FINEST) {
        last.height = end - last.y;
        if (weight(look) > weight(last.look)) last.look = look;
      } else found.push({ y, height: end - y, look });
    });
    return found.map(({ y, height, look }) => ({ y, look, height: Math.max(1.5, height - 1) }));
  }
}

function lookOf(rows: readonly Row[]): Look {
  if (rows.length === 0 || rows.some(isAlone)) return 'only';
  return rows.some(isSure) ? 'sure' : 'partial';
}

/** What wins where several share a pixel: what is missing is what the reader looks for. */
function weight(look: Look): number {
  return ['furniture', 'sure', 'partial', 'only'].indexOf(look);
}

function linesOf(rows: readonly Row[], extents: Readonly<Record<Side, Extents>>, scale: number): MapLine[] {
  const lines = new Map<string, MapLine>();
  for (const row of rows) {
    if (isAlone(row)) continue;
    const y = { fr: middle(row, 'fr'), en: middle(row, 'en') };
    const line = { ...y, firm: isSure(row), moved: row.status === 'moved' };
    const key = `${Math.round(y.fr / LINE_GRAIN)} ${Math.round(y.en / LINE_GRAIN)} ${line.moved}`;
    if (line.firm || !lines.has(key)) lines.set(key, line);
  }
  return [...lines.values()];

  function middle(row: Row, side: Side): number {
    const first = extents[side].sentences[row[side][0] ?? 0];
    const last = extents[side].sentences[row[side].at(-1) ?? 0];
    return (((first?.top ?? 0) + (last?.bottom ?? 0)) / 2) * scale;
  }
}

function changedOf(
  comparison: Comparison,
  rows: readonly Row[],
  extents: Readonly<Record<Side, Extents>>,
  scale: number,
): Record<Side, number[]> {
  const heights = { fr: new Set<number>(), en: new Set<number>() };
  for (const row of rows) {
    for (const mark of row.marks) {
      if (mark.kind !== 'changed') continue;
      for (const side of SIDES) {
        const sentence = row[side].find((at) => (comparison.articles[side].sentences[at]?.end ?? 0) >= mark[side].end);
        const top = extents[side].sentences[sentence ?? -1]?.top;
        if (top !== undefined) heights[side].add(Math.round(top * scale));
      }
    }
  }
  return { fr: [...heights.fr], en: [...heights.en] };
}
