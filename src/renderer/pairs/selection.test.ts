import { describe, expect, test } from 'vitest';
import type { Difference } from '../../core/differences.ts';
import type { Line } from './lines.ts';
import { lineAfterKey, rowAtCaret, selectedLine } from './selection.ts';

const difference: Difference = {
  kind: 'changed',
  what: 'number',
  certainty: 0.8,
  row: 7,
  sentences: { fr: [3], en: [4] },
  ranges: {},
};
const at = (by: 'pointer' | 'keyboard' | 'jump', visited: number | null = null) => ({
  caret: { side: 'fr' as const, sentence: 3, by },
  caretRow: 5,
  difference: visited,
  shownDifferences: [difference],
  rowsAt: () => [5, 6, 7],
});

describe('a sentence that stands in several rows', () => {
  test('selects the surest one at first', () => {
    expect(rowAtCaret(at('keyboard'), null)).toBe(5);
  });

  test('keeps the one that was chosen in the list', () => {
    expect(rowAtCaret(at('keyboard'), 6)).toBe(6);
    expect(rowAtCaret(at('pointer'), 2)).toBe(5);
  });

  test('selects the difference’s own after a jump to it', () => {
    expect(rowAtCaret(at('jump', 0), 6)).toBe(7);
    expect(rowAtCaret(at('jump'), 6)).toBe(6);
  });

  test('selects nothing while the reader has been nowhere', () => {
    expect(rowAtCaret({ ...at('keyboard'), caret: null }, 6)).toBeNull();
  });
});

describe('keys in a list', () => {
  test('stop at its ends', () => {
    expect(lineAfterKey('ArrowUp', 0, 10, 4)).toBe(0);
    expect(lineAfterKey('ArrowDown', 9, 10, 4)).toBe(9);
    expect(lineAfterKey('PageDown', 8, 10, 4)).toBe(9);
    expect(lineAfterKey('PageUp', 6, 10, 4)).toBe(2);
    expect(lineAfterKey('Home', 6, 10, 4)).toBe(0);
    expect(lineAfterKey('End', 6, 10, 4)).toBe(9);
  });

  test('that mean nothing here are left alone', () => {
    expect(lineAfterKey('a', 3, 10, 4)).toBeNull();
  });
});

test('a list that was not entered yet begins with its first pair', () => {
  const lines: readonly Line[] = [
    { kind: 'furniture', row: 0, rows: [0] },
    { kind: 'pair', row: 1, number: 1 },
  ];
  expect(selectedLine(lines, null)).toBe(1);
  expect(selectedLine(lines, 0)).toBe(0);
  expect(selectedLine([], null)).toBe(-1);
});
