import type { BlockKind } from '../../../../contract.ts';
import type { Piece } from '../blocks.ts';
import { joinLines, wordsOf } from './hyphens.ts';
import { columnsOf, leadingOf, type Column } from './columns.ts';
import { commonSize, pageFurniture } from './furniture.ts';
import type { PdfLine } from './lines.ts';

/** Lines further apart than this many times the usual distance stand in two paragraphs. */
const PARAGRAPH_GAP = 1.25;
/** An indent is at least this many times the size of the letters. */
const MIN_INDENT = 0.7;
/** Ragged setting: free space that says nothing, in sizes of the letters. */
const RAGGED = 1;
/** A line that leaves this share of its column free was broken on purpose. */
const SHORT_SHARE = 0.25;
/** Letters of a heading are larger than those of the text by this factor. */
const HEADING_SIZE = 1.12;
/** A heading is no longer than this, in UTF-16 code units; one in the text's own letters, than the second. */
const MAX_HEADING_LENGTH = 300;
const MAX_PLAIN_HEADING_LENGTH = 120;

/**
 * Lines put together into paragraphs, by the distances, indents and lengths that typesetters part them with. A page's
 * furniture comes after the paragraph that it interrupts.
 */
export function paragraphs(lines: readonly PdfLine[]): Piece[] {
  const furniture = pageFurniture(lines);
  const columns = columnsOf(lines.filter((line) => !furniture.has(line)));
  const leading = leadingOf(columns);
  const groups: Paragraph[] = [];
  let waiting: PdfLine[] = [];
  let previous: Placed | null = null;
  for (const line of lines) {
    const column = columns.get(line);
    if (column === undefined) {
      waiting.push(line);
      continue;
    }
    const placed = { line, column };
    const group = groups.at(-1);
    if (group === undefined || previous === null || begins(previous, placed, group.lines.length, leading)) {
      if (group === undefined) groups.push({ lines: [], column, furniture: waiting });
      else group.furniture = waiting;
      waiting = [];
      groups.push({ lines: [line], column, furniture: [] });
    } else group.lines.push(line);
    previous = placed;
  }
  groups.push({ lines: [], column: NO_COLUMN, furniture: waiting });
  return groups.flatMap(pieceMaker(groups, lines));
}

interface Paragraph {
  readonly lines: PdfLine[];
  readonly column: Column;
  /** What the page sets after it, or between its lines. */
  furniture: PdfLine[];
}

interface Placed {
  readonly line: PdfLine;
  readonly column: Column;
}

const NO_COLUMN: Column = { left: 0, right: 0 };

/** Whether a line begins a paragraph. `count`: how many lines the open one has. */
function begins(previous: Placed, next: Placed, count: number, leading: number): boolean {
  const [before, line] = [previous.line, next.line];
  const size = Math.max(before.size, line.size);
  if (Math.abs(before.size - line.size) > size * 0.1) return true;
  if (/^[•◦▪‣●■]/.test(line.text)) return true;
  const ends = /[.!?…:][\s"'’”»)\]]*$/u.test(before.text);
  const isParted = /\p{L}[-\u00ad\u2010]$/u.test(before.text);
  const free = previous.column.right - before.right;
  const hasRoom = free > firstWordWidth(line) + RAGGED * size;
  if (hasRoom && ends) return true;
  const isShort = !isParted && free > SHORT_SHARE * (previous.column.right - previous.column.left);
  const isCentred = Math.abs(before.left + before.right - line.left - line.right) < size;
  if (previous.column !== next.column) {
    if (hasRoom && isShort && !/^\p{Ll}/u.test(line.text)) return true;
    return ends && line.left - next.column.left > MIN_INDENT * size;
  }
  if (before.y - line.y > PARAGRAPH_GAP * leading * size) return true;
  if (isCentred && isShort) return false;
  if (hasRoom && isShort && /^[\p{Lu}\p{N}«“"—–-]/u.test(line.text)) return true;
  // Two first lines with an indent: the second line of a paragraph would stand at the edge.
  const areIndented = [previous, next].every(({ line, column }) => line.left - column.left > MIN_INDENT * size);
  if (hasRoom && areIndented && !isParted && /^[\p{Lu}\p{N}«“"]/u.test(line.text)) return true;
  if (/^(?:[—–-]|\d{1,3}[.)])\s/.test(line.text) && ends) return true;
  const indent = line.left - before.left;
  const isHanging = count === 1 && /^(?:[•◦▪‣●■—–*-]|\d{1,3}[.)])/.test(before.text);
  if (indent > MIN_INDENT * size) return !isHanging;
  return indent < -MIN_INDENT * size && count > 1;
}

function firstWordWidth({ text, left, right }: PdfLine): number {
  const word = /^\S+/.exec(text)?.[0].length ?? 0;
  return ((right - left) * word) / Math.max(1, text.length);
}

function pieceMaker(groups: readonly Paragraph[], all: readonly PdfLine[]): (group: Paragraph, at: number) => Piece[] {
  const words = wordsOf(all.map(({ text }) => text));
  const textSize = commonSize(groups.flatMap(({ lines }) => lines));
  const texts = groups.map(({ lines }) =>
    joinLines(
      lines.map(({ text }) => text),
      words,
    ),
  );
  return ({ lines, column, furniture }, at) => {
    const text = texts[at] ?? '';
    const kind = kindOf(text, { lines, column, textSize, next: texts[at + 1] ?? '' });
    return [
      { text, kind, furniture: false },
      ...furniture.map((line): Piece => ({ text: line.text, kind: 'line', furniture: true })),
    ];
  };
}

interface Setting {
  readonly lines: readonly PdfLine[];
  readonly column: Column;
  readonly textSize: number;
  readonly next: string;
}

function kindOf(text: string, { lines, column, textSize, next }: Setting): BlockKind {
  const [first] = lines;
  if (first === undefined) return 'paragraph';
  if (first.size >= textSize * HEADING_SIZE && text.length <= MAX_HEADING_LENGTH) return 'heading';
  if (/^[•◦▪‣●■]/.test(text)) return 'line';
  const isShort = lines.length === 1 && column.right - first.right > SHORT_SHARE * (column.right - column.left);
  const isTitle = /^[\p{Lu}\p{N}]/u.test(text) && !/[.,;:…!?][\s"'’”»)\]]*$/u.test(text);
  return isShort && isTitle && text.length <= MAX_PLAIN_HEADING_LENGTH && next.length > text.length
    ? 'heading'
    : 'paragraph';
}
