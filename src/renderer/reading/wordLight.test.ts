import { expect, test } from 'vitest';
import { counterparts } from './wordLight.ts';

// l’Otan parle : NATO speaks
const [elision, otan, parle] = [
  { start: 0, end: 2 },
  { start: 2, end: 6 },
  { start: 7, end: 12 },
];
const [nato, speaks] = [
  { start: 0, end: 4 },
  { start: 5, end: 11 },
];
const pair = {
  words: { fr: [elision, otan, parle], en: [nato, speaks] },
  links: [
    { fr: 1, en: 0, confidence: 0.9 },
    { fr: 2, en: 1, confidence: 0.9 },
  ],
};

test('a word goes with its counterpart, from either side', () => {
  expect(counterparts(pair, 'fr', 4)).toEqual({ fr: [otan], en: [nato] });
  expect(counterparts(pair, 'en', 8)).toEqual({ fr: [parle], en: [speaks] });
});

test('between two words the one that begins counts, at the end of a word the word', () => {
  expect(counterparts(pair, 'fr', 2)).toEqual({ fr: [otan], en: [nato] });
  expect(counterparts(pair, 'fr', 6)).toEqual({ fr: [otan], en: [nato] });
});

test('a word without a counterpart lights nothing, and nor does what is no word', () => {
  expect(counterparts(pair, 'fr', 0)).toBeNull();
  expect(counterparts(pair, 'fr', 40)).toBeNull();
});
