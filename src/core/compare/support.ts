import type { WordMatrix } from './similarity.ts';

/** How much of what other words want a counterpart more is taken off. */
const RIVALRY = 0.5;

/**
 * For each row word, how well its best counterpart fits after what other words want it more is taken off: low for a word
 * that the other side does not say. Neighbouring words are no rivals, they may share a counterpart.
 */
export function supports({ rows, columns, values }: WordMatrix): Float64Array {
  const support = new Float64Array(rows).fill(-Infinity);
  const above = new Float64Array(rows);
  for (let column = 0; column < columns; column++) {
    // The best of the rows before, then the best of the rows behind, two rows off.
    let best = -Infinity;
    for (let row = 0; row < rows; row++) {
      if (row >= 2) best = Math.max(best, values[(row - 2) * columns + column] ?? 0);
      above[row] = best;
    }
    best = -Infinity;
    for (let row = rows - 1; row >= 0; row--) {
      if (row + 2 < rows) best = Math.max(best, values[(row + 2) * columns + column] ?? 0);
      const value = values[row * columns + column] ?? 0;
      const rival = Math.max(best, above[row] ?? 0);
      support[row] = Math.max(support[row] ?? 0, value - RIVALRY * Math.max(0, rival - value));
    }
  }
  return support;
}
