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
/** A line of verse or a list's entry is shorter than this, in UTF-16 code units. */
const MAX_VERSE_LENGTH = 70;
/** From this many short lines in a row, without a blank line between them, they are verse or a list. */
const MIN_VERSE_LINES = 3;

/**
 * The blocks of a plain text. Paragraphs are lines, or, in a hard-wrapped file (Project Gutenberg's 70 columns), the
 * lines between two blank ones. Every visible character lies in exactly one block.
 */
export function textBlocks(text: string): Block[] {
  const groups = groupsOf(linesOf(text));
  const width = wrapWidth(text, groups);
  const paragraphs = groups.map((group) =>
    width === null || isVerse(text, group, width) ? joinFlowed(text, group) : joinWrapped(text, group, width),
  );
  return paragraphs.flatMap((ranges, at) => {
    const isVerse = ranges.length >= MIN_VERSE_LINES && ranges.every((line) => isShortLine(text, line));
    return ranges.map((range, i): Block => {
      const next = ranges[i + 1] ?? paragraphs[at + 1]?.[0] ?? null;
      const kind = kindOf(text, range, { isVerse, isAlone: ranges.length === 1, next });
      return { start: range.start, end: range.end, kind, furniture: false };
    });
  });
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

/**
 * A few short lines that were broken for no reason but the width of a page: one goes on where the next begins in a small
 * letter, if the whole ends like a sentence. A list or a poem does not.
 */
function joinFlowed(text: string, group: readonly Line[]): readonly Range[] {
  const last = group.at(-1);
  const isFlowed =
    group.length > 1 &&
    last !== undefined &&
    endsSentence(text, last) &&
    group.every(({ start, end }) => end - start <= MAX_WRAP_WIDTH);
  if (!isFlowed) return group;
  const paragraphs: { start: number; end: number }[] = [];
  for (const line of group) {
    const before = paragraphs.at(-1);
    const goesOn = /^\p{Ll}/u.test(text.slice(line.start, line.start + 2));
    if (before !== undefined && goesOn && !endsSentence(text, before)) before.end = line.end;
    else paragraphs.push({ start: line.start, end: line.end });
  }
  return paragraphs;
}

const ENDS_SENTENCE = /[.!?…:][\s"'’”»)\]*_]*$/u;

function endsSentence(text: string, { start, end }: Range): boolean {
  return ENDS_SENTENCE.test(text.slice(Math.max(start, end - 12), end));
}

interface Surroundings {
  /** One of several short lines that follow each other without a blank one. */
  readonly isVerse: boolean;
  /** Between blank lines. */
  readonly isAlone: boolean;
  readonly next: Range | null;
}

function kindOf(text: string, { start, end }: Range, { isVerse, isAlone, next }: Surroundings): BlockKind {
  const opening = text.slice(start, start + 12);
  if (/^#{1,6}\s/.test(opening)) return 'heading';
  if (/^(?:[*•·▪◦‣⁃]|\(?\d{1,3}[.)]|\(?[a-z][.)])\s/u.test(opening)) return 'line';
  if (end - start > MAX_HEADING_LENGTH) return 'paragraph';
  const content = text.slice(start, end);
  if (isChapterHeading(content)) return 'heading';
  if (isVerse) return 'line';
  if (/[.,;:…–—-][\s"'’”»)\]*_]*$/u.test(content) || /^[-–—]/.test(content)) return 'paragraph';
  if (/[?!][\s"'’”»)\]]*$/u.test(content)) return isQuestionHeading(content, isAlone, next) ? 'heading' : 'paragraph';
  if (next === null || !/[\p{L}\p{N}]/u.test(content)) return 'line';
  return /^[^\p{L}]*\p{Ll}/u.test(content) && !isAlone ? 'paragraph' : 'heading';
}

/** "Que faire ?" above a paragraph, but not a line of dialogue. */
function isQuestionHeading(content: string, isAlone: boolean, next: Range | null): boolean {
  const isBare = /^[\p{Lu}\p{N}][^.!?…"“«‘]*[?!]+$/u.test(content);
  return isBare && isAlone && next !== null && next.end - next.start > MAX_HEADING_LENGTH;
}

function isShortLine(text: string, line: Range): boolean {
  return line.end - line.start < MAX_VERSE_LENGTH && !endsSentence(text, line);
}

/** "CHAPITRE IV. Comment …", "Chapter 2", "XII." */
function isChapterHeading(content: string): boolean {
  if (/^[IVXLCDM]{1,7}\.?$/.test(content)) return true;
  const [opening] =
    /^(?:chapit?re|chapter|partie|part|livre|book|acte?|scène|scene)\s+(?:[ivxlcdm]+|\d+)\b/i.exec(content) ?? [];
  if (opening === undefined) return false;
  return /^\p{Lu}/u.test(opening) && !/^[\s]+\p{Ll}/u.test(content.slice(opening.length));
}
