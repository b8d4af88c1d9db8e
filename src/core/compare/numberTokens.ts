import type { Range } from '../../contract.ts';

/** A figure, a word or a sign. */
export interface NumberToken extends Range {
  /** Lower case. */
  readonly text: string;
  readonly isFigure: boolean;
  /** Nothing stands between it and the token before. */
  readonly glued: boolean;
}

/** Figures keep their separators (1 500 000,50); words break at apostrophes and hyphens, fractions stand alone. */
const TOKEN = /\d[\d\u00a0\u202f\u2009.,'’]*\d|\d|[½¼¾⅓⅔]|\p{L}[\p{L}\p{M}]*|\S/gu;

/** A plain space before a group of three figures is a thousands separator too. */
const SPACED_THOUSANDS = /(?<=\d) (?=\d{3}(?!\d))/g;

/** Cuts a sentence for the search of numbers. */
export function numberTokens(text: string): NumberToken[] {
  let reached = -1;
  return Array.from(text.replace(SPACED_THOUSANDS, '\u00a0').matchAll(TOKEN), (match) => {
    const token = {
      start: match.index,
      end: match.index + match[0].length,
      text: match[0].toLowerCase(),
      isFigure: /^\d/.test(match[0]),
      glued: match.index === reached,
    };
    reached = token.end;
    return token;
  });
}
