import { describe, expect, it } from 'vitest';
import { compareNumbers } from './numbers.ts';

/** `29 → 28`, `fr 4`, `en 5`. */
function differences(fr: string, en: string): string[] {
  return compareNumbers(fr, en).map((mark) => {
    if (mark.kind === 'changed')
      return `${fr.slice(mark.fr.start, mark.fr.end)} → ${en.slice(mark.en.start, mark.en.end)}`;
    return `${mark.side} ${(mark.side === 'fr' ? fr : en).slice(mark.range.start, mark.range.end)}`;
  });
}

describe('the same number in two notations is no difference', () => {
  it.each([
    ['les 29 pays', 'the 29 ambassadors'],
    ['1,5 million', '1.5 million'],
    ['1 500 000 euros', '1,500,000 euros'],
    ['1,5 million', '1,500,000'],
    ['deux tiers', 'two thirds'],
    ['vingt-deux', '22'],
    ['le 3 janvier', 'January 3'],
    ['à 21h30', 'at 9:30 pm'],
    ['30 %', 'thirty percent'],
    ['2 milliards', '2 billion'],
    ['Louis XIV', 'Louis the Fourteenth'],
    ['une dizaine', 'ten of them'],
    ['2019-2020', '2019/20 and 2020'],
    ['dans les années 1980', 'in the 80s'],
    ['CHAPITRE V.', 'CHAPTER 5'],
  ])('%s / %s', (fr, en) => {
    expect(differences(fr, en)).toEqual([]);
  });
});

describe('another number is a difference', () => {
  it.each([
    ['les 29 pays', 'the 28 countries', ['29 → 28']],
    ['cinquante-trois voyelles', 'fifty-five vowels', ['cinquante-trois → fifty-five']],
    ['trois hommes et 12 femmes', 'some men and 12 women', ['fr trois']],
    ['des hommes', 'five men', ['en five']],
    ['4 000 idiomes', 'twelve thousand dialects', ['4 000 → twelve thousand']],
    ['de 10 à 12 ans, soit 10', 'from 10 to 12 years, that is 11', ['10 → 11']],
  ])('%s / %s', (fr, en, found) => {
    expect(differences(fr, en)).toEqual(found);
  });
});

describe('a conversion is no difference', () => {
  it.each([
    ['deux mille mètres', 'five thousand feet'],
    ['cinquante kilomètres', 'thirty miles'],
    ['18 mois', 'a year and a half'],
    ['48 heures', 'two days'],
    ['de 18 à 19 heures', 'from 6 to 7 pm'],
  ])('%s / %s', (fr, en) => {
    expect(differences(fr, en)).toEqual([]);
  });

  it('but another number of the same unit is', () => {
    expect(differences('10 km plus loin', '12 kilometres on')).toEqual(['10 → 12']);
    expect(differences('pendant 10 semaines', 'for weeks')).toEqual(['fr 10']);
  });
});
