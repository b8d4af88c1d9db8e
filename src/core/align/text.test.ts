import { expect, test } from 'vitest';
import { COLON, EXCLAMATION, QUESTION, QUOTE, readSentences } from './text.ts';
import { drive } from './steps.ts';

const read = (sentences: string[], side: 'fr' | 'en') => drive(readSentences(sentences, side), 1, {});

async function wordsOf(sentence: string, side: 'fr' | 'en'): Promise<string[]> {
  const { words, vocabulary } = await read([sentence], side);
  return [...words].map((word) => vocabulary.words[word] ?? '');
}

test('takes words without case and accents, and leaves function words out', async () => {
  expect(await wordsOf("L'Œuvre était achevée à l'été", 'fr')).toEqual(['oeuvre', 'etait', 'achevee', 'ete']);
  expect(await wordsOf('The work was finished', 'en')).toEqual(['work', 'finished']);
});

test('takes numbers by their value, as each language writes them', async () => {
  expect(await wordsOf('1 500,5 et 2.000', 'fr')).toEqual(['#1500.5', '#2000']);
  expect(await wordsOf('1,500.5 and 2,000', 'en')).toEqual(['#1500.5', '#2000']);
  expect(await wordsOf('1.2.3', 'en')).toEqual(['#1.2.3']);
});

test('knows names by their capitals, numbers, and how rare a word is', async () => {
  const { vocabulary } = await read(['Candide voit Paris', 'Candide voit 3 navires', 'Candide part'], 'fr');
  const of = (word: string) => vocabulary.index.get(word) ?? -1;
  expect(vocabulary.isName[of('candide')]).toBe(1);
  expect(vocabulary.isName[of('voit')]).toBe(0);
  expect(vocabulary.isNumber[of('#3')]).toBe(1);
  expect(vocabulary.rarity[of('candide')]).toBe(0.4);
  expect(vocabulary.rarity[of('paris')]).toBeCloseTo(Math.log(4 / 1.5));
});

test('notes punctuation and length', async () => {
  const { punctuation, characters } = await read(['« Quoi ?! »', '— Il dit :', '', 'Rien.'], 'fr');
  expect([...punctuation]).toEqual([QUESTION | EXCLAMATION | QUOTE, QUOTE | COLON, 0, 0]);
  expect([...characters]).toEqual([8, 7, 1, 5]);
});
