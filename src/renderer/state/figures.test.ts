import { describe, expect, test } from 'vitest';
import { comparisonFixture, rangeOf } from '../../core/comparisonFixture.ts';
import { rowsOf } from '../../core/rows.ts';
import { summaryOf } from '../../core/summary.ts';
import { figuresOf } from '../shared/figureWords.ts';
import { rowFits, type Figure } from './figures.ts';

const plain = comparisonFixture({
  fr: ['Les 29 alliés.', 'Deux.', 'Trois.', 'Quatre.', '#Partager'],
  en: ['The 28 allies.', 'Two and three.', 'Five.'],
  beads: [
    { fr: [0], en: [0] },
    { fr: [1, 2], en: [1] },
    { fr: [3], en: [] },
    { fr: [4], en: [] },
    { fr: [], en: [2] },
  ],
});
const comparison = {
  ...plain,
  marks: [
    {
      kind: 'changed' as const,
      fact: 'number' as const,
      fr: rangeOf(plain.articles.fr, 0, '29'),
      en: rangeOf(plain.articles.en, 0, '28'),
      certainty: 0.9,
    },
  ],
};
const rows = rowsOf(comparison);

describe('figures as filters', () => {
  const shown = (figure: Figure) => rows.filter((row) => rowFits(row, figure)).map((row) => [row.fr, row.en]);

  test('each figure shows the rows that it counts', () => {
    expect(shown('match')).toHaveLength(2);
    expect(shown('joined')).toEqual([[[1, 2], [1]]]);
    expect(shown('only-en')).toEqual([[[], [2]]]);
    expect(shown('number')).toEqual([[[0], [0]]]);
    expect(shown('moved')).toEqual([]);
  });

  test('a pair that corresponds in part is counted by two figures, and shown by both', () => {
    const parts = { fr: { start: 0, end: 2 }, en: { start: 0, end: 2 } };
    const linked = rowsOf({ ...comparison, links: [{ fr: 3, en: 2, parts, confidence: 0.6 }] });
    const pair = linked.find((row) => row.parts);
    expect(pair && (['match', 'partial', 'joined'] as const).map((figure) => rowFits(pair, figure))).toEqual([
      true,
      true,
      false,
    ]);
  });

  test('page furniture is on one side only, but nobody looks for it there', () => {
    expect(shown('only-fr')).toEqual([[[3], []]]);
  });
});

test('the summary says what there is and keeps quiet about what there is not', () => {
  const figures = figuresOf(summaryOf(comparison, rows), 'fr');
  expect(figures.map(({ figure }) => figure)).toEqual(['match', 'joined', 'only-fr', 'only-en', 'number']);
  expect(figures.map(({ glyph }) => glyph)).toEqual(['sure', 'joined', 'dropped', 'added', 'changed']);
  expect(figuresOf(summaryOf(comparison, rows), 'en')[2]?.glyph).toBe('added');
  expect(figures[0]?.text).toBe('2 of 3 sentences correspond');
});
