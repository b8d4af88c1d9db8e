import type { Comparison, Mark, Range, Row, Side } from '../../contract.ts';
import { sentencesText, STATUS_NAMES, utf8 } from './words.ts';

/**
 * The rows as JSON Lines, one object a line, with everything that is known: sentence indexes from 0, texts, clauses,
 * marks. Ranges count UTF-16 code units of the article's text.
 */
export function writeJsonLines(comparison: Comparison, rows: readonly Row[]): Uint8Array {
  return utf8(rows.map((row) => `${JSON.stringify(line(comparison, row))}\n`).join(''));
}

function line(comparison: Comparison, row: Row): object {
  return {
    status: STATUS_NAMES[row.status],
    confidence: rounded(row.confidence),
    furniture: row.furniture,
    fr: sideOf(comparison, row, 'fr'),
    en: sideOf(comparison, row, 'en'),
    marks: row.marks.map((mark) => markLine(comparison, mark)),
  };
}

function sideOf(comparison: Comparison, row: Row, side: Side): object {
  const { sentences } = comparison.articles[side];
  return {
    sentences: row[side],
    text: sentencesText(comparison, side, row[side]),
    ranges: row[side].flatMap((index) => pair(sentences[index])),
    ...(row.parts && { part: pair(row.parts[side])[0] }),
  };
}

function markLine(comparison: Comparison, mark: Mark): object {
  const certainty = rounded(mark.certainty);
  switch (mark.kind) {
    case 'changed':
      return { kind: 'changed', fact: mark.fact, certainty, fr: pair(mark.fr)[0], en: pair(mark.en)[0] };
    case 'only': {
      const kind = mark.side === comparison.original ? 'dropped' : 'added';
      return { kind, unit: mark.unit, certainty, [mark.side]: pair(mark.range)[0] };
    }
  }
}

function pair(range: Range | undefined): [number, number][] {
  return range ? [[range.start, range.end]] : [];
}

/** Six decimals: what differs behind them is arithmetic, not knowledge. */
function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
