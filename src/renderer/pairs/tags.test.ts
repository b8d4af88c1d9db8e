import { expect, test } from 'vitest';
import type { Mark, Row } from '../../contract.ts';
import { overwriteGetLocale } from '../../messages/runtime.js';
import { statusInWords, tagsOf } from './tags.ts';

const range = { start: 0, end: 1 };
const only = (side: 'fr' | 'en', unit: 'phrase' | 'number'): Mark => ({
  kind: 'only',
  side,
  range,
  unit,
  certainty: 0.9,
});
const row: Row = {
  status: 'moved',
  fr: [0],
  en: [0],
  confidence: 0.9,
  marks: [
    only('en', 'phrase'),
    only('en', 'phrase'),
    only('fr', 'number'),
    { kind: 'changed', fact: 'number', fr: range, en: range, certainty: 0.9 },
  ],
  furniture: false,
};

test('a row’s tags count what differs by kind, signed by which text is the original', () => {
  overwriteGetLocale(() => 'en');
  expect(tagsOf(row, 'fr')).toEqual([
    { glyph: 'moved', text: 'moved' },
    { glyph: 'changed', text: 'number' },
    { glyph: 'dropped', text: '1 number' },
    { glyph: 'added', text: '2 passages' },
  ]);
  expect(tagsOf(row, 'en').map(({ glyph }) => glyph)).toEqual(['moved', 'changed', 'added', 'dropped']);
});

test('a row says how it corresponds before how sure that is', () => {
  overwriteGetLocale(() => 'fr');
  expect(statusInWords({ ...row, status: 'partial' })).toBe('en partie');
  expect(statusInWords({ ...row, status: 'only-en', fr: [] })).toBe('seulement en anglais');
});
