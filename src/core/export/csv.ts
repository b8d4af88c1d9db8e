import { stringify } from 'csv-stringify/browser/esm/sync';
import type { Comparison, CsvColumn, CsvOptions, Row, Side } from '../../contract.ts';
import { SHOWN_CERTAINTY } from '../../contract.ts';
import { differencesOf, type Difference } from '../differences.ts';
import { groupBy } from '../groupBy.ts';
import { probability, sentencesText, STATUS_NAMES, textOf, utf8 } from './words.ts';

/**
 * The aligned pairs as CSV (RFC 4180, lines end in CR LF), UTF-8.
 * @param rows all rows of the comparison, or those that the reader chose
 */
export function writeCsv(comparison: Comparison, rows: readonly Row[], options: CsvOptions): Uint8Array {
  const text = stringify(csvTable(comparison, rows, options), {
    delimiter: options.separator,
    record_delimiter: 'windows',
    bom: options.byteOrderMark,
    // A lone CR or LF, and spaces that some readers trim, are safe inside quotes only.
    quoted_match: /[\r\n]|^\s|\s$/,
  });
  return utf8(text);
}

/** The cells of the CSV, the heading first where the options ask for it: also what the preview shows. */
export function csvTable(
  comparison: Comparison,
  rows: readonly Row[],
  options: Pick<CsvOptions, 'columns' | 'header' | 'furniture' | 'decimalComma'>,
): string[][] {
  const shown = rows.filter((row) => options.furniture || !row.furniture);
  const differences = groupBy(differencesOf(comparison, shown), ({ row }) => row);
  const cells = shown.map((row, at) => {
    const found = differences.get(at) ?? [];
    return options.columns.map((column) => harmless(cell(comparison, row, found, column, options.decimalComma)));
  });
  return options.header ? [[...options.columns], ...cells] : cells;
}

function cell(
  comparison: Comparison,
  row: Row,
  differences: readonly Difference[],
  column: CsvColumn,
  decimalComma: boolean,
): string {
  switch (column) {
    case 'fr':
    case 'en':
      return sentencesText(comparison, column, row[column]);
    case 'status':
      return STATUS_NAMES[row.status];
    case 'fr_sentences':
      return sentenceNumbers(row.fr);
    case 'en_sentences':
      return sentenceNumbers(row.en);
    case 'confidence':
      return decimalComma ? probability(row.confidence).replace('.', ',') : probability(row.confidence);
    case 'added':
    case 'dropped':
    case 'changed':
      return differences
        .filter(({ kind, mark }) => kind === column && (!mark || mark.certainty >= SHOWN_CERTAINTY))
        .map((difference) => differenceText(comparison, difference))
        .join('; ');
    case 'fr_part':
      return row.parts ? textOf(comparison, 'fr', row.parts.fr) : '';
    case 'en_part':
      return row.parts ? textOf(comparison, 'en', row.parts.en) : '';
  }
}

/** Counted from 1. With a plus, because spreadsheets take 3,4 for a number and 3-4 for a date. */
function sentenceNumbers(indexes: readonly number[]): string {
  return indexes.map((index) => index + 1).join('+');
}

/** What is added or dropped as it stands; what is changed from the original to the other text: 29 → 28. */
function differenceText(comparison: Comparison, { ranges }: Difference): string {
  const order: readonly Side[] = comparison.original === 'fr' ? ['fr', 'en'] : ['en', 'fr'];
  return order.flatMap((side) => (ranges[side] ? [textOf(comparison, side, ranges[side])] : [])).join(' → ');
}

/**
 * Spreadsheets run cells that begin like a formula; an apostrophe before them says "text".
 * The characters are those that OWASP names (CSV Injection), with the wide forms that Excel takes for the same.
 */
function harmless(text: string): string {
  return /^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text;
}
