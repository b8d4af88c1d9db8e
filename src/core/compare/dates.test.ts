import { describe, expect, it } from 'vitest';
import { compareDates } from './dates.ts';

function changes(fr: string, en: string): string[] {
  return compareDates({ fr, en }).map(
    (mark) => `${fr.slice(mark.fr.start, mark.fr.end)} → ${en.slice(mark.en.start, mark.en.end)}`,
  );
}

describe('dates', () => {
  it.each([
    ['le 3 janvier 2020', 'on January 3, 2020'],
    ['le 1er mai', 'on 1 May'],
    ['le lundi 6 janvier', 'on Monday, January 6'],
    ['le 6 janvier', 'on the 6th of January, 2020'],
    ['le 06/01/2020', 'on January 6, 2020'],
    ['le 06/01/2020', 'on 01/06/2020'],
    ['le 6 janvier 2020', 'on 2020-01-06'],
    ['en mars', 'last March'],
    ['en sept. 2019', 'in Sept. 2019'],
    ['lundi', 'on Monday'],
  ])('“%s” and “%s” are the same', (fr, en) => {
    expect(changes(fr, en)).toEqual([]);
  });

  it.each([
    ['le 3 janvier 2020', 'on January 4, 2020', '3 janvier 2020 → January 4, 2020'],
    ['le 3 janvier', 'on February 3', '3 janvier → February 3'],
    ['lundi', 'on Tuesday', 'lundi → Tuesday'],
    ['en mai 1902', 'in May 1903', 'mai 1902 → May 1903'],
    ['le 06/01/2020', 'on July 6, 2020', '06/01/2020 → July 6, 2020'],
  ])('“%s” and “%s” differ', (fr, en, change) => {
    expect(changes(fr, en)).toEqual([change]);
  });

  it('takes "may" and "march" for words, not for months', () => {
    expect(changes('Il vint en juin.', 'March on, you may go.')).toEqual([]);
  });

  it('marks nothing where one side alone has a date', () => {
    expect(changes('Il vint lundi.', 'He came yesterday.')).toEqual([]);
  });
});

describe('times of day', () => {
  it.each([
    ['à 14 h 30', 'at 2:30 pm'],
    ['à 14h', 'at 2 p.m.'],
    ['à 9h', 'at 9:00'],
    ['à midi', 'at 12 noon'],
    ['à 9 heures du soir', 'at 9 pm'],
    ['à 21h30', 'at 21:30'],
    ['à 16 h GMT', 'at 11 am'],
  ])('“%s” and “%s” are the same or may be', (fr, en) => {
    expect(changes(fr, en)).toEqual([]);
  });

  it('differ by value', () => {
    expect(changes('à 14 h 30', 'at 3:30 pm')).toEqual(['14 h 30 → 3:30 pm']);
    expect(changes('à 9 heures du matin', 'at 9 pm')).toEqual(['9 heures du matin → 9 pm']);
  });
});
