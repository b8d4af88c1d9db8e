import { describe, expect, it } from 'vitest';
import type { Comparison, Row } from '../contract.ts';
import { comparisonFixture, rangeOf } from './comparisonFixture.ts';
import { beadsInReadingOrder, rowsOf } from './rows.ts';

const brief = (rows: readonly Row[]): string[] =>
  rows.map(({ status, fr, en }) => `${status} ${fr.join('+')}|${en.join('+')}`);

const whole = (
  comparison: Comparison,
  fr: number,
  en: number,
): { fr: { start: number; end: number }; en: { start: number; end: number } } => ({
  fr: comparison.articles.fr.sentences[fr] ?? { start: 0, end: 0 },
  en: comparison.articles.en.sentences[en] ?? { start: 0, end: 0 },
});

describe('rowsOf', () => {
  it('gives one row a bead, in the order of the French text', () => {
    const comparison = comparisonFixture({
      fr: ['a', 'b', 'c'],
      en: ['A', 'B', 'C'],
      beads: [
        { fr: [1, 2], en: [2] },
        { fr: [0], en: [0, 1] },
      ],
    });
    expect(brief(rowsOf(comparison))).toEqual(['match 0|0+1', 'match 1+2|2']);
  });

  it('places what is only in English after the English sentence before it', () => {
    const comparison = comparisonFixture({
      fr: ['a', 'b', 'c'],
      en: ['first', 'A', 'then', 'more', 'B', 'last'],
      beads: [
        { fr: [0], en: [1] },
        { fr: [1], en: [] },
        { fr: [2], en: [4] },
        { fr: [], en: [5] },
        { fr: [], en: [3] },
        { fr: [], en: [2] },
        { fr: [], en: [0] },
      ],
    });
    expect(brief(rowsOf(comparison))).toEqual([
      'only-en |0',
      'match 0|1',
      'only-en |2',
      'only-en |3',
      'only-fr 1|',
      'match 2|4',
      'only-en |5',
    ]);
  });

  it('follows an English sentence that moved', () => {
    const comparison = comparisonFixture({
      fr: ['a', 'b'],
      en: ['B', 'more of B', 'A'],
      beads: [
        { fr: [0], en: [2] },
        { fr: [1], en: [0], moved: true },
        { fr: [], en: [1] },
      ],
    });
    expect(brief(rowsOf(comparison))).toEqual(['match 0|2', 'moved 1|0', 'only-en |1']);
  });

  it('calls a pair partial where only parts of it correspond, unless it moved', () => {
    const given = { fr: ['a', 'b'], en: ['A', 'B'], beads: [{ fr: [0], en: [0] }] };
    const parts = whole(comparisonFixture(given), 0, 0);
    const comparison = comparisonFixture({
      ...given,
      beads: [
        { fr: [0], en: [0], parts },
        { fr: [1], en: [1], parts, moved: true },
      ],
    });
    expect(brief(rowsOf(comparison))).toEqual(['partial 0|0', 'moved 1|1']);
  });

  it('lists partial links after the bead of their sentence and does not call linked sentences alone', () => {
    const plain = comparisonFixture({
      fr: ['a', 'b', 'c'],
      en: ['A', 'B', 'C'],
      beads: [
        { fr: [0], en: [0] },
        { fr: [1], en: [] },
        { fr: [2], en: [] },
        { fr: [], en: [1] },
        { fr: [], en: [2] },
      ],
    });
    const comparison: Comparison = {
      ...plain,
      links: [
        { fr: 1, en: 1, parts: whole(plain, 1, 1), confidence: 0.6 },
        { fr: 0, en: 1, parts: whole(plain, 0, 1), confidence: 0.4 },
      ],
    };
    expect(brief(rowsOf(comparison))).toEqual(['match 0|0', 'partial 0|1', 'only-en |2', 'partial 1|1', 'only-fr 2|']);
  });

  it('flags the rows of page furniture', () => {
    const comparison = comparisonFixture({
      fr: ['a', '#Publié le'],
      en: ['A'],
      beads: [
        { fr: [0], en: [0] },
        { fr: [1], en: [] },
      ],
    });
    expect(rowsOf(comparison).map((row) => row.furniture)).toEqual([false, true]);
  });

  it('gives each mark to the row of its sentences, and to a link only inside the clauses', () => {
    const plain = comparisonFixture({
      fr: ['Ils étaient 29 sur 40.'],
      en: ['They were 28.', 'They were 41.'],
      beads: [
        { fr: [0], en: [0] },
        { fr: [], en: [1] },
      ],
    });
    const { fr, en } = plain.articles;
    const comparison: Comparison = {
      ...plain,
      links: [
        { fr: 0, en: 1, parts: { fr: rangeOf(fr, 0, 'sur 40'), en: rangeOf(en, 1, 'were 41') }, confidence: 0.5 },
      ],
      marks: [
        { kind: 'changed', fact: 'number', fr: rangeOf(fr, 0, '40'), en: rangeOf(en, 1, '41'), certainty: 0.9 },
        { kind: 'changed', fact: 'number', fr: rangeOf(fr, 0, '29'), en: rangeOf(en, 0, '28'), certainty: 0.9 },
        { kind: 'only', side: 'fr', unit: 'number', range: rangeOf(fr, 0, '40'), certainty: 0.5 },
      ],
    };
    const marks = comparison.marks;
    expect(rowsOf(comparison).map((row) => row.marks)).toEqual([[marks[1], marks[2]], [marks[0]]]);
  });
});

describe('beadsInReadingOrder', () => {
  it('keeps every bead, null ones where they stand', () => {
    const beads = [
      { fr: [1], en: [1], confidence: 1, moved: false },
      { fr: [], en: [0], confidence: 1, moved: false },
      { fr: [0], en: [], confidence: 1, moved: false },
      { fr: [], en: [2], confidence: 1, moved: false },
    ];
    expect(beadsInReadingOrder(beads)).toEqual([beads[1], beads[2], beads[0], beads[3]]);
  });
});
