import { expect, test } from 'vitest';
import type { Difference } from '../../core/differences.ts';
import { overwriteGetLocale } from '../../messages/runtime.js';
import { kindInWords } from './kinds.ts';

const range = { start: 0, end: 1 };
const said = (kind: Difference['kind'], what: Difference['what'], ranges: Difference['ranges']): string =>
  kindInWords({ kind, what, certainty: 1, row: 0, sentences: { fr: [0], en: [0] }, ranges });

test('a difference says what it is and on which side', () => {
  overwriteGetLocale(() => 'en');
  expect(said('dropped', 'sentence', { fr: range })).toBe('Sentence only in French');
  expect(said('added', 'phrase', { en: range })).toBe('Passage only in English');
  expect(said('added', 'number', { fr: range })).toBe('Number only in French');
  expect(said('changed', 'number', { fr: range, en: range })).toBe('Number differs');
  expect(said('changed', 'negation', { fr: range, en: range })).toBe('Negation differs');
});
