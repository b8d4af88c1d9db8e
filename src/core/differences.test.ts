import { expect, it } from 'vitest';
import { comparisonFixture, rangeOf } from './comparisonFixture.ts';
import { differencesOf } from './differences.ts';
import { rowsOf } from './rows.ts';

const plain = comparisonFixture({
  fr: ['Ils sont 29 à 3 heures.', 'Rien de tel.', '#Partager'],
  en: ['28 came.', 'Something else.'],
  beads: [
    { fr: [0], en: [0] },
    { fr: [1], en: [], confidence: 0.7 },
    { fr: [2], en: [] },
    { fr: [], en: [1], confidence: 0.8 },
  ],
});
const { fr, en } = plain.articles;
const comparison = {
  ...plain,
  marks: [
    { kind: 'only', side: 'fr', unit: 'number', range: rangeOf(fr, 0, '3'), certainty: 0.5 } as const,
    { kind: 'changed', fact: 'number', fr: rangeOf(fr, 0, '29'), en: rangeOf(en, 0, '28'), certainty: 0.9 } as const,
  ],
};

it('lists marks and lone sentences in the order of the text, without page furniture', () => {
  const differences = differencesOf(comparison, rowsOf(comparison));
  expect(differences.map(({ kind, what, certainty }) => [kind, what, certainty])).toEqual([
    ['changed', 'number', 0.9],
    ['dropped', 'number', 0.5],
    ['added', 'sentence', 0.8],
    ['dropped', 'sentence', 0.7],
  ]);
});

it('says where each difference is and which row shows it', () => {
  const rows = rowsOf(comparison);
  for (const difference of differencesOf(comparison, rows)) {
    expect(rows[difference.row]).toMatchObject(difference.sentences);
    expect(Object.keys(difference.ranges)).toHaveLength(difference.kind === 'changed' ? 2 : 1);
  }
});

it('turns added and dropped round where the English text is the original', () => {
  const turned = { ...comparison, original: 'en' as const };
  expect(differencesOf(turned, rowsOf(turned)).map(({ kind }) => kind)).toEqual([
    'changed',
    'added',
    'dropped',
    'added',
  ]);
});
