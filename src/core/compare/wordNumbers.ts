import { HYPHENS, type NumberCursor, type NumberMention } from './numberCursor.ts';
import { withHalf, withPercent } from './numberTails.ts';
import { COLLECTIVES, SCALE_SIGNS } from './numberWords.ts';

/** vingt-deux, deux cent mille, twenty-five, five and twenty, a hundred, three dozen, deux tiers. */
export function readWords(cursor: NumberCursor): NumberMention | null {
  const start = cursor.at;
  if (!beginsNumber(cursor)) return null;
  const value = addUp(cursor);
  let values = withFraction(cursor, value);
  values = withPercent(cursor, values);
  values = withHalf(cursor, values);
  values = withFortnight(cursor, values);
  const strong = value >= 3 && !isAmbiguous(cursor, start) && !cursor.isPartOfName(start) && !isPartOfCompound(cursor);
  return cursor.mention(start, values, strong);
}

function beginsNumber(cursor: NumberCursor): boolean {
  const { at } = cursor;
  if (isSum(cursor, at)) return true;
  if (cursor.side === 'en' && cursor.word(at) === 'a')
    return isScale(cursor, at + 1) || cursor.word(at + 1) === 'dozen';
  if (!isScale(cursor, at)) return false;
  const isAfterFigure = cursor.word(at - 1) === 'pour' || cursor.tokens[at - 1]?.isFigure === true;
  return !(cursor.word(at).startsWith('cent') && isAfterFigure);
}

/** Adds and multiplies the words of one number. */
function addUp(cursor: NumberCursor): number {
  const start = cursor.at;
  let total = 0;
  let current = 0;
  let last: 'sum' | 'scale' | null = null;
  let end = start;
  for (;;) {
    const word = cursor.word(cursor.at);
    const value = cursor.vocabulary.units.get(word) ?? cursor.vocabulary.tens.get(word);
    if (value !== undefined) {
      if (last === 'sum' && cursor.side === 'fr' && word.startsWith('vingt') && current % 100 === 4) current += 76;
      else if (last === 'sum' && !canFollow(cursor, current, value)) break;
      else current += value;
      last = 'sum';
      end = ++cursor.at;
    } else if (isScale(cursor, cursor.at)) {
      const scale = cursor.vocabulary.scales.get(word) ?? 1;
      if (scale === 100) current = (current || 1) * 100;
      else {
        total += (current || 1) * scale;
        current = 0;
      }
      last = 'scale';
      end = ++cursor.at;
    } else if (word === 'a' && cursor.at === start) {
      end = ++cursor.at;
    } else if (isJoin(cursor, current, last)) {
      cursor.at++;
    } else break;
  }
  // A hyphen or "and" that joined nothing is not part of the number.
  cursor.at = end;
  return total + current;
}

/** Whether a unit or ten goes on with the number: vingt-deux, soixante-dix, dix-sept, twenty-five; not "two three". */
function canFollow(cursor: NumberCursor, current: number, value: number): boolean {
  if (cursor.side === 'en') return (isTens(current) && value < 10) || isOldStyle(cursor, current, value);
  return (isTens(current) && value < 20) || (current % 100 === 10 && value >= 7 && value <= 9);
}

/** Five and twenty, threescore and eleven. */
function isOldStyle(cursor: NumberCursor, current: number, value: number): boolean {
  const before = HYPHENS.has(cursor.word(cursor.at - 1)) ? cursor.at - 2 : cursor.at - 1;
  if (cursor.word(before) !== 'and') return false;
  return current < 10 ? value >= 20 : value < 20;
}

function isJoin(cursor: NumberCursor, current: number, last: 'sum' | 'scale' | null): boolean {
  const word = cursor.word(cursor.at);
  const next = cursor.at + 1;
  if (HYPHENS.has(word)) {
    if (!cursor.isGlued(cursor.at) || !cursor.isGlued(next)) return false;
    return isSum(cursor, next) || isScale(cursor, next) || ['et', 'and'].includes(cursor.word(next));
  }
  if (cursor.side === 'fr')
    return (
      word === 'et' &&
      last === 'sum' &&
      isTens(current) &&
      (cursor.vocabulary.units.get(afterHyphen(cursor, next)) ?? 0) > 0
    );
  if (word !== 'and') return false;
  const following = afterHyphen(cursor, next);
  if (last === 'scale' || cursor.word(cursor.at - 1).endsWith('score')) return isSum(cursor, next);
  return last === 'sum' && current > 0 && current < 10 && cursor.vocabulary.tens.has(following);
}

function afterHyphen(cursor: NumberCursor, at: number): string {
  return HYPHENS.has(cursor.word(at)) ? cursor.word(at + 1) : cursor.word(at);
}

function isSum(cursor: NumberCursor, at: number): boolean {
  const word = cursor.word(at);
  return cursor.vocabulary.units.has(word) || cursor.vocabulary.tens.has(word);
}

function isScale(cursor: NumberCursor, at: number): boolean {
  const word = cursor.word(at);
  return cursor.vocabulary.scales.has(word) && !SCALE_SIGNS.has(word);
}

/** 20, 30 … 90, also after hundreds. */
function isTens(value: number): boolean {
  return value % 10 === 0 && value % 100 >= 20;
}

/** A fraction, an ordinal or a collective that closes the number: two-thirds, twenty-first, trois douzaines. */
function withFraction(cursor: NumberCursor, value: number): number[] {
  const next = HYPHENS.has(cursor.word(cursor.at)) && cursor.isGlued(cursor.at) ? cursor.at + 1 : cursor.at;
  const word = cursor.word(next);
  const other = cursor.vocabulary.others.get(word);
  if (other === undefined || word === 'second' || word === 'premier') return [value];
  if (value === 0 && cursor.at > 0 && COLLECTIVES.has(word)) return closing(cursor, next, [other]);
  if (other < 1) return closing(cursor, next, [value * other, value, value + other]);
  // dix-neuvième, twenty-first
  if ((value >= 20 && other < 20) || (value === 10 && other >= 7 && other <= 9))
    return closing(cursor, next, [value + other]);
  if (COLLECTIVES.has(word)) return closing(cursor, next, [value * other, value]);
  if (cursor.side === 'en' && value <= 3 && ['third', 'fifth', 'tenth'].includes(word))
    return closing(cursor, next, [value / other, value]);
  return [value];
}

function closing(cursor: NumberCursor, at: number, values: number[]): number[] {
  cursor.at = at + 1;
  return values;
}

/** Quinze jours is a fortnight, huit jours a week: French counts both ends. */
function withFortnight(cursor: NumberCursor, values: readonly number[]): number[] {
  if (cursor.side !== 'fr' || cursor.word(cursor.at) !== 'jours') return [...values];
  return [...values, ...values.filter((value) => value === 8 || value === 15).map((value) => value - 1)];
}

/** « neuf » is also "new"; « mille » and "a hundred" alone are often just "many". */
function isAmbiguous(cursor: NumberCursor, start: number): boolean {
  const last = cursor.word(cursor.at - 1);
  if (cursor.side === 'fr') return cursor.at === start + 1 && ['neuf', 'cent', 'mille'].includes(last);
  const isAlone = cursor.at === start + 1 || ['a', 'one'].includes(cursor.word(start));
  return isAlone && cursor.at <= start + 2 && ['hundred', 'thousand'].includes(last);
}

/** Three-cornered, Trois-Rivières: the other side may have one word for both. */
function isPartOfCompound(cursor: NumberCursor): boolean {
  return (
    HYPHENS.has(cursor.word(cursor.at)) &&
    cursor.isGlued(cursor.at) &&
    cursor.isGlued(cursor.at + 1) &&
    cursor.isWord(cursor.at + 1)
  );
}
