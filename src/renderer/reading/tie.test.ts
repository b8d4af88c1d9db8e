import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Row } from '../../contract.ts';
import { across, crossingRows, eyeLine, slipAfter, tieChain, type Rail } from './tie.ts';

function row(fr: number[], en: number[], confidence = 0.9, status: Row['status'] = 'match'): Row {
  return { status, fr, en, confidence, marks: [], furniture: false };
}

describe('tieChain', () => {
  test('takes every pair of a text that is translated in order', () => {
    const chain = tieChain([row([0], [0]), row([1, 2], [1]), row([3], [2, 3])]);
    expect(chain).toEqual([
      { fr: { first: 0, last: 0 }, en: { first: 0, last: 0 } },
      { fr: { first: 1, last: 2 }, en: { first: 1, last: 1 } },
      { fr: { first: 3, last: 3 }, en: { first: 2, last: 3 } },
    ]);
  });

  test('leaves out what stands alone, what was moved, and the weaker of two pairs that cross', () => {
    const rows = [row([0], [0]), row([1], []), row([2], [9], 0.9, 'moved'), row([3], [5], 0.6), row([4], [4], 0.9)];
    expect(tieChain(rows).map(({ fr }) => fr.first)).toEqual([0, 4]);
  });

  test('is increasing on both sides whatever the rows', () => {
    const index = fc.integer({ min: 0, max: 25 });
    const rows = fc.array(
      fc.tuple(index, index, fc.double({ min: 0, max: 1, noNaN: true })).map(([fr, en, sure]) => row([fr], [en], sure)),
    );
    fc.assert(
      fc.property(rows, (given) => {
        const chain = tieChain(given);
        chain.slice(1).forEach((knot, at) => {
          expect(knot.fr.first).toBeGreaterThan(chain[at]?.fr.last ?? 0);
          expect(knot.en.first).toBeGreaterThan(chain[at]?.en.last ?? 0);
        });
        expect(chain.length > 0).toBe(given.length > 0);
      }),
    );
  });
});

test('a row crosses when a tied pair stands before it on one side and after it on the other', () => {
  const rows = [row([0], [0]), row([1], [4], 0.5), row([2], [2]), row([4], [1], 0.5), row([3], [3])];
  expect([...crossingRows(rows, tieChain(rows))]).toEqual([1, 3]);
});

describe('across', () => {
  const rail: Rail = {
    count: 4,
    // A pair, then a paragraph that only French has, then a pair.
    y: (side, point) => ({ fr: [0, 100, 400, 450, 500], en: [0, 80, 80, 180, 200] })[side][point] ?? 0,
  };

  test('two tied points are at their heights at the same time', () => {
    expect([0, 100, 400, 450].map((y) => across(rail, 'fr', 'en', y))).toEqual([0, 80, 80, 180]);
  });

  test('the other column waits while one side has nothing to show', () => {
    expect(across(rail, 'fr', 'en', 250)).toBe(80);
  });

  test('never goes back while this column goes down, and ends with it', () => {
    const heights = Array.from({ length: 501 }, (_, y) => across(rail, 'fr', 'en', y));
    expect(heights.every((y, at) => at === 0 || y >= (heights[at - 1] ?? 0))).toBe(true);
    expect(across(rail, 'fr', 'en', 500)).toBe(200);
  });

  test('texts without any pair go down in proportion', () => {
    const free: Rail = { count: 0, y: (side) => (side === 'fr' ? 1000 : 400) };
    expect(across(free, 'fr', 'en', 250)).toBe(100);
  });
});

describe('eyeLine', () => {
  test('begins at the top, rests at a third, ends at the bottom', () => {
    expect(eyeLine(0, 5000, 800)).toBe(0);
    expect(eyeLine(2500, 5000, 800)).toBe(280);
    expect(eyeLine(5000, 5000, 800)).toBe(800);
  });

  test('what is read goes down with every pixel that is scrolled', () => {
    const heights = Array.from({ length: 1201 }, (_, scroll) => scroll + eyeLine(scroll, 1200, 800));
    expect(heights.every((y, at) => at === 0 || y > (heights[at - 1] ?? 0))).toBe(true);
  });

  test('a text that fits into the window has its eye at the top', () => {
    expect(eyeLine(0, 0, 800)).toBe(0);
  });
});

test('a gap closes little by little and not beyond', () => {
  expect(slipAfter(100, 40)).toBeCloseTo(86);
  expect(slipAfter(-100, -40)).toBeCloseTo(-86);
  expect(slipAfter(10, 500)).toBe(0);
});
