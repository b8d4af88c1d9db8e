import type { NumberCursor, NumberMention } from './numberCursor.ts';
import { MONTHS } from './numberWords.ts';

/** troisième, midi, dozen, janvier, XIV. */
export function readLoneWord(cursor: NumberCursor): NumberMention | null {
  const word = cursor.word(cursor.at);
  const numeral = roman(cursor);
  const value = cursor.vocabulary.others.get(word) ?? MONTHS.get(word) ?? numeral;
  if (value === undefined) return null;
  cursor.at++;
  // Midnight is struck twelve times.
  const values = value === 0 ? [0, 12, 24] : [value];
  const isChapter = value === numeral && NUMBERED.has(cursor.word(cursor.at - 2));
  return cursor.mention(cursor.at - 1, withCollected(cursor, values), isChapter);
}

/** What Roman numerals count, so that one stands for a number beyond doubt. */
const NUMBERED = new Set([
  'chapitre',
  'chapter',
  'acte',
  'act',
  'scène',
  'scene',
  'tome',
  'volume',
  'partie',
  'part',
  'article',
]);

/** Une trentaine de mille, des centaines de milliers, hundreds of thousands. */
function withCollected(cursor: NumberCursor, values: readonly number[]): number[] {
  if (!['de', 'of'].includes(cursor.word(cursor.at))) return [...values];
  const word = cursor.word(cursor.at + 1);
  const scale = cursor.vocabulary.scales.get(word) ?? cursor.vocabulary.others.get(word) ?? 0;
  if (scale < 1000) return [...values];
  cursor.at += 2;
  return [...values, ...values.map((value) => value * scale)];
}

/** I to XXXIX, in capitals. */
function roman(cursor: NumberCursor): number | undefined {
  const token = cursor.tokens[cursor.at];
  const numeral = token && cursor.text.slice(token.start, token.end).replace(/(?<=[IVX])(e|er|ème)$/, '');
  if (!numeral || (cursor.side === 'en' && numeral === 'I')) return undefined;
  const [match, tens = '', ones = ''] = /^(X{0,3})(IX|IV|V?I{0,3})$/.exec(numeral) ?? [];
  if (match === undefined) return undefined;
  const value = { IX: 9, IV: 4 }[ones] ?? (ones.startsWith('V') ? 4 + ones.length : ones.length);
  return 10 * tens.length + value;
}
