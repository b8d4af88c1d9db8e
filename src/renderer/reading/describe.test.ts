import { expect, test } from 'vitest';
import { comparisonFixture } from '../../core/comparisonFixture.ts';
import { rowsOf } from '../../core/rows.ts';
import { indexRows, type Place } from '../state/places.ts';
import { describe } from './describe.ts';

const comparison = comparisonFixture({
  fr: ['Un.', 'Deux.', 'Trois.', '#Publié le', 'Cinq.'],
  en: ['One and two.', 'Three.', 'Also three.'],
  beads: [
    { fr: [0, 1], en: [0], confidence: 0.95 },
    { fr: [2], en: [1], confidence: 0.7 },
    { fr: [3], en: [] },
    { fr: [4], en: [] },
    { fr: [], en: [2] },
  ],
  links: [{ fr: 2, en: 2, parts: { fr: { start: 12, end: 16 }, en: { start: 22, end: 26 } }, confidence: 0.5 }],
});

function said(place: Place, leastConfidence = 0): string {
  const { articles } = comparison;
  const rows = rowsOf(comparison);
  const index = indexRows(rows, articles);
  const rowsAt = ({ side, sentence }: Place): readonly number[] => index[side][sentence] ?? [];
  const { here, says } = describe({ articles, rows, rowsAt, leastConfidence }, place);
  return `${here} ${says}`;
}

test('a pair is said with all its sentences, in words a reader counts with', () => {
  expect(said({ side: 'fr', sentence: 1 })).toBe('French 1 and 2 correspond to English 1, sure');
  expect(said({ side: 'en', sentence: 0 })).toBe('English 1 corresponds to French 1 and 2, sure');
});

test('partial counterparts are said after the sure one', () => {
  expect(said({ side: 'fr', sentence: 2 })).toBe(
    'French 3 corresponds to English 2, fairly sure; parts of it are in 3',
  );
  expect(said({ side: 'en', sentence: 2 })).toBe('English 3 corresponds in part to French 3, unsure');
});

test('a sentence without a counterpart says so, and so does page furniture', () => {
  expect(said({ side: 'fr', sentence: 4 })).toBe('French 5 is only in French');
  expect(said({ side: 'fr', sentence: 3 })).toBe('French 4 is page furniture and is compared with nothing');
});

test('a counterpart that is not sure enough for the reader is not claimed', () => {
  expect(said({ side: 'en', sentence: 2 }, 0.8)).toBe('English 3 has no counterpart as sure as you asked for');
});
