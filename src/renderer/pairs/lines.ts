import type { Row } from '../../contract.ts';

/** One line of the list: a pair, or neighbouring page furniture folded into one. */
export type Line =
  | {
      readonly kind: 'pair';
      /** Index into the comparison's rows. */
      readonly row: number;
      /** As the reader counts, from 1; the same whatever is filtered. */
      readonly number: number;
    }
  | { readonly kind: 'furniture'; readonly row: number; readonly rows: readonly number[] };

/**
 * Lists what is to be shown, with each stretch of page furniture in one line. A line is known by its first row.
 *
 * @param shown indexes into `rows`, ascending
 */
export function linesOf(rows: readonly Row[], shown: readonly number[]): Line[] {
  const lines: Line[] = [];
  let furniture: number[] = [];
  let number = 0;
  let counted = 0;
  const close = (): void => {
    const [row] = furniture;
    if (row !== undefined) lines.push({ kind: 'furniture', row, rows: furniture });
    furniture = [];
  };
  for (const row of shown) {
    for (; counted <= row; counted++) if (!rows[counted]?.furniture) number += 1;
    if (rows[row]?.furniture) furniture.push(row);
    else {
      close();
      lines.push({ kind: 'pair', row, number });
    }
  }
  close();
  return lines;
}

/** How many pairs there are, page furniture not counted. */
export function countPairs(rows: readonly Row[]): number {
  return rows.reduce((count, row) => count + (row.furniture ? 0 : 1), 0);
}

/** Index of the line that shows a row, or else of the next one after it, or the last; -1 where there is no line at all. */
export function lineOfRow(lines: readonly Line[], row: number): number {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    const line = lines[middle];
    if (line && lastRow(line) < row) low = middle + 1;
    else high = middle;
  }
  return high < 0 ? -1 : low;
}

function lastRow(line: Line): number {
  return line.kind === 'pair' ? line.row : (line.rows.at(-1) ?? line.row);
}
