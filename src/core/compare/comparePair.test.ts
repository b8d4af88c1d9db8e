import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Mark } from '../../contract.ts';
import { comparePair, type PairSide } from './comparePair.ts';
import { rangesOf, touches } from './facts.ts';
import { meaningSide } from './meaningFixture.ts';
import { isFunctionWord, isPunctuation, tokenize } from './tokens.ts';

const MEANINGS: Readonly<Record<string, string>> = {
  le: 'the',
  la: 'the',
  'l’': 'the',
  chat: 'cat',
  noir: 'black',
  dort: 'sleeps',
  sur: 'on',
  table: 'table',
  dans: 'in',
  grande: 'great',
  maison: 'house',
  de: 'of',
  roi: 'king',
  dit: 'said',
  viendra: 'come',
  demain: 'tomorrow',
  matin: 'morning',
  il: 'he',
  otan: 'nato',
  rencontre: 'meets',
  ministre: 'minister',
  à: 'in',
  '«': '"',
  '»': '"',
};

function side(text: string): PairSide {
  const words = tokenize(text);
  return {
    text,
    breaks: [],
    words,
    vectors: meaningSide(
      words.map((word) => word.text),
      MEANINGS,
    ).vectors,
  };
}

function compare(fr: string, en: string, quotations = true): Mark[] {
  return comparePair({ fr: side(fr), en: side(en) }, { quotations });
}

function brief(fr: string, en: string, fact?: string): string[] {
  return compare(fr, en)
    .filter((mark) => fact === undefined || (mark.kind === 'changed' ? mark.fact : mark.unit) === fact)
    .map((mark) =>
      mark.kind === 'changed'
        ? `${fr.slice(mark.fr.start, mark.fr.end)} → ${en.slice(mark.en.start, mark.en.end)}`
        : `${mark.side} ${(mark.side === 'fr' ? fr : en).slice(mark.range.start, mark.range.end)}`,
    );
}

describe('phrases', () => {
  const fr = 'Le chat noir dort sur la table.';

  it('finds what one side adds', () => {
    expect(brief(fr, 'The black cat sleeps on the table, in the great house of the king.')).toEqual([
      'en in the great house of the king',
    ]);
    expect(brief('Le chat noir, roi de la maison, dort sur la table.', 'The black cat sleeps on the table.')).toEqual([
      'fr roi de la maison',
    ]);
  });

  it('marks nothing where both say the same', () => {
    expect(compare(fr, 'The black cat sleeps on the table.')).toEqual([]);
  });

  it('finds nothing in an empty side', () => {
    expect(compare(fr, '')).toEqual([]);
  });
});

describe('facts', () => {
  it('says which name changed', () => {
    expect(brief('Le ministre rencontre Soleimani à Londres.', 'The minister meets Macron in London.', 'name')).toEqual(
      ['Soleimani → Macron'],
    );
  });

  it.each([
    ['Le ministre rencontre Soleimani.', 'The minister meets Soleimany.'],
    ['Le ministre dort à Londres.', 'The minister sleeps in London.'],
    ['Le ministre dort dans l’Otan.', 'The minister sleeps in NATO.'],
    ['Le ministre dort en Allemagne.', 'The minister sleeps in Germany.'],
    ['Le ministre dort aux Pays-Bas.', 'The minister sleeps in the Netherlands.'],
  ])('takes the names of “%s” and “%s” for the same', (fr, en) => {
    expect(brief(fr, en, 'name')).toEqual([]);
  });

  it('hints at a negation on one side', () => {
    expect(brief('Il ne viendra pas demain.', 'The king come tomorrow.', 'negation')).toEqual([
      'ne viendra pas → come',
    ]);
    expect(brief('Il ne viendra pas demain.', 'He never come tomorrow.', 'negation')).toEqual([]);
  });

  it('finds a quotation that became reported speech', () => {
    const fr = 'Il dit « le roi viendra demain matin ».';
    expect(brief(fr, 'He said the king come tomorrow morning.', 'quotation')).toEqual([
      '« le roi viendra demain matin » → king come tomorrow morning',
    ]);
    expect(brief(fr, 'He said "the king come tomorrow morning".', 'quotation')).toEqual([]);
    expect(compare(fr, 'He said the king come tomorrow morning.', false)).toEqual([]);
  });

  it('takes the day of a date for a date, not for a number', () => {
    expect(brief('Le roi viendra le 3 janvier.', 'The king come on January 4.')).toEqual(['3 janvier → January 4']);
  });
});

describe('whatever is compared', () => {
  const word = fc.constantFrom(
    ...Object.keys(MEANINGS).filter((key) => /^\p{L}+$/u.test(key)),
    ...[
      'the',
      'cat',
      'house',
      'king',
      'said',
      'Paris',
      'NATO',
      'l’avion',
      'king’s',
      '28',
      ',',
      ',',
      '(',
      ')',
      '«',
      '»',
      '.',
    ],
  );
  const sentence = fc.array(word, { maxLength: 24 }).map((words) => words.join(' '));

  it('gives clean marks inside the texts, the same every time', () => {
    fc.assert(
      fc.property(sentence, sentence, (fr, en) => {
        const marks = compare(fr, en);
        expect(compare(fr, en)).toEqual(marks);
        const texts = { fr, en };
        for (const mark of marks) {
          expect(mark.certainty).toBeGreaterThan(0);
          expect(mark.certainty).toBeLessThanOrEqual(1);
          for (const [name, { start, end }] of rangesOf(mark)) {
            const text = texts[name];
            expect(0 <= start && start < end && end <= text.length).toBe(true);
            // Neither edge is inside a word.
            for (const at of [start, end]) expect(/^[\p{L}\p{N}]{2}$/u.test(text.slice(at - 1, at + 1))).toBe(false);
            if (mark.kind === 'only' && mark.unit === 'phrase') {
              expect(text.slice(start - 1, start + 1)).not.toMatch(/\p{L}['’]$|['’]\p{L}/u);
              expect(text.slice(end - 1, end + 1)).not.toMatch(/['’]\p{L}|\p{L}['’]/u);
            }
            const words = tokenize(text.slice(start, end)).map(({ text: said }) => said);
            expect(words.every((said) => isPunctuation(said) || (isFunctionWord(said) && !/\d/.test(said)))).toBe(
              false,
            );
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('marks no place twice', () => {
    fc.assert(
      fc.property(sentence, sentence, (fr, en) => {
        const only = compare(fr, en).filter((mark) => mark.kind === 'only');
        only.forEach((mark, index) => {
          for (const other of only.slice(index + 1))
            expect(mark.side === other.side && touches(mark.range, other.range)).toBe(false);
        });
      }),
    );
  });
});
