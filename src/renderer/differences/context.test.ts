import { describe, expect, test } from 'vitest';
import type { Row, RowStatus } from '../../contract.ts';
import { pairBefore } from './context.ts';

const row = (status: RowStatus, fr: number[], en: number[]): Row => ({
  status,
  fr,
  en,
  confidence: 0.9,
  marks: [],
  furniture: false,
});

describe('the pair before a sentence that stands alone', () => {
  const rows = [row('match', [0], [0]), row('only-fr', [1], []), row('only-fr', [2], []), row('moved', [3], [9])];
  const rowsAt = (sentence: number) => (sentence < rows.length ? [sentence] : []);

  test('is found over other sentences that stand alone', () => {
    expect(pairBefore(rows, rowsAt, 'fr', 2)).toBe(rows[0]);
  });

  test('is not one that was moved: it says nothing of the place', () => {
    expect(pairBefore(rows, rowsAt, 'fr', 4)).toBeNull();
  });

  test('is not one far back, and none before the first sentence', () => {
    expect(pairBefore(rows, rowsAt, 'fr', 5)).toBeNull();
    expect(pairBefore(rows, rowsAt, 'fr', 0)).toBeNull();
  });
});
