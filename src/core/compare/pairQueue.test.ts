import { expect, it } from 'vitest';
import { PairQueue } from './pairQueue.ts';

function drained(queue: PairQueue): number[] {
  const taken: number[] = [];
  for (;;) {
    const next = queue.take(2, 3);
    if (next.length === 0) return taken;
    taken.push(...next);
  }
}

it('gives every pair once, in reading order', () => {
  expect(drained(new PairQueue([4, 0, 1, 2, 3, 1]))).toEqual([0, 1, 2, 3, 4]);
});

it('gives what is preferred first, and goes on behind it', () => {
  const queue = new PairQueue([0, 1, 2, 3, 4, 5, 6, 7]);
  queue.prefer([5, 4]);
  expect(queue.take(2, 3)).toEqual([5, 4]);
  expect(queue.take(2, 3)).toEqual([6, 7, 0]);
  expect(drained(queue)).toEqual([1, 2, 3]);
});

it('forgets what was preferred before, and what it never had', () => {
  const queue = new PairQueue([0, 1, 2, 3]);
  queue.prefer([3]);
  queue.prefer([9, 2]);
  expect(queue.take(2, 3)).toEqual([2]);
  expect(drained(queue)).toEqual([3, 0, 1]);
});
