import fc from 'fast-check';
import { expect, test } from 'vitest';
import { heaviestChain } from './chain.ts';

test('finds the heaviest chain in which both sides rise', () => {
  const points = [
    { i: 0, j: 5, margin: 1 },
    { i: 1, j: 1, margin: 0.4 },
    { i: 2, j: 2, margin: 0.4 },
    { i: 3, j: 3, margin: 0.4 },
  ];
  expect(heaviestChain(points)).toEqual([1, 2, 3]);
  expect(heaviestChain([])).toEqual([]);
});

test('is as heavy as the best of all subsets', () => {
  const columns = fc.uniqueArray(fc.nat(12), { maxLength: 9 });
  fc.assert(
    fc.property(columns, fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 9, maxLength: 9 }), (js, weights) => {
      const points = js.map((j, i) => ({ i, j, margin: weights[i] ?? 1 }));
      const weigh = (chain: readonly number[]): number => chain.reduce((sum, k) => sum + (points[k]?.margin ?? 0), 0);
      let best = 0;
      for (let set = 0; set < 2 ** js.length; set++) {
        const chosen = points.map((_, k) => k).filter((k) => (set >> k) & 1);
        if (chosen.every((k, at) => at === 0 || (js[k] ?? 0) > (js[chosen[at - 1] ?? 0] ?? 0))) {
          best = Math.max(best, weigh(chosen));
        }
      }
      const chain = heaviestChain(points);
      expect(weigh(chain)).toBe(best);
      expect(chain.every((k, at) => at === 0 || (js[k] ?? 0) > (js[chain[at - 1] ?? 0] ?? 0))).toBe(true);
    }),
  );
});
