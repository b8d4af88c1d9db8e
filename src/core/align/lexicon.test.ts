import { expect, test } from 'vitest';
import { learnLexicon } from './learn.ts';
import { mergeLexicons, spellingLexicon, type Lexicon } from './lexicon.ts';
import { drive } from './steps.ts';
import { readSentences } from './text.ts';

function entries({ starts, words, worth }: Lexicon, f: number): [number, number][] {
  const own: [number, number][] = [];
  for (let q = starts[f] ?? 0; q < (starts[f + 1] ?? 0); q++) own.push([words[q] ?? -1, worth[q] ?? 0]);
  return own;
}

test('matches numbers, names, the same spelling and long common beginnings', async () => {
  const fr = await drive(readSentences(['Vers Paris en 1759 important gouvernement voit bus'], 'fr'), 1, {});
  const en = await drive(readSentences(['To Paris in 1759 important government sees bus'], 'en'), 1, {});
  const lexicon = spellingLexicon(fr.vocabulary, en.vocabulary);
  const matches = (word: string) =>
    entries(lexicon, fr.vocabulary.index.get(word) ?? -1).map(([e, worth]) => [en.vocabulary.words[e], worth]);
  expect(matches('paris')).toEqual([['paris', 1]]);
  expect(matches('#1759')).toEqual([['#1759', 1]]);
  expect(matches('important')).toEqual([['important', 0.85]]);
  expect(matches('bus')).toEqual([['bus', 0.8]]);
  expect(matches('gouvernement')).toEqual([]);
  expect(matches('voit')).toEqual([]);
});

test('learns which words keep meeting', async () => {
  const bags = Array.from({ length: 12 }, (_, k) => ({
    fr: Int32Array.from(k % 2 === 0 ? [0, 2 + k] : [1, 2 + k]),
    en: Int32Array.from(k % 2 === 0 ? [0, 2 + k] : [1, 2 + k]),
  }));
  const lexicon = await drive(learnLexicon(bags, 14, 14), 1, {});
  expect(entries(lexicon, 0).map(([e]) => e)).toEqual([0]);
  expect(entries(lexicon, 1).map(([e]) => e)).toEqual([1]);
  expect(entries(lexicon, 0)[0]?.[1]).toBeGreaterThan(0.7);
  expect(entries(lexicon, 5)).toEqual([]);
});

test('keeps the better of two entries', () => {
  const one = (worth: number): Lexicon => ({
    starts: Int32Array.from([0, 1]),
    words: Int32Array.from([3]),
    worth: Float64Array.from([worth]),
  });
  expect(entries(mergeLexicons(one(0.3), one(0.6)), 0)).toEqual([[3, 0.6]]);
  expect(entries(mergeLexicons(one(0.6), one(0.3)), 0)).toEqual([[3, 0.6]]);
});
