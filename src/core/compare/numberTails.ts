import type { NumberCursor } from './numberCursor.ts';

export function withPercent(cursor: NumberCursor, values: readonly number[]): number[] {
  const word = cursor.word(cursor.at);
  const isPhrase = ['pour', 'per'].includes(word) && ['cent', '100'].includes(cursor.word(cursor.at + 1));
  if (word !== '%' && word !== 'percent' && !isPhrase) return [...values];
  cursor.at += isPhrase ? 2 : 1;
  return [...values, ...values.map((value) => value / 100)];
}

/** 2½, two and a half. */
export function withHalf(cursor: NumberCursor, values: readonly number[]): number[] {
  const sign = HALVES.get(cursor.word(cursor.at));
  if (sign !== undefined) {
    cursor.at++;
    return [...values, ...values.map((value) => value + sign)];
  }
  if (!['and', 'et'].includes(cursor.word(cursor.at))) return [...values];
  const following = cursor.word(cursor.at + 1);
  const isHalf = ['half', 'demi', 'demie'].includes(following === 'a' ? cursor.word(cursor.at + 2) : following);
  return isHalf ? [...values, ...values.map((value) => value + 0.5)] : [...values];
}

const HALVES = new Map([
  ['½', 0.5],
  ['¼', 0.25],
  ['¾', 0.75],
  ['⅓', 1 / 3],
  ['⅔', 2 / 3],
]);
