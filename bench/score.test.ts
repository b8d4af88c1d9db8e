import { expect, test } from 'vitest';
import { readBeads } from './gold.ts';
import { Tally } from './score.ts';

const GOLD = readBeads('0\t0\n1,2\t1\n3\t\n4\t2,3\n\t4\n');

function score(found: string) {
  const tally = new Tally();
  tally.add(GOLD, readBeads(found));
  return tally.scores();
}

test('gives full marks to gold itself', () => {
  const { strict, lax, null: alone, link } = score('0\t0\n1,2\t1\n3\t\n4\t2,3\n\t4\n');
  for (const { precision, recall, f1 } of [strict, lax, alone, link])
    expect([precision, recall, f1]).toEqual([1, 1, 1]);
});

// The figures are those of the Python scorer that comes with the gold.
test('counts beads, links and sentences alone as the gold scorer does', () => {
  const { strict, lax, null: alone, link } = score('0\t0\n1\t1\n2,3\t\n4\t2,3,4\n');
  expect(strict.precision).toBeCloseTo(1 / 3);
  expect(strict.recall).toBeCloseTo(1 / 3);
  expect([lax.precision, lax.recall]).toEqual([1, 1]);
  expect([alone.precision, alone.recall]).toEqual([0.5, 0.5]);
  expect(link.precision).toBeCloseTo(4 / 5);
  expect(link.recall).toBeCloseTo(4 / 5);
});

test('takes sentences that are not mentioned for alone', () => {
  expect(score('0\t0\n').null).toEqual({ precision: 2 / 8, recall: 1, f1: 0.4 });
});
