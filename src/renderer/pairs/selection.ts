import type { OpenComparison } from '../state/comparison.svelte.ts';
import { lineOfRow, type Line } from './lines.ts';

/**
 * The row where the reader is. A sentence may stand in several rows: after a jump it is the difference's own, else the
 * one that was last `chosen` in the list, else the sentence's surest.
 */
export function rowAtCaret(
  open: Pick<OpenComparison, 'caret' | 'caretRow' | 'difference' | 'shownDifferences' | 'rowsAt'>,
  chosen: number | null,
): number | null {
  const { caret, difference } = open;
  if (!caret) return null;
  if (caret.by === 'jump' && difference !== null) return open.shownDifferences[difference]?.row ?? open.caretRow;
  return chosen !== null && open.rowsAt(caret).includes(chosen) ? chosen : open.caretRow;
}

/** The line that a key leads to; null for keys that mean nothing here. */
export function lineAfterKey(key: string, at: number, count: number, page: number): number | null {
  const last = count - 1;
  switch (key) {
    case 'ArrowDown':
      return Math.min(last, at + 1);
    case 'ArrowUp':
      return Math.max(0, at - 1);
    case 'PageDown':
      return Math.min(last, at + page);
    case 'PageUp':
      return Math.max(0, at - page);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}

/** Where to begin when the reader has been nowhere yet: the first pair, not the furniture above it. */
function firstLine(lines: readonly Line[]): number {
  const pair = lines.findIndex((line) => line.kind === 'pair');
  return pair < 0 ? lines.length - 1 : pair;
}

export function selectedLine(lines: readonly Line[], row: number | null): number {
  return row === null ? firstLine(lines) : lineOfRow(lines, row);
}
