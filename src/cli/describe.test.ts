import { expect, it } from 'vitest';
import { comparisonFixture, rangeOf } from '../core/comparisonFixture.ts';
import { rowsOf } from '../core/rows.ts';
import { describe as describeComparison } from './describe.ts';

const plain = comparisonFixture({
  pairKind: 'comparable',
  fr: ['Les 29 pays l’ont dit.', 'Un chat, dit-il,\ndort\u00a0; il dort.', '#Partager', 'Seul.'],
  en: ['The 28 countries said so.', 'He says that a cat sleeps, and more.'],
  beads: [
    { fr: [0], en: [0] },
    { fr: [1], en: [] },
    { fr: [], en: [1] },
    { fr: [2], en: [] },
    { fr: [3], en: [] },
  ],
});
const { fr, en } = plain.articles;
const comparison = {
  ...plain,
  links: [
    { fr: 1, en: 1, parts: { fr: rangeOf(fr, 1, 'Un chat'), en: rangeOf(en, 1, 'a cat sleeps') }, confidence: 0.456 },
  ],
  marks: [
    { kind: 'changed', fact: 'number', fr: rangeOf(fr, 0, '29'), en: rangeOf(en, 0, '28'), certainty: 0.9 } as const,
  ],
};
const lines = (width: number): string[] => describeComparison(comparison, rowsOf(comparison), width).split('\n');

it('says in words what kind of pair it is and how much of it corresponds', () => {
  expect(lines(80).slice(1, 3)).toEqual([
    'Two articles on one event.',
    '2 of 2 sentences correspond, 1 partly; 1 only in French; 0 only in English; 1 number differs.',
  ]);
});

it('lists the pairs with what differs, and of a partial one what corresponds', () => {
  expect(lines(80).slice(4)).toEqual([
    '1 = 1   90 %',
    '  fr  Les 29 pays l’ont dit.',
    '  en  The 28 countries said so.',
    '      differs: 29 | 28',
    '',
    '2 ~ 2   partly, 46 %',
    '  fr  Un chat …',
    '  en  … a cat sleeps …',
    '',
    '4   only in French',
    '  fr  Seul.',
    '',
  ]);
});

it('keeps to the width of the terminal', () => {
  expect(
    Math.max(
      ...lines(24)
        .slice(4)
        .map((line) => line.length),
    ),
  ).toBeLessThanOrEqual(24);
});
