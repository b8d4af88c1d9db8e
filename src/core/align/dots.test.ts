import { expect, test } from 'vitest';
import { Dots, UNIT } from './dots.ts';
import { randomNumbers, sample } from './random.ts';
import type { Steps } from './steps.ts';

function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

const all = (count: number): Int32Array => sample(count, Infinity, 0);

function vectors(count: number, values: number): Float32Array {
  const random = randomNumbers(count);
  return Float32Array.from({ length: count * values }, () => random() - 0.5);
}

function cosine(a: Float32Array, i: number, b: Float32Array, j: number, values: number): number {
  let [ab, aa, bb] = [0, 0, 0];
  for (let q = 0; q < values; q++) {
    const [x, y] = [a[i * values + q] ?? 0, b[j * values + q] ?? 0];
    ab += x * y;
    aa += x * x;
    bb += y * y;
  }
  return ab / Math.sqrt(aa * bb);
}

test('gives the cosines of all pairs, whatever the number of columns', () => {
  const dots = new Dots();
  const [a, b] = [vectors(5, 64), vectors(7, 64)];
  const rowsA = finish(dots.quantise(a, 64, all(5)));
  const rowsB = finish(dots.quantise(b, 64, all(7)));
  const products = dots.four(rowsA, 1, rowsB, 2, 5);
  for (let i = 0; i < 4; i++) {
    for (let c = 0; c < 5; c++) {
      const row = 1 + i;
      expect((products[c * 4 + i] ?? 0) / UNIT).toBeCloseTo(cosine(a, row, b, 2 + c, 64), 4);
      expect(dots.one(rowsA, row, rowsB, 2 + c)).toBe(products[c * 4 + i]);
    }
  }
});

test('does not overflow where vectors are equal, and takes zeros for what they are', () => {
  const dots = new Dots();
  const axis = new Float32Array(1024).fill(0);
  axis[0] = 3;
  const rows = finish(dots.quantise(axis, 512, all(2)));
  expect(dots.one(rows, 0, rows, 0) / UNIT).toBeCloseTo(1, 3);
  expect(dots.one(rows, 0, rows, 1)).toBe(0);
});

test('finds the columns that a row or the column itself may take', () => {
  const dots = new Dots();
  const a = finish(dots.quantise(vectors(4, 32), 32, all(4)));
  const b = finish(dots.quantise(vectors(9, 32), 32, all(9)));
  const rows = dots.thresholds(4);
  const columns = dots.thresholds(9);
  rows.offsets().fill(0);
  columns.offsets().fill(0);
  rows.least().fill(UNIT);
  columns.least().fill(UNIT);
  const products = dots.four(a, 0, b, 0, 9);
  columns.least()[5] = -UNIT;
  rows.least()[2] = Math.max(...Array.from({ length: 9 }, (_, c) => products[c * 4 + 2] ?? 0)) - 1;
  const best = Array.from({ length: 9 }, (_, c) => c).find((c) => (products[c * 4 + 2] ?? 0) > (rows.least()[2] ?? 0));
  expect([...dots.interesting(rows, 0, columns, 0, 9)].sort()).toEqual([...new Set([5, best])].sort());
});
