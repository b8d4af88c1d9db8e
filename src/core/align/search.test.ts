import { expect, test } from 'vitest';
import { DIMENSION } from '../encoder/encoder.ts';
import { backgrounds } from './backgrounds.ts';
import { Dots } from './dots.ts';
import { sample } from './random.ts';
import { search } from './search.ts';
import { drive } from './steps.ts';
import { madeUpArticles } from './testArticles.ts';

const meanings = (count: number): number[] => Array.from({ length: count }, (_, k) => (k * 7) % count);

async function margins(count: number) {
  const { vectors } = madeUpArticles(
    meanings(count),
    Array.from({ length: count }, (_, k) => k),
  );
  const dots = new Dots();
  const all = sample(count, Infinity, 0);
  const fr = await drive(dots.quantise(vectors.fr, DIMENSION, all), 1, {});
  const en = await drive(dots.quantise(vectors.en, DIMENSION, all), 1, {});
  const some = sample(count, 50, 1);
  const characters = new Float64Array(count).fill(10);
  const runsFr = await drive(backgrounds(dots, fr, characters, dots.gather(en, some)), 1, {});
  const runsEn = await drive(backgrounds(dots, en, characters, dots.gather(fr, some)), 1, {});
  return drive(search(dots, { rows: fr, runs: runsFr }, { rows: en, runs: runsEn }), 1, {});
}

test('finds the same best partners as comparing all with all', async () => {
  const found = await margins(60);
  for (let i = 0; i < 60; i++) {
    const exact = Array.from({ length: 60 }, (_, j) => ({ other: j, margin: found.of(i, j) }));
    exact.sort((a, b) => b.margin - a.margin);
    const best = found.partnersOfFr.of(i);
    expect(best.map(({ other }) => other)).toEqual(exact.slice(0, best.length).map(({ other }) => other));
    expect(found.partnersOfFr.best[i]).toBe(best[0]?.margin);
  }
});

test('finds them by way of the projection, too, in long articles', async () => {
  const found = await margins(2010);
  const wanted = meanings(2010);
  const right = wanted.filter((meaning, i) => found.partnersOfFr.of(i)[0]?.other === meaning);
  expect(right.length).toBe(2010);
  expect(found.partnersOfEn.of(wanted[5] ?? 0)[0]?.other).toBe(5);
});
