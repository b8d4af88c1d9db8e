import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bandAround, type Waypoint } from './band.ts';

test('takes the whole rectangle between waypoints that are near each other', () => {
  const { low, high } = bandAround(20, 30, [], []);
  expect([...low]).toEqual(new Array(21).fill(0));
  expect([...high]).toEqual(new Array(21).fill(30));
});

test('stays near the way through long articles', () => {
  const waypoints = Array.from({ length: 999 }, (_, k) => ({ i: k + 1, j: k + 1 }));
  const { offset } = bandAround(1000, 1000, waypoints, []);
  expect(offset[1001]).toBeLessThan(40_000);
});

test('leads through every gate', () => {
  const { low, high } = bandAround(20, 20, [{ i: 8, j: 12 }], [{ i: 8, j: 12 }]);
  for (let i = 0; i < 8; i++) expect(high[i]).toBeLessThanOrEqual(12);
  for (let i = 9; i <= 20; i++) expect(low[i]).toBeGreaterThanOrEqual(12);
  expect([low[8], high[8]]).toEqual([
    expect.toSatisfy((j: number) => j <= 12),
    expect.toSatisfy((j: number) => j >= 12),
  ]);
});

test('hangs together from one corner to the other, however the sizes differ', () => {
  const way = fc.tuple(fc.nat(300), fc.nat(3000), fc.array(fc.tuple(fc.nat(300), fc.nat(3000)), { maxLength: 5 }));
  fc.assert(
    fc.property(way, fc.boolean(), ([n, m, points], gated) => {
      const is = points.map(([i]) => Math.min(i, n)).sort((a, b) => a - b);
      const js = points.map(([, j]) => Math.min(j, m)).sort((a, b) => a - b);
      const waypoints: Waypoint[] = is.map((i, k) => ({ i, j: js[k] ?? 0 }));
      const { low, high } = bandAround(n, m, waypoints, gated ? waypoints : []);
      expect(low[0]).toBe(0);
      expect(high[n]).toBe(m);
      for (let i = 0; i <= n; i++) {
        expect(low[i]).toBeLessThanOrEqual(high[i] ?? -1);
        if (i > 0) expect(low[i]).toBeLessThanOrEqual(high[i - 1] ?? -1);
        if (i > 0) expect(low[i]).toBeGreaterThanOrEqual(low[i - 1] ?? 0);
        if (i > 0) expect(high[i]).toBeGreaterThanOrEqual(high[i - 1] ?? 0);
      }
    }),
  );
});
