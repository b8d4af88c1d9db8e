import { expect, it } from 'vitest';
import { comparisonFixture, rangeOf } from '../comparisonFixture.ts';
import { rowsOf } from '../rows.ts';
import { writeBeads } from './beads.ts';
import { writeJsonLines } from './jsonl.ts';
import { writeLinks } from './links.ts';

const plain = comparisonFixture({
  fr: ['Un 3.', 'Deux.', 'Trois, dit-il.'],
  en: ['More.', 'One 4.', 'Two, he said.', '#Share'],
  beads: [
    { fr: [2], en: [] },
    { fr: [0, 1], en: [1], confidence: 0.51234567 },
    { fr: [], en: [3] },
    { fr: [], en: [2] },
    { fr: [], en: [0] },
  ],
});
const { fr, en } = plain.articles;
const comparison = {
  ...plain,
  links: [{ fr: 2, en: 2, parts: { fr: rangeOf(fr, 2, 'dit-il'), en: rangeOf(en, 2, 'he said') }, confidence: 0.4 }],
  marks: [
    { kind: 'changed', fact: 'number', fr: rangeOf(fr, 0, '3'), en: rangeOf(en, 1, '4'), certainty: 0.9 } as const,
    { kind: 'only', unit: 'phrase', side: 'en', range: rangeOf(en, 1, 'One'), certainty: 0.5 } as const,
  ],
};
const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

it('writes beads in the order of the French text, each sentence once, also page furniture', () => {
  expect(decode(writeBeads(comparison))).toBe('\t0\n0,1\t1\n\t2\n\t3\n2\t\n');
});

it('writes each link between two sentences with its kind and ranges inside the sentences', () => {
  expect(decode(writeLinks(comparison))).toBe(
    ['0\t1\tmain\t0.512\t0-5\t0-6', '1\t1\tmain\t0.512\t0-5\t0-6', '2\t2\tpartial\t0.4\t7-13\t5-12', ''].join('\n'),
  );
});

it('writes every row as JSON with its marks and their ranges', () => {
  const lines = decode(writeJsonLines(comparison, rowsOf(comparison)))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
  expect(lines).toHaveLength(4);
  expect(lines[1]).toEqual({
    status: 'match',
    confidence: 0.512346,
    furniture: false,
    fr: {
      sentences: [0, 1],
      text: 'Un 3. Deux.',
      ranges: [
        [0, 5],
        [7, 12],
      ],
    },
    en: { sentences: [1], text: 'One 4.', ranges: [[7, 13]] },
    marks: [
      { kind: 'changed', fact: 'number', certainty: 0.9, fr: [3, 4], en: [11, 12] },
      { kind: 'added', unit: 'phrase', certainty: 0.5, en: [7, 10] },
    ],
  });
  expect(lines[3]).toMatchObject({ status: 'only in English', furniture: true });
  expect(lines[2]).toMatchObject({ status: 'partial', fr: { part: [21, 27] }, en: { part: [20, 27] } });
});
