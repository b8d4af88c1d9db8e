import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isFunctionWord, isPunctuation, tokenize } from './tokens.ts';

const texts = (text: string): string[] => tokenize(text).map((word) => word.text);

describe('tokenize', () => {
  it('sets French elisions apart, with either apostrophe', () => {
    expect(texts('L’Otan qu’il aime, jusqu’à l’aéroport')).toEqual(
      ['L’', 'Otan', 'qu’', 'il', 'aime', ',', 'jusqu’', 'à', 'l’', 'aéroport'], // prettier-ignore
    );
    expect(texts("J'ai s'abstenir lorsqu'on")).toEqual(["J'", 'ai', "s'", 'abstenir', "lorsqu'", 'on']);
  });

  it('sets English clitics apart', () => {
    expect(texts("NATO’s mission won't")).toEqual(['NATO', '’s', 'mission', 'won', "'t"]);
    expect(texts("We'll see")).toEqual(['We', "'ll", 'see']);
  });

  it('keeps hyphenated words and numbers whole, and leaves no-break spaces out of a number', () => {
    expect(texts('Etats-Unis a-t-il 1\u202f500,5 et 3.2 %')).toEqual([
      'Etats-Unis',
      'a-t-il',
      '1500,5',
      'et',
      '3.2',
      '%',
    ]);
    expect(tokenize('1\u202f500')[0]).toEqual({ text: '1500', start: 0, end: 5 });
  });

  it('keeps an accent written as a combining mark with its letter', () => {
    expect(texts('de\u0301cision')).toEqual(['de\u0301cision']);
  });

  it('makes every other mark a word of its own', () => {
    expect(texts('« Non », dit-il...')).toEqual(['«', 'Non', '»', ',', 'dit-il', '.', '.', '.']);
  });

  it('leaves nothing out but white space, and keeps words in order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        let end = 0;
        for (const word of tokenize(text)) {
          expect(text.slice(end, word.start).trim()).toBe('');
          expect(word.end).toBeGreaterThan(word.start);
          end = word.end;
        }
        expect(text.slice(end).trim()).toBe('');
      }),
    );
  });
});

describe('kinds of words', () => {
  it('knows punctuation from words', () => {
    expect(['«', '...', '-'].every(isPunctuation)).toBe(true);
    expect(['a', '3', 'é'].some(isPunctuation)).toBe(false);
  });

  it('knows the function words of both languages, whatever the apostrophe and case', () => {
    expect(['Le', 'l’', "l'", 'QU’', 'the', '’s', "'ll"].every(isFunctionWord)).toBe(true);
    expect(isFunctionWord('Otan')).toBe(false);
  });
});
