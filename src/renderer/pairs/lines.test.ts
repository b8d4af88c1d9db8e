import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Row } from '../../contract.ts';
import { countPairs, lineOfRow, linesOf } from './lines.ts';

const row = (furniture: boolean): Row => ({
  status: furniture ? 'only-fr' : 'match',
  fr: [0],
  en: furniture ? [] : [0],
  confidence: 0.9,
  marks: [],
  furniture,
});
const rows = [false, true, true, false, true, false].map(row);
const all = [...rows.keys()];

describe('the lines of the Pairs view', () => {
  test('fold neighbouring furniture into one and count only pairs', () => {
    expect(linesOf(rows, all)).toEqual([
      { kind: 'pair', row: 0, number: 1 },
      { kind: 'furniture', row: 1, rows: [1, 2] },
      { kind: 'pair', row: 3, number: 2 },
      { kind: 'furniture', row: 4, rows: [4] },
      { kind: 'pair', row: 5, number: 3 },
    ]);
    expect(countPairs(rows)).toBe(3);
  });

  test('a pair keeps its number under a filter', () => {
    expect(linesOf(rows, [5])).toEqual([{ kind: 'pair', row: 5, number: 3 }]);
  });

  test('show every row once and in order, whatever is filtered', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.boolean(), fc.boolean())), (drawn) => {
        const list = drawn.map(([furniture]) => row(furniture));
        const shown = [...list.keys()].filter((at) => drawn[at]?.[1]);
        const lines = linesOf(list, shown);
        expect(lines.flatMap((line) => (line.kind === 'pair' ? [line.row] : line.rows))).toEqual(shown);
      }),
    );
  });
});

describe('the line of a row', () => {
  const lines = linesOf(rows, [0, 1, 2, 5]);

  test('is the one that shows it, also inside a fold', () => {
    expect(lineOfRow(lines, 2)).toBe(1);
    expect(lineOfRow(lines, 5)).toBe(2);
  });

  test('is the next one where a filter hides it, and the last where nothing follows', () => {
    expect(lineOfRow(lines, 3)).toBe(2);
    expect(lineOfRow(linesOf(rows, [0, 3]), 5)).toBe(1);
    expect(lineOfRow([], 3)).toBe(-1);
  });
});
