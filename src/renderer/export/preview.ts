/** A cell as the preview shows it; `guard`: the apostrophe that was put before it, so that it stays text. */
export interface PreviewCell {
  readonly guard: string;
  readonly text: string;
}

export interface Preview {
  readonly header: readonly string[] | null;
  readonly rows: readonly (readonly PreviewCell[])[];
  /** Index of the first one among all rows. */
  readonly from: number;
  /** Rows in all, and cells in all that got a guard. */
  readonly count: number;
  readonly guarded: number;
}

/**
 * A few rows of what is exported, for the eye: the first ones, or those around the first cell that got a guard.
 *
 * @param cells what is written, the heading first where there is one
 */
export function previewOf(cells: readonly (readonly string[])[], hasHeader: boolean, most: number): Preview {
  const header = hasHeader ? (cells[0] ?? null) : null;
  const rows = hasHeader ? cells.slice(1) : cells;
  const isGuarded = (row: readonly string[]): boolean => row.some((text) => GUARDED.test(text));
  const guarded = rows.reduce((count, row) => count + row.filter((text) => GUARDED.test(text)).length, 0);
  const first = rows.findIndex(isGuarded);
  const from = first < most ? 0 : Math.min(first - 1, rows.length - most);
  return {
    header,
    rows: rows.slice(from, from + most).map((row) => row.map(cellOf)),
    from,
    count: rows.length,
    guarded,
  };
}

function cellOf(text: string): PreviewCell {
  return GUARDED.test(text) ? { guard: text.slice(0, 1), text: text.slice(1) } : { guard: '', text };
}

/** The apostrophe, and the signs that it is put before (src/core/export/csv.ts). */
const GUARDED = /^'[=+\-@\t\r\n＝＋－＠]/;

/** More than this is not looked at for the raw preview, bytes. */
const LOOKED_AT = 16_384;

/**
 * The first lines of the file as they are written, without the byte order mark, which has no shape.
 * A line here is one that the eye sees: a cell may hold line ends of its own.
 */
export function firstLines(bytes: Uint8Array, count: number): string {
  const text = new TextDecoder('utf-8').decode(bytes.subarray(0, LOOKED_AT));
  return text
    .split(/\r\n|\n|\r/, count)
    .join('\n')
    .trimEnd();
}
