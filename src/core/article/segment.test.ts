import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Side } from '../../contract.ts';
import { segment } from './segment.ts';
import { ENGLISH_CASES } from './segment/cases.en.ts';
import { FRENCH_CASES } from './segment/cases.fr.ts';

function sentencesOf(text: string, side: Side): string[] {
  return segment(text, { start: 0, end: text.length }, side).map(({ start, end }) => text.slice(start, end));
}

for (const [side, cases] of [
  ['fr', FRENCH_CASES],
  ['en', ENGLISH_CASES],
] as const) {
  describe(`sentences, ${side}`, () => {
    for (const [subject, texts] of Object.entries(cases)) {
      it.each(texts)(`${subject}: %s`, (text) => {
        const sentences = text.split('|').map((sentence) => sentence.trim());
        expect(sentencesOf(sentences.join(' '), side)).toEqual(sentences);
      });
    }
  });
}

it.each<[Side, string]>([
  ['fr', 'La réunion est finie.|Le chef est parti.'],
  ['fr', '« Tout est prêt. »|Le chef est parti.'],
  ['en', 'He said “I am tired.”|The others nodded.'],
  ['en', 'Is it over?|Nobody knows.'],
  ['en', 'See www.Example.Com/Page.Html for Node.js and the U.S.Army site.'],
])('sentences that a page glued together, %s: %s', (side, text) => {
  expect(sentencesOf(text.replace('|', ''), side)).toEqual(text.split('|'));
});

describe('sentences of any text', () => {
  const scrap = fc.constantFrom(
    ...[
      '. ',
      '.',
      '? ',
      '!',
      '…',
      ' . . .',
      '...',
      '"',
      ' " ',
      '»',
      '« ',
      '\u00a0',
      '\n',
      ' — ',
      '--',
      '(',
      ')',
      '[3]',
    ],
    ...['M. ', 'etc. ', 'p. ', 'U.S. ', '1. ', 'a) ', 'Le ', 'chat ', 'The ', 'dog ', 'I', '3,5', 'é', '😀', '(...) '],
  );
  const anyText = fc.oneof(
    fc.array(scrap, { maxLength: 40 }).map((scraps) => scraps.join('')),
    fc.string({ unit: 'grapheme', maxLength: 60 }),
  );

  it('are in order, never empty, and leave only white space between them', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom<Side>('fr', 'en'), (text, side) => {
        let at = 0;
        for (const { start, end } of segment(text, { start: 0, end: text.length }, side)) {
          expect(text.slice(at, start)).toMatch(/^[\s\u200b]*$/);
          expect(end).toBeGreaterThan(start);
          expect(text.slice(start, end)).not.toMatch(/^\s|\s$/);
          at = end;
        }
        expect(text.slice(at)).toMatch(/^[\s\u200b]*$/);
      }),
      { numRuns: 500 },
    );
  });

  it('are the same wherever the block stands in the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const before = 'Chapitre un.\n';
        const shifted = segment(
          `${before}${text}\nFin.`,
          { start: before.length, end: before.length + text.length },
          'fr',
        );
        expect(shifted.map(({ start, end }) => ({ start: start - before.length, end: end - before.length }))).toEqual(
          segment(text, { start: 0, end: text.length }, 'fr'),
        );
      }),
    );
  });

  it.each(['.', '. ', '." ', '. (...)', '.)', '!A', '? » ', '1. ', ' ', '"', '. - ', 'M. ', '[1]', '...('])(
    'come out in one pass of %j a hundred thousand times over',
    (scraps) => {
      const text = scraps.repeat(100_000);
      expect(segment(text, { start: 0, end: text.length }, 'en').at(-1)?.end ?? 0).toBe(text.trimEnd().length);
    },
  );
});
