import { describe, expect, test } from 'vitest';
import { boxOf, moved } from './lines.ts';

const column = { left: 0, right: 500, lead: 28 };
const strip = (left: number, right: number, top: number) => ({ left, right, top, bottom: top + 20 });

describe('boxOf', () => {
  test('a mark that splits a line into several rectangles leaves one line', () => {
    const box = boxOf([strip(0, 200, 4), strip(200, 260, 6), strip(260, 500, 4), strip(0, 90, 32)], column, false);
    expect(box?.lines).toEqual([
      { mid: 14, left: 0, right: 500 },
      { mid: 42, left: 0, right: 90 },
    ]);
  });

  test('two sentences that share a line share its height without overlap', () => {
    const first = boxOf([strip(0, 500, 4), strip(0, 200, 32)], column, false);
    const second = boxOf([strip(205, 500, 32), strip(0, 100, 60)], column, true);
    expect(first?.bottom).toBeLessThan(second?.top ?? 0);
  });

  test('a sentence that ends its block reaches down to the end of its last line', () => {
    const inside = boxOf([strip(0, 100, 4)], column, false);
    const last = boxOf([strip(0, 100, 4)], column, true);
    expect(last?.bottom).toBeGreaterThan(inside?.bottom ?? 0);
  });

  test('a short sentence within a line has some height of its own', () => {
    const box = boxOf([strip(240, 260, 4)], column, false);
    expect((box?.bottom ?? 0) - (box?.top ?? 0)).toBeGreaterThan(0);
  });

  test('without a rectangle of any width there is no box', () => {
    expect(boxOf([strip(10, 10.5, 4)], column, false)).toBeNull();
  });
});

test('a box that is moved keeps its shape', () => {
  const box = boxOf([strip(0, 500, 4), strip(0, 200, 32)], column, false);
  const there = box && moved(box, 100);
  expect((there?.bottom ?? 0) - (there?.top ?? 0)).toBeCloseTo((box?.bottom ?? 0) - (box?.top ?? 0));
  expect(there?.lines[1]?.mid).toBe(142);
});
