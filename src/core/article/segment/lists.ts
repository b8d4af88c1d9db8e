import { isSpace } from '../formats/lines.ts';
import { skipSpaces } from './characters.ts';

/**
 * Where the entries of a list that runs on in one block begin, but for the first: "1. The first 2. The second",
 * "a) … b) …", "• … • …". The block must open with a marker, and every next one must count on from the last.
 */
export function listStarts(text: string, from: number, to: number): number[] {
  const first = markerAt(text, skipSpaces(text, from, to), to);
  if (first === null) return [];
  const starts: number[] = [];
  let last = first;
  for (let at = first.end; at < to; at++) {
    if (!isSpace(text.charCodeAt(at - 1)) || !mayBegin(text.charCodeAt(at))) continue;
    const marker = markerAt(text, at, to);
    if (marker?.style !== last.style || marker.number !== last.number + last.step) continue;
    starts.push(at);
    last = marker;
    at = marker.end - 1;
  }
  return starts;
}

/** Where the marker at the start of a block ends ("1." is no sentence), or `from` where there is none. */
export function markerEnd(text: string, from: number, to: number): number {
  return markerAt(text, from, to)?.end ?? from;
}

interface Marker {
  readonly end: number;
  /** What stands around the number, so that "1." is not followed by "2)". */
  readonly style: string;
  readonly number: number;
  /** 0 where entries are not counted. */
  readonly step: 0 | 1;
}

function mayBegin(unit: number): boolean {
  return (unit >= 48 && unit <= 57) || (unit >= 97 && unit <= 122) || unit === 40 || unit === 0x2022 || unit === 0x2043;
}

function markerAt(text: string, at: number, to: number): Marker | null {
  const ahead = text.slice(at, Math.min(to, at + 12));
  const match = /^([•⁃])?\s?(?:(\()?(\d{1,3}|[a-z])(\.\)|[.)])(?=\s|$)\s*)?/u.exec(ahead);
  if (match === null || match[0] === '') return null;
  const [whole, bullet = '', open = '', counter, close = ''] = match;
  if (counter === undefined)
    return bullet === '' ? null : { end: at + whole.length, style: bullet, number: 0, step: 0 };
  const isFigure = counter <= '9';
  return {
    end: at + whole.length,
    style: `${bullet}${open}${isFigure ? '1' : 'a'}${close}`,
    number: isFigure ? Number(counter) : counter.charCodeAt(0),
    step: 1,
  };
}
