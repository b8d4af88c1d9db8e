import type { Mark, Range, Side } from '../../contract.ts';
import { UNSURE } from '../state/places.ts';

/** How a mark looks in the text of one side. */
export interface TextMark extends Range {
  readonly look: 'added' | 'dropped' | 'changed';
  /** Below the certainty from which the app speaks firmly: a thin line, a pale sign. */
  readonly faint: boolean;
}

/** A run of text; `tight`: a French space with its sign, which a line may not break and which looks narrow. */
export interface Run {
  readonly text: string;
  readonly tight: boolean;
}

/** Consecutive text under one mark, or under none. */
export interface Piece {
  readonly mark: TextMark | null;
  readonly runs: readonly Run[];
}

/** Cuts a range of the text at its marks and French spaces. The runs put together are the text, unchanged. */
export function piecesOf(text: string, range: Range, marks: readonly TextMark[]): Piece[] {
  const pieces: Piece[] = [];
  let at = range.start;
  for (const mark of disjoint(marks, range)) {
    if (mark.start > at) pieces.push({ mark: null, runs: runsOf(text.slice(at, mark.start)) });
    pieces.push({ mark, runs: runsOf(text.slice(mark.start, mark.end)) });
    at = mark.end;
  }
  if (at < range.end) pieces.push({ mark: null, runs: runsOf(text.slice(at, range.end)) });
  return pieces;
}

/** The marks of a comparison as they look on one side; a phrase on one side only is "added" when that is not the original. */
export function textMarks(marks: readonly Mark[], side: Side, original: Side): TextMark[] {
  const found: TextMark[] = [];
  for (const mark of marks) {
    const faint = mark.certainty < UNSURE;
    if (mark.kind === 'changed') found.push({ ...mark[side], look: 'changed', faint });
    else if (mark.side === side) found.push({ ...mark.range, look: side === original ? 'dropped' : 'added', faint });
  }
  return found;
}

/** In order and without overlap: a changed fact inside an added phrase wins its place, else the earlier mark does. */
function disjoint(marks: readonly TextMark[], range: Range): TextMark[] {
  const rank = (mark: TextMark): number => (mark.look === 'changed' ? 0 : 1);
  const taken: TextMark[] = [];
  for (const mark of [...marks].sort((a, b) => rank(a) - rank(b) || a.start - b.start)) {
    const free = taken.every((other) => mark.end <= other.start || mark.start >= other.end);
    if (free && mark.start >= range.start && mark.end <= range.end && mark.end > mark.start) taken.push(mark);
  }
  return taken.sort((a, b) => a.start - b.start);
}

/** Spaces that French puts inside « » and before ; : ? ! % with their signs; a letter after « keeps it from the line's end. */
const FRENCH_SPACE = /[«‹][ \u00a0\u202f]+\S?|[ \u00a0\u202f]+[;:?!»›%€]+/g;

function runsOf(text: string): Run[] {
  const runs: Run[] = [];
  let at = 0;
  for (const { 0: match, index } of text.matchAll(FRENCH_SPACE)) {
    if (index > at) runs.push({ text: text.slice(at, index), tight: false });
    runs.push({ text: match, tight: true });
    at = index + match.length;
  }
  if (at < text.length) runs.push({ text: text.slice(at), tight: false });
  return runs;
}
