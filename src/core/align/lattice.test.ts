import { expect, test } from 'vitest';
import { bandAround } from './band.ts';
import { bestPath } from './path.ts';
import { posteriors } from './posteriors.ts';
import { randomNumbers } from './random.ts';
import type { Lattice, Scores } from './scores.ts';
import { SHAPES } from './shapes.ts';
import { drive } from './steps.ts';

const N = 4;
const M = 5;

/** A small lattice with arbitrary scores. */
function arbitrary(seed: number): { lattice: Lattice; scores: Scores } {
  const random = randomNumbers(seed);
  const band = bandAround(N, M, [], []);
  const side = (count: number) => ({ count }) as Lattice['fr'];
  const some = (count: number): Float64Array => Float64Array.from({ length: count }, () => random() * 4 - 2);
  return {
    lattice: { band, fr: side(N), en: side(M) } as Lattice,
    scores: {
      beads: Float32Array.from(some((band.offset[N + 1] ?? 0) * SHAPES.length)),
      offsets: some(SHAPES.length),
      aloneFr: some(N),
      aloneEn: some(M),
      continued: 0.7,
    },
  };
}

interface Path {
  readonly score: number;
  readonly steps: string[];
}

/** Every way through the lattice: beads, and sentences alone, French before English. */
function allPaths({ scores }: ReturnType<typeof arbitrary>, i = 0, j = 0, last = 'bead'): Path[] {
  if (i === N && j === M) return [{ score: 0, steps: [] }];
  const go = (score: number, step: string, to: Path[]): Path[] =>
    to.map((path) => ({ score: path.score + score, steps: [step, ...path.steps] }));
  const paths: Path[] = [];
  SHAPES.forEach(({ fr, en }, k) => {
    if (i + fr > N || j + en > M) return;
    const own = (scores.beads[(i * (M + 1) + j) * SHAPES.length + k] ?? 0) + (scores.offsets[k] ?? 0);
    paths.push(...go(own, `${i},${j},${k}`, allPaths({ scores } as ReturnType<typeof arbitrary>, i + fr, j + en)));
  });
  const again = (state: string): number => (last === state ? scores.continued : 0);
  if (i < N && last !== 'en') {
    const rest = allPaths({ scores } as ReturnType<typeof arbitrary>, i + 1, j, 'fr');
    paths.push(...go((scores.aloneFr[i] ?? 0) + again('fr'), `fr ${i}`, rest));
  }
  if (j < M) {
    const rest = allPaths({ scores } as ReturnType<typeof arbitrary>, i, j + 1, 'en');
    paths.push(...go((scores.aloneEn[j] ?? 0) + again('en'), `en ${j}`, rest));
  }
  return paths;
}

test.each([1, 2, 3])('gives the probabilities and the best of all paths (scores %i)', async (seed) => {
  const given = arbitrary(seed);
  const paths = allPaths(given);
  const sum = paths.reduce((total, { score }) => total + Math.exp(score), 0);
  const probability = (step: string): number =>
    paths.reduce((total, { score, steps }) => total + (steps.includes(step) ? Math.exp(score) / sum : 0), 0);
  const found = await drive(posteriors(given.lattice, given.scores), 1, {});
  expect(found.logSum).toBeCloseTo(Math.log(sum), 6);
  found.aloneFr.forEach((p, i) => {
    expect(p).toBeCloseTo(probability(`fr ${i}`), 5);
  });
  found.aloneEn.forEach((p, j) => {
    expect(p).toBeCloseTo(probability(`en ${j}`), 5);
  });
  for (const { i, j, shape, probability: p } of found.beads) {
    expect(p).toBeCloseTo(probability(`${i},${j},${shape}`), 5);
    expect(found.of(i, j, shape)).toBe(p);
  }
  const best = paths.reduce((a, b) => (b.score > a.score ? b : a));
  const path = await drive(bestPath(given.lattice, given.scores), 1, {});
  expect(
    path.map(({ shape, i, j }) => (shape === -1 ? `fr ${i}` : shape === -2 ? `en ${j}` : `${i},${j},${shape}`)),
  ).toEqual(best.steps);
});
