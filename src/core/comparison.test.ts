import { describe, expect, it } from 'vitest';
import type { Comparison } from '../contract.ts';
import { openComparison, writeComparison } from './comparison.ts';
import { comparisonFixture, rangeOf } from './comparisonFixture.ts';

const plain = comparisonFixture({
  fr: ['Ils sont 29.', 'Été.'],
  en: ['They are 28.', 'Summer.', 'More.'],
  beads: [
    { fr: [0], en: [0] },
    { fr: [1], en: [1, 2], moved: true },
  ],
});
const { fr, en } = plain.articles;
const comparison: Comparison = {
  ...plain,
  links: [{ fr: 1, en: 0, parts: { fr: rangeOf(fr, 1, 'Été'), en: rangeOf(en, 0, 'They') }, confidence: 0.4 }],
  marks: [
    { kind: 'changed', fact: 'number', fr: rangeOf(fr, 0, '29'), en: rangeOf(en, 0, '28'), certainty: 0.9 },
    { kind: 'only', side: 'en', unit: 'phrase', range: rangeOf(en, 2, 'More'), certainty: 0.5 },
  ],
};

/** The saved document after `change` was made to it. */
function altered(change: (comparison: Record<string, never>) => void): string {
  const document = JSON.parse(writeComparison(comparison)) as { comparison: Record<string, never> };
  change(document.comparison);
  return JSON.stringify(document);
}

const codeOf = (document: string): string => {
  const opened = openComparison(document, 'a.visavis');
  return opened.ok ? 'opened' : opened.failure.code;
};

it('opens what it saved', () => {
  expect(openComparison(writeComparison(comparison), 'a.visavis')).toEqual({ ok: true, value: comparison });
});

it('keeps which pairs are still to be compared inside', () => {
  const halfway = { ...comparison, unmarked: [1, 2] };
  expect(openComparison(writeComparison(halfway), 'a.visavis')).toEqual({ ok: true, value: halfway });
  expect(codeOf(writeComparison({ ...comparison, unmarked: [3] }))).toBe('damaged');
});

it('names the file that it could not open', () => {
  expect(openComparison('{', 'a.visavis')).toEqual({ ok: false, failure: { code: 'damaged', files: ['a.visavis'] } });
});

it('says that a document of a later version needs a later app', () => {
  const document = writeComparison(comparison).replace('"version":1', '"version":2');
  expect(codeOf(document)).toBe('newer-version');
});

describe('a damaged document is refused', () => {
  type Loose = Record<string, unknown[]> & {
    articles: Record<string, { text: string; sentences: Record<string, number>[] }>;
  };
  const cases: Record<string, (comparison: Loose) => void> = {
    'a text cut short': (c) => {
      if (c.articles.fr) c.articles.fr.text = 'Ils';
    },
    'sentences that overlap': (c) => {
      const sentence = c.articles.fr?.sentences[1];
      if (sentence) sentence.start = 3;
    },
    'a bead that is missing': (c) => c.beads?.pop(),
    'a sentence in two beads': (c) => c.beads?.push({ fr: [0], en: [], confidence: 1, moved: false }),
    'a bead without a sentence': (c) => c.beads?.push({ fr: [], en: [], confidence: 1, moved: false }),
    'a link to no sentence': (c) => Object.assign(c.links?.[0] as object, { en: 9 }),
    'a link outside its sentence': (c) =>
      Object.assign(c.links?.[0] as object, { parts: { fr: { start: 0, end: 3 }, en: { start: 0, end: 3 } } }),
    'a mark beyond the end': (c) => Object.assign(c.marks?.[1] as object, { range: { start: 3, end: 999 } }),
    'a probability above 1': (c) => Object.assign(c.beads?.[0] as object, { confidence: 1.5 }),
    'another kind of mark': (c) => Object.assign(c.marks?.[0] as object, { kind: 'odd' }),
  };
  it.each(Object.keys(cases))('%s', (name) => {
    expect(codeOf(altered((c) => cases[name]?.(c as unknown as Loose)))).toBe('damaged');
  });

  it.each(['', '[]', 'null', '{"format":"other","version":1}', '{"format":"vis-a-vis comparison"}'])('%s', (text) => {
    expect(codeOf(text)).toBe('damaged');
  });
});
