import { figureValues } from './figures.ts';
import { CURRENCIES, HYPHENS, type NumberCursor, type NumberMention } from './numberCursor.ts';
import { withHalf, withPercent } from './numberTails.ts';
import type { NumberToken } from './numberTokens.ts';
import { SCALE_SIGNS } from './numberWords.ts';

/** 1 500, 3,5 %, 21h30, 9:30 pm, 5-million, 2 Md€, 90s, 1er. */
export function readFigure(cursor: NumberCursor): NumberMention | null {
  const first = cursor.tokens[cursor.at];
  if (!first?.isFigure) return null;
  const start = cursor.at;
  let values = figureValues(first.text);
  cursor.at++;
  const times = clock(cursor, values, first);
  if (times) return cursor.mention(start, times, true);

  let strong = !cursor.isPartOfName(start) && !isNote(cursor, start);
  if (cursor.isGlued(cursor.at) && FIRST_ENDINGS.has(cursor.word(cursor.at))) strong = false;
  if (cursor.isGlued(cursor.at) && ORDINAL_ENDINGS.has(cursor.word(cursor.at))) cursor.at++;
  values = scaled(cursor, values, start);
  values = withPercent(cursor, values);
  values = withHalf(cursor, values);
  return cursor.mention(start, withShortYears(values, cursor.word(start - 1)), strong);
}

const ORDINAL_ENDINGS = new Set(['e', 'er', 'ère', 'ere', 'ème', 'eme', 're', 'ᵉ', 'st', 'nd', 'rd', 'th', 'es', 's']);
/** "1er" and "1st" are as often "premier" and "first", which are weak. */
const FIRST_ENDINGS = new Set(['er', 'ère', 'ere', 'st']);

/** [1]: the mark of a note. */
function isNote(cursor: NumberCursor, at: number): boolean {
  return cursor.word(at - 1) === '[' && cursor.word(at + 1) === ']';
}

/** Times of day, on the 24-hour and the 12-hour clock. */
function clock(cursor: NumberCursor, values: readonly number[], first: NumberToken): number[] | null {
  const pointed = /^(\d{1,2})[.](\d\d)$/.exec(first.text);
  if (pointed && /^\s?[ap]\.?m/i.test(cursor.text.slice(first.end)))
    return [...values, ...hours([Number(pointed[1])], Number(pointed[2]))];
  const sign = cursor.word(cursor.at);
  if (sign !== 'h' && !(sign === ':' && cursor.isGlued(cursor.at))) return null;
  const hasMinutes = /^\d\d$/.test(cursor.word(cursor.at + 1));
  if (sign === ':' && !hasMinutes) return null;
  const minutes = hasMinutes ? Number(cursor.word(cursor.at + 1)) : 0;
  cursor.at += hasMinutes ? 2 : 1;
  return [...values, ...hours(values, minutes)];
}

/** Hours as a decimal number, the minutes alone too, and the same time on the other clock. */
function hours(values: readonly number[], minutes: number): number[] {
  const times = values.flatMap((hour) => {
    const time = hour + minutes / 60;
    return hour > 12 ? [time, time + 12, time - 12] : [time, time + 12];
  });
  return minutes > 0 ? [...times, minutes] : times;
}

/** Multiplies by the scales that follow: 5 millions, $3bn, 2 Md€, 5-million. */
function scaled(cursor: NumberCursor, values: readonly number[], start: number): number[] {
  const billions = ['m', 'md', 'mds', 'mrd'];
  if (cursor.side === 'fr' && billions.includes(cursor.word(cursor.at)) && CURRENCIES.has(cursor.word(cursor.at + 1))) {
    const scale = cursor.word(cursor.at) === 'm' ? 1e6 : 1e9;
    cursor.at++;
    return values.map((value) => value * scale);
  }
  let next = cursor.at;
  if (HYPHENS.has(cursor.word(next)) || CURRENCIES.has(cursor.word(next))) next++;
  const firstScale = cursor.word(next);
  let factor = 1;
  while (isScaleOfFigure(cursor, next, start)) {
    factor *= cursor.vocabulary.scales.get(cursor.word(next)) ?? 1;
    next++;
  }
  if (factor === 1) return [...values];
  cursor.at = next;
  // The long and the short scale get mixed up in translation.
  const factors = [factor];
  if (firstScale.includes('billion')) factors.push(1e9, 1e12);
  if (firstScale.includes('trillion')) factors.push(1e12);
  return factors.flatMap((scale) => values.map((value) => value * scale));
}

function isScaleOfFigure(cursor: NumberCursor, at: number, start: number): boolean {
  const word = cursor.word(at);
  if (!cursor.vocabulary.scales.has(word) || ['cent', 'cents'].includes(word)) return false;
  if (word === 'm' && cursor.tokens[at + 1]?.isFigure) return false;
  if (cursor.side === 'fr' || !SCALE_SIGNS.has(word) || word.length > 1) return true;
  // "5 m" are metres, "5m" and "$5 m" are millions.
  return cursor.isGlued(at) || CURRENCIES.has(cursor.word(start - 1));
}

/** 1998 also answers for ’98 and 98; ’98 and the 98 of 1997-98 for 1998 and 2098. */
function withShortYears(values: readonly number[], before: string): number[] {
  const isYear = values.some((value) => value >= 1900 && value < 2100);
  const short = isYear ? values.map((value) => value % 100) : [];
  const isShort = ["'", '’', '-', '–'].includes(before) && values.every((value) => value < 100);
  const long = isShort ? values.flatMap((value) => [1900 + value, 2000 + value]) : [];
  return [...values, ...short, ...long];
}
