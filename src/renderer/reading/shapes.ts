import type { Line } from './lines.ts';

/** A piece of a column that is lit, with the edges at which a shape through the gutter can join it. */
export interface Region {
  readonly path: string;
  readonly left: readonly [top: number, bottom: number];
  readonly right: readonly [top: number, bottom: number];
}

export interface Edges {
  readonly left: number;
  readonly right: number;
}

/** How far the light reaches beyond the column and beside the words, pixels. */
const BESIDE = 8;
const AROUND = 4;

/**
 * The outline of some lines: ragged where the sentence begins and ends, straight along the column between.
 *
 * @param lead line height
 */
export function regionOf(lines: readonly Line[], column: Edges, lead: number): Region | null {
  const joined = join(lines);
  const first = joined[0];
  const last = joined.at(-1);
  if (!first || !last) return null;
  const half = lead / 2 - 1;
  const left = column.left - BESIDE;
  const right = column.right + BESIDE;
  const start = first.left < column.left + BESIDE ? left : first.left - AROUND;
  const top = first.mid - half;
  const bottom = last.mid + half;
  if (joined.length === 1) {
    return { path: `M${start} ${top}H${right}V${bottom}H${start}Z`, left: [top, bottom], right: [top, bottom] };
  }
  const end = Math.min(right, last.right + AROUND);
  const shoulder = last.mid - half;
  const knee = first.mid + half;
  return {
    path: `M${start} ${top}H${right}V${shoulder}H${end}V${bottom}H${left}V${knee}H${start}Z`,
    left: [start > left ? knee : top, bottom],
    right: [top, last.right < column.right - 40 ? shoulder : bottom],
  };
}

/** Through the gutter, from the right edge of one lit region to the left edge of the other. */
export function bridge(from: Region, x0: number, to: Region, x1: number): string {
  const bend = (x1 - x0) / 2;
  const [a0, a1] = from.right;
  const [b0, b1] = to.left;
  const there = `C${x0 + bend} ${a0} ${x1 - bend} ${b0} ${x1} ${b0}`;
  const back = `C${x1 - bend} ${b1} ${x0 + bend} ${a1} ${x0} ${a1}`;
  return `M${x0} ${a0}${there}V${b1}${back}Z`;
}

/** A connector between two heights. */
export function curve(x0: number, y0: number, x1: number, y1: number): string {
  const bend = (x1 - x0) * 0.52;
  return `M${x0} ${y0}C${x0 + bend} ${y0} ${x1 - bend} ${y1} ${x1} ${y1}`;
}

/** Joined sentences share a line: one strip for both. */
function join(lines: readonly Line[]): Line[] {
  const joined: Line[] = [];
  for (const line of lines) {
    const last = joined.at(-1);
    if (last && Math.abs(last.mid - line.mid) < 4)
      joined[joined.length - 1] = { ...last, right: Math.max(last.right, line.right) };
    else joined.push(line);
  }
  return joined;
}
