import type { Block, BlockKind, Range } from '../../../contract.ts';
import { linesOf, type Line } from './lines.ts';

/** A file is hard-wrapped only when its lines are no longer than this, in UTF-16 code units. */
const MAX_WRAP_WIDTH = 110;
/** ... and no shorter: verse is narrower than prose is ever set. */
const MIN_WRAP_WIDTH = 40;
/** ... and when at least this share of the lines inside paragraphs had no room for the next line's first word. */
const MIN_FULL_SHARE = 0.7;
/** Lines inside paragraphs that it takes to tell. */
const MIN_WRAPPED_LINES = 3;
/** Ragged setting: how many columns a line may leave free although the next word would have fitted. */
const RAGGED_COLUMNS = 6;
/** A heading is no longer than this, in UTF-16 code units. */
const MAX_HEADING_LENGTH = 120;
/** From this many short lines in a row, without a blank line between them, they are verse or a list. */
const MIN_VERSE_LINES = 3;

/**
 * The blocks of a plain text. Paragraphs are lines, or, in a hard-wrapped file (Project Gutenberg's 70 columns), the
 * lines between two blank ones. Every visible character lies in exactly one block.
 */
export function textBlocks(text: string): Block[] {
  const groups = groupsOf(linesOf(text));
  const width = wrapWidth(text, groups);
  return groups.flatMap((group, at) => {
    const isSplit = width === null || isVerse(text, group, width);
    const ranges = isSplit ? group : joinWrapped(text, group, width);
    return ranges.map((range) =>
      block(text, range, kindOf(text, range, { group, ranges, isLast: at === groups.length - 1 })),
    );
  });
}

function block(text: string, { start, end }: Range, kind: BlockKind): Block {
  return { start, end, kind, furniture: false };
}

/** Runs of lines without a blank one between them. */
function groupsOf(lines: readonly Line[]): Line[][] {
  const groups: Line[][] = [];
  let group: Line[] = [];
  for (const line of lines) {
    if (line.end > line.start) group.push(line);
    else if (group.length > 0) {
      groups.push(group);
      group = [];
    }
  }
  if (group.length > 0) groups.push(group);
  return groups;
}

/**
 * The column at which a file was wrapped, or null where it was not. A wrapped line is full: the first word of the next
 * one would have gone over the edge. Lines that are paragraphs or sentences end anywhere.
 */
function wrapWidth(text: string, groups: readonly Line[][]): number | null {
  const lengths = groups.flatMap((group) => group.slice(0, -1).map((line) => line.indent + line.end - line.start));
  if (lengths.length < MIN_WRAPPED_LINES) return null;
  lengths.sort((a, b) => a - b);
  const width = lengths[Math.floor((lengths.length - 1) * 0.98)] ?? 0;
  if (width > MAX_WRAP_WIDTH || width < MIN_WRAP_WIDTH) return null;
  let full = 0;
  for (const group of groups) full += fullLines(text, group, width);
  return full >= lengths.length * MIN_FULL_SHARE ? width : null;
}

function fullLines(text: string, group: readonly Line[], width: number): number {
  let full = 0;
  for (const [i, line] of group.entries()) {
    const next = group[i + 1];
    if (next !== undefined && isFull(text, line, next, width)) full++;
  }
  return full;
}

function isFull(text: string, line: Line, next: Line, width: number): boolean {
  const length = line.indent + line.end - line.start;
  return length + 1 + firstWordLength(text, next) > width - RAGGED_COLUMNS;
}

function firstWordLength(text: string, line: Range): number {
  let end = line.start;
  while (end < line.end && !/\s/.test(text.charAt(end))) end++;
  return end - line.start;
}

/** In a wrapped file, a group whose lines mostly had room left: verse, a list, a table of contents. */
function isVerse(text: string, group: readonly Line[], width: number): boolean {
  return group.length > 1 && fullLines(text, group, width) < (group.length - 1) / 2;
}

/** Paragraphs of a wrapped group: an indented line begins a new one where the line before had room left. */
function joinWrapped(text: string, group: readonly Line[], width: number): Range[] {
  const paragraphs: { start: number; end: number }[] = [];
  let previous: Line | null = null;
  for (const line of group) {
    const last = paragraphs.at(-1);
    const begins =
      previous === null ||
      (!isFull(text, previous, line, width) && (line.indent > previous.indent || endsSentence(text, previous)));
    if (last === undefined || begins) paragraphs.push({ start: line.start, end: line.end });
    else last.end = line.end;
    previous = line;
  }
  return paragraphs;
}

function endsSentence(text: string, { start, end }: Range): boolean {
  return /[.!?…:][\s"'’”»)\]*_]*$/u.test(text.slice(Math.max(start, end - 12), end));
}

interface Surroundings {
  readonly group: readonly Line[];
  readonly ranges: readonly Range[];
  readonly isLast: boolean;
}

function kindOf(text: string, range: Range, around: Surroundings): BlockKind {
  const length = range.end - range.start;
  const opening = text.slice(range.start, range.start + 40);
  if (/^#{1,6}\s/.test(opening)) return 'heading';
  if (/^(?:[-*•·▪◦‣]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s/u.test(opening))
    return /^[-–—]/.test(opening) ? 'paragraph' : 'line';
  if (length > MAX_HEADING_LENGTH) return 'paragraph';
  const content = text.slice(range.start, range.end);
  if (isChapterHeading(content)) return 'heading';
  if (around.ranges.length >= MIN_VERSE_LINES && around.ranges.every((line) => isShortLine(text, line))) return 'line';
  if (/[.,;…][\s"'’”»)\]*_]*$/u.test(content)) return 'paragraph';
  if (/:$/.test(content)) return 'paragraph';
  if (/^\s*["'“«‘—–-]/.test(content) && /[?!][\s"'’”»)\]]*$/u.test(content)) return 'paragraph';
  return /\p{L}|\p{N}/u.test(content) ? 'heading' : 'line';
}

function isShortLine(text: string, { start, end }: Range): boolean {
  return end - start < 70 && !/[.!?…][\s"'’”»)\]]*$/u.test(text.slice(Math.max(start, end - 12), end));
}

/** "CHAPITRE IV. Comment …", "Chapter 2", "XII." */
function isChapterHeading(content: string): boolean {
  return /^(?:chapit?re|chapter|partie|part|livre|book|acte?|scène|scene)\s+(?:[ivxlcdm]+|\d+|[a-zé]+)\b/i.test(content)
    ? !/\p{Ll}[.!?…]["'”»]?$/u.test(content) || /^\P{Ll}*$/u.test(content) || /^(?:chapit?re|chapter)\b/i.test(content)
    : /^[IVXLCDM]+\.?$/.test(content);
}
