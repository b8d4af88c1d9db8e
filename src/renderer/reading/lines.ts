/** One line of a sentence. Positions are relative to whatever the rectangles were. */
export interface Line {
  /** The middle of the line. */
  readonly mid: number;
  readonly left: number;
  readonly right: number;
}

/** A sentence as it is laid out. */
export interface Box {
  /** Its share of the column's height; see `boxOf`. */
  readonly top: number;
  readonly bottom: number;
  readonly lines: readonly Line[];
}

interface Rectangle {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The column's edges and line height in the same coordinates as the rectangles. */
export interface Column {
  readonly left: number;
  readonly right: number;
  readonly lead: number;
}

/** Air between the brackets of neighbours, pixels. */
const AIR = 1.5;

/**
 * The lines of a sentence from its client rectangles, and its extent. A sentence that begins or ends inside a line gets
 * the share of the line's height that it has of its width: neighbours then never overlap in the gutter, and each has
 * some height to hang a connector on.
 *
 * @param last the sentence ends its block: it owns its last line to the end
 */
export function boxOf(rectangles: Iterable<Rectangle>, column: Column, last: boolean): Box | null {
  const lines = linesOf(rectangles, column.lead);
  const first = lines[0];
  const final = lines.at(-1);
  if (!first || !final) return null;
  const share = (x: number): number => Math.min(1, Math.max(0, (x - column.left) / (column.right - column.left)));
  const half = column.lead / 2;
  const top = first.mid - half + share(first.left) * column.lead + AIR;
  const rest = last ? 0.18 : 1 - share(final.right);
  const bottom = final.mid + half - rest * column.lead - AIR;
  return { top, bottom: Math.max(bottom, top + AIR), lines };
}

/** One entry a line: marks and no-wrap spans split a line into several rectangles. */
function linesOf(rectangles: Iterable<Rectangle>, lead: number): Line[] {
  const lines: { mid: number; left: number; right: number }[] = [];
  for (const { left, right, top, bottom } of rectangles) {
    if (right - left <= 1) continue;
    const mid = (top + bottom) / 2;
    const line = lines.at(-1);
    if (line && Math.abs(line.mid - mid) < lead / 2) {
      line.left = Math.min(line.left, left);
      line.right = Math.max(line.right, right);
    } else lines.push({ mid, left, right });
  }
  return lines;
}

/** The same box moved down by `y`. */
export function moved(box: Box, y: number): Box {
  const lines = box.lines.map((line) => ({ ...line, mid: line.mid + y }));
  return { top: box.top + y, bottom: box.bottom + y, lines };
}
