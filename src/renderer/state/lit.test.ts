import { describe, expect, test } from 'vitest';
import type { Row } from '../../contract.ts';
import { light, opposite } from './lit.ts';
import { indexRows, isSure, samePlace } from './places.ts';

const base = { confidence: 0.9, marks: [], furniture: false };
const parts = { fr: { start: 0, end: 1 }, en: { start: 0, end: 1 } };
const rows: Row[] = [
  { ...base, status: 'match', fr: [0, 1], en: [0] },
  { ...base, status: 'partial', fr: [1], en: [2], parts },
  { ...base, status: 'only-en', fr: [], en: [1] },
];
const sentences = [0, 1, 2].map(() => ({ start: 0, end: 0, block: 0 }));
const article = { name: '', title: '', text: '', blocks: [], sentences };
const index = indexRows(rows, { fr: article, en: article });

describe('light', () => {
  test('all sentences of the pair are lit, partial counterparts less', () => {
    const lit = light({ side: 'fr', sentence: 1 }, index.fr[1] ?? [], rows);
    expect(lit.main).toEqual({ fr: [1, 0], en: [0] });
    expect(lit.near).toEqual({ fr: [], en: [2] });
    expect(lit.row).toBe(0);
  });

  test('a sentence without rows is lit alone', () => {
    expect(light({ side: 'fr', sentence: 2 }, [], rows)).toMatchObject({ row: null, main: { fr: [2], en: [] } });
  });
});

test('the sentences opposite come surest first, each once', () => {
  expect(opposite({ side: 'fr', sentence: 1 }, index.fr[1] ?? [], rows)).toEqual([
    { side: 'en', sentence: 0 },
    { side: 'en', sentence: 2 },
  ]);
  expect(opposite({ side: 'en', sentence: 1 }, index.en[1] ?? [], rows)).toEqual([]);
});

test('a pair is sure when the whole of it corresponds and it is likely', () => {
  expect(rows.map(isSure)).toEqual([true, false, false]);
  expect(isSure({ ...base, status: 'match', fr: [0], en: [0], confidence: 0.4 })).toBe(false);
});

test('two places are the same when side and sentence are', () => {
  expect(samePlace({ side: 'fr', sentence: 1 }, { side: 'fr', sentence: 1 })).toBe(true);
  expect(samePlace({ side: 'fr', sentence: 1 }, { side: 'en', sentence: 1 })).toBe(false);
  expect(samePlace(null, { side: 'en', sentence: 1 })).toBe(false);
  expect(samePlace(null, null)).toBe(true);
});
