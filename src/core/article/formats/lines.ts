import type { Range } from '../../../contract.ts';

/** A line of a file with its white space left out; an empty range where there is nothing else. */
export interface Line extends Range {
  /** Columns that its first visible character stands from the left edge, in UTF-16 code units. */
  readonly indent: number;
}

/** The lines of a text: `\n`, `\r\n`, `\r`, form feed, and Unicode's line and paragraph separators end one. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let from = 0;
  for (let i = 0; i <= text.length; i++) {
    if (i < text.length && !isLineEnd(text.charCodeAt(i))) continue;
    lines.push(trimmed(text, from, i));
    if (text.charCodeAt(i) === 13 && text.charCodeAt(i + 1) === 10) i++;
    from = i + 1;
  }
  return lines;
}

/** The range without white space at its ends. Byte order marks in the middle of a file (glued files) count as such. */
export function trimmed(text: string, from: number, to: number): Line {
  let start = from;
  let end = to;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return { start, end, indent: start - from };
}

function isLineEnd(unit: number): boolean {
  return (
    unit === 10 || unit === 13 || unit === 12 || unit === 11 || unit === 0x85 || unit === 0x2028 || unit === 0x2029
  );
}

/** What `\s` matches, and the zero-width space. */
export function isSpace(unit: number): boolean {
  if (unit < 0x80) return unit === 32 || (unit >= 9 && unit <= 13);
  return (
    unit === 0xa0 ||
    unit === 0x85 ||
    unit === 0x1680 ||
    (unit >= 0x2000 && unit <= 0x200b) ||
    unit === 0x2028 ||
    unit === 0x2029 ||
    unit === 0x202f ||
    unit === 0x205f ||
    unit === 0x3000 ||
    unit === 0xfeff
  );
}
