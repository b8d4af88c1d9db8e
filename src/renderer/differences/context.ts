import type { Row, Side } from '../../contract.ts';

/** How far back a sentence that stands alone looks for a pair to be placed by, sentences. */
const REACH = 3;

/**
 * The nearest pair before a sentence that stands alone: it says where in the other text the sentence would have been.
 * Null where there is none close by.
 *
 * @param rowsAt the rows of a sentence of `side`, surest first
 */
export function pairBefore(
  rows: readonly Row[],
  rowsAt: (sentence: number) => readonly number[],
  side: Side,
  sentence: number,
): Row | null {
  for (let before = sentence - 1; before >= Math.max(0, sentence - REACH); before--) {
    const row = rows[rowsAt(before)[0] ?? -1];
    if (row && row[side].length > 0 && (row.status === 'match' || row.status === 'partial')) return row;
  }
  return null;
}
