import { expect, test } from 'vitest';
import { recoverOrder } from './order.ts';
import { readPins } from './pins.ts';
import type { Margins } from './search.ts';

/** Margins of articles whose French sentence i has the given English one as its counterpart, all others 0. */
function margins(partner: readonly number[], margin: (i: number) => number): Margins {
  const back = new Map(partner.map((j, i) => [j, i]));
  const of = (i: number, j: number): number => (partner[i] === j ? margin(i) : 0);
  const list = (other: number | undefined, value: number) => (other === undefined ? [] : [{ other, margin: value }]);
  return {
    of,
    partnersOfFr: { best: new Float64Array(0), of: (i) => list(partner[i], margin(i)) },
    partnersOfEn: { best: new Float64Array(0), of: (j) => list(back.get(j), margin(back.get(j) ?? 0)) },
  };
}

const range = (count: number): number[] => Array.from({ length: count }, (_, k) => k);
const NO_PINS = (count: number) => readPins([], count, count);

test('leaves an article alone that is in order', () => {
  const { permutation, moved } = recoverOrder(
    margins(range(30), () => 0.5),
    30,
    30,
    NO_PINS(30),
  );
  expect([...permutation]).toEqual(range(30));
  expect(moved).toBe(0);
});

test('does not believe a single weak anchor that would have come from far away', () => {
  const partner = range(60).map((k) => (k === 5 ? 50 : k >= 6 && k <= 50 ? k - 1 : k));
  const weak = recoverOrder(
    margins(partner, (i) => (i === 5 ? 0.4 : 0.5)),
    60,
    60,
    NO_PINS(60),
  );
  expect(weak.moved).toBe(0);
  const strong = recoverOrder(
    margins(partner, (i) => (i === 5 ? 0.6 : 0.5)),
    60,
    60,
    NO_PINS(60),
  );
  expect(strong.moved).toBe(1);
  expect([...strong.permutation].indexOf(50)).toBe(5);
});

test('believes weak anchors near their place only where neighbours change places throughout', () => {
  const swapAt = (places: readonly number[]) =>
    range(100).map((k) => (places.includes(k) ? k + 1 : places.includes(k - 1) ? k - 1 : k));
  const often = swapAt([5, 20, 35, 50, 65, 80]);
  const margin = (at: readonly number[]) => (i: number) => (at.includes(i) ? 0.3 : 0.5);
  const habit = recoverOrder(margins(often, margin([5, 20, 35, 50, 65, 80])), 100, 100, NO_PINS(100));
  expect(habit.moved).toBe(6);
  const once = swapAt([5]);
  expect(recoverOrder(margins(once, margin([5])), 100, 100, NO_PINS(100)).moved).toBe(0);
});

test('always believes a pin', () => {
  const pins = readPins([{ fr: [10], en: [2] }], 30, 30);
  const { permutation } = recoverOrder(
    margins(range(30), () => 0.5),
    30,
    30,
    pins,
  );
  const order = [...permutation];
  expect(order.indexOf(2)).toBeGreaterThan(order.indexOf(9));
  expect(order.indexOf(2)).toBeLessThan(order.indexOf(11));
});
