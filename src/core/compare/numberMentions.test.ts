import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { numberMentions } from './numberMentions.ts';

const read = (text: string, side: 'fr' | 'en'): string[] =>
  numberMentions(text, side).map(({ start, end, strong }) => `${text.slice(start, end)}${strong ? '' : '?'}`);

const means = (text: string, side: 'fr' | 'en', value: number): boolean =>
  numberMentions(text, side).some(({ values }) => values.some((each) => Math.abs(each - value) < 1e-6 * (1 + value)));

describe('a French number has the value', () => {
  it.each([
    ['vingt-deux roquettes', 22],
    ['soixante et onze quartiers', 71],
    ['soixante et douze ans', 72],
    ['soixante-dix-neuf consonnes', 79],
    ['quatre-vingts ans', 80],
    ['quatre-vingt-dix-sept', 97],
    ['septante-cinq francs', 75],
    ['deux cent mille habitants', 200_000],
    ['trois millions deux cent mille', 3_200_000],
    ['1 234 567 euros', 1_234_567],
    ['1\u00a0500\u00a0000 euros', 1_500_000],
    ['1,5 million d’euros', 1_500_000],
    ['2 milliards', 2e9],
    ['12 Md€', 12e9],
    ['3 M€', 3e6],
    ['12,5 %', 12.5],
    ['douze pour cent', 12],
    ['21h30', 21.5],
    ['14 h', 14],
    ['deux tiers des voix', 2 / 3],
    ['une trentaine de mille âmes', 30_000],
    ['le dix-neuvième siècle', 19],
    ['au XIVe siècle', 14],
    ['quinze jours', 14],
    ['les années 1990', 90],
    ['trois douzaines', 36],
  ])('%s', (text, value) => {
    expect(means(text, 'fr', value)).toBe(true);
  });
});

describe('an English number has the value', () => {
  it.each([
    ['twenty-two rockets', 22],
    ['threescore and eleven quarterings', 71],
    ['five-and-twenty', 25],
    ['four and twenty blackbirds', 24],
    ['one hundred and seventy-two years', 172],
    ['nineteen hundred', 1900],
    ['two hundred thousand', 200_000],
    ['1,234,567 dollars', 1_234_567],
    ['1.5 million', 1_500_000],
    ['$3bn', 3e9],
    ['£5m', 5e6],
    ['12.5%', 12.5],
    ['twelve percent', 12],
    ['9:30 pm', 21.5],
    ['9.30 p.m.', 21.5],
    ['two-thirds of the votes', 2 / 3],
    ['a dozen eggs', 12],
    ['two and a half years', 2.5],
    ['the twenty-first century', 21],
    ['in the ’90s', 1990],
    ['hundreds of thousands', 100_000],
  ])('%s', (text, value) => {
    expect(means(text, 'en', value)).toBe(true);
  });
});

it('says where each number stands and which may be missed', () => {
  expect(read('Le 3 janvier 2020, deux des 29 pays…', 'fr')).toEqual(['3', 'janvier?', '2020', 'deux?', '29']);
  expect(read('The first of three hundred men, one of 1,200', 'en')).toEqual([
    'first?',
    'three hundred',
    'one?',
    '1,200',
  ]);
});

it('does not miss numbers inside names, note marks and idle hundreds', () => {
  expect(read('Thunder-ten-tronckh, COVID-19, A380 [1], a hundred times', 'en')).toEqual([
    'ten?',
    '19?',
    '380?',
    '1?',
    'a hundred?',
  ]);
});

it('leaves a joining word out where it joins nothing', () => {
  expect(read('six and some', 'en')).toEqual(['six']);
  expect(read('entre trente et quarante', 'fr')).toEqual(['trente', 'quarante']);
});

it('gives ranges in order that lie in the text, for any text', () => {
  const words = fc.constantFrom(
    'vingt',
    'et',
    'un',
    '-',
    'a',
    'hundred',
    '3',
    ',',
    '5',
    ' ',
    'cent',
    'mille',
    '%',
    'h',
    'XI',
    'de',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(words).map((all) => all.join(' ')),
      ),
      fc.constantFrom('fr', 'en'),
      (text, side) => {
        let reached = 0;
        for (const { start, end, values } of numberMentions(text, side)) {
          expect(start).toBeGreaterThanOrEqual(reached);
          expect(end).toBeGreaterThan(start);
          expect(values.length).toBeGreaterThan(0);
          expect(values.every(Number.isFinite)).toBe(true);
          reached = end;
        }
        expect(reached).toBeLessThanOrEqual(text.length);
      },
    ),
  );
});
