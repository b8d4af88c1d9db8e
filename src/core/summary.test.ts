import { expect, it } from 'vitest';
import { comparisonFixture, rangeOf } from './comparisonFixture.ts';
import { rowsOf } from './rows.ts';
import { matchedOf, summaryOf } from './summary.ts';

const plain = comparisonFixture({
  fr: ['un', 'deux', 'trois', '#Partager', 'quatre et cinq'],
  en: ['one', 'two', 'three', 'more', 'four', 'five', '#Share'],
  beads: [
    { fr: [0], en: [0] },
    { fr: [1], en: [1], moved: true },
    { fr: [2], en: [] },
    { fr: [], en: [2] },
    { fr: [3], en: [] },
    { fr: [], en: [3] },
    { fr: [4], en: [4, 5] },
    { fr: [], en: [6] },
  ],
});
const { fr, en } = plain.articles;
const comparison = {
  ...plain,
  links: [{ fr: 2, en: 2, parts: { fr: rangeOf(fr, 2, 'trois'), en: rangeOf(en, 2, 'three') }, confidence: 0.5 }],
  marks: [
    { kind: 'changed', fact: 'number', fr: rangeOf(fr, 0, 'un'), en: rangeOf(en, 0, 'one'), certainty: 1 } as const,
    { kind: 'only', side: 'en', unit: 'number', range: rangeOf(en, 4, 'four'), certainty: 1 } as const,
  ],
};
const summary = summaryOf(comparison, rowsOf(comparison));

it('counts sentences without page furniture', () => {
  expect(summary.sentences).toEqual({ fr: 4, en: 6 });
});

it('counts on the shorter side, each sentence once', () => {
  expect(summary).toMatchObject({ side: 'fr', correspond: 4, partly: 1, moved: 1, joined: 1 });
  expect(summary.correspond + summary.only[summary.side]).toBe(summary.sentences[summary.side]);
});

it('counts what stands on one side only and what the marks say', () => {
  expect(summary.only).toEqual({ fr: 0, en: 1 });
  expect(summary.changed).toEqual({ number: 1, date: 0, name: 0, negation: 0, quotation: 0 });
  expect(summary.within).toEqual({ fr: 0, en: 1 });
});

it('tells the library how much of the shorter side is matched', () => {
  expect(matchedOf(summary)).toEqual({ matched: 4, sentences: 4 });
});
