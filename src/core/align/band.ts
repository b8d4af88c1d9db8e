/** The part of the lattice that is looked at: row i holds the nodes j from `low[i]` to `high[i]`, both included. */
export interface Band {
  readonly low: Int32Array;
  readonly high: Int32Array;
  /** Number of row i's first node; `offset[rows]` is the number of all nodes. */
  readonly offset: Int32Array;
}

/** A node of the lattice: i French and j English sentences are behind it. */
export interface Waypoint {
  readonly i: number;
  readonly j: number;
}

/** Between two waypoints the whole rectangle, up to this many nodes. */
const RECTANGLE = 40_000;
/** Beyond it a strip along the diagonal: this many nodes to either side, and this share of the shorter gap. */
const STRIP = 60;
const STRIP_SHARE = 0.15;
/** Most nodes of one strip (memory: some 100 bytes a node). */
const STRIP_NODES = 2_000_000;
/** Nodes added around everything, as an anchor may be a sentence off. */
const PADDING = 8;

/**
 * The band around a path that is known roughly.
 * @param waypoints nodes near which the path goes, both coordinates not falling; the gates are among them
 * @param gates nodes through which it must go
 */
export function bandAround(n: number, m: number, waypoints: readonly Waypoint[], gates: readonly Waypoint[]): Band {
  const low = new Int32Array(n + 1).fill(m);
  const high = new Int32Array(n + 1);
  let from: Waypoint = { i: 0, j: 0 };
  for (const to of [...waypoints, { i: n, j: m }]) {
    fill(low, high, from, to);
    from = to;
  }
  const lower = new Int32Array(n + 1);
  const upper = new Int32Array(n + 1);
  for (let i = 0; i <= n; i++) {
    lower[i] = Math.max(0, Math.min(low[Math.max(0, i - PADDING)] ?? 0, (low[i] ?? 0) - PADDING));
    upper[i] = Math.min(m, Math.max(high[Math.min(n, i + PADDING)] ?? 0, (high[i] ?? 0) + PADDING));
  }
  lower[0] = 0;
  upper[n] = m;
  for (let i = n - 1; i >= 0; i--) lower[i] = Math.min(lower[i] ?? 0, lower[i + 1] ?? 0);
  for (let i = 1; i <= n; i++) upper[i] = Math.max(upper[i] ?? 0, upper[i - 1] ?? 0);
  narrow(lower, upper, gates);
  const offset = new Int32Array(n + 2);
  for (let i = 0; i <= n; i++) offset[i + 1] = (offset[i] ?? 0) + (upper[i] ?? 0) - (lower[i] ?? 0) + 1;
  return { low: lower, high: upper, offset };
}

function fill(low: Int32Array, high: Int32Array, from: Waypoint, to: Waypoint): void {
  const rows = to.i - from.i;
  const columns = to.j - from.j;
  const whole = (rows + 1) * (columns + 1) <= RECTANGLE;
  const width = Math.min(STRIP + STRIP_SHARE * Math.min(rows, columns), Math.max(STRIP, STRIP_NODES / 2 / (rows + 1)));
  const slope = columns / Math.max(1, rows);
  // Where each row is more than a strip's width further on than the one before, the strip still has to hang together.
  const reach = width + slope;
  for (let i = from.i; i <= to.i; i++) {
    const middle = from.j + slope * (i - from.i);
    const start = whole ? from.j : Math.max(from.j, Math.trunc(middle - reach));
    const end = whole ? to.j : Math.min(to.j, Math.trunc(middle + reach));
    low[i] = Math.min(low[i] ?? 0, start);
    high[i] = Math.max(high[i] ?? 0, end);
  }
}

/** Before a gate nothing lies beyond its column, after it nothing before. */
function narrow(low: Int32Array, high: Int32Array, gates: readonly Waypoint[]): void {
  let before = 0;
  for (const gate of gates) {
    for (; before < gate.i; before++) {
      high[before] = Math.min(high[before] ?? 0, gate.j);
      low[before] = Math.min(low[before] ?? 0, gate.j);
    }
  }
  let after = low.length - 1;
  for (const gate of [...gates].reverse()) {
    for (; after > gate.i; after--) {
      low[after] = Math.max(low[after] ?? 0, gate.j);
      high[after] = Math.max(high[after] ?? 0, gate.j);
    }
  }
}
