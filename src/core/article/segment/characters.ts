import { isSpace } from '../formats/lines.ts';

/** `.` and its kin: what may end a sentence. */
export function isStop(unit: number): boolean {
  return (
    unit === 46 ||
    unit === 63 ||
    unit === 33 ||
    unit === 0x2026 ||
    unit === 0x203d ||
    (unit >= 0x2047 && unit <= 0x2049)
  );
}

/** A stop that is louder than a full stop: `?` `!` and their ligatures. */
export function isLoud(unit: number): boolean {
  return unit !== 46 && unit !== 0x2026 && isStop(unit);
}

const CLOSERS = new Set(Array.from('"\'”’»›)]}*_`“', (character) => character.charCodeAt(0)));
/** What may close a sentence after its stop. `“` closes in text that was set the German way, or carelessly. */
export function isCloser(unit: number): boolean {
  return CLOSERS.has(unit);
}

const OPENERS = new Set(Array.from('"\'“‘„«‹([{¿¡*_`', (character) => character.charCodeAt(0)));
/** What may stand before a sentence's first word. */
export function isOpener(unit: number): boolean {
  return OPENERS.has(unit);
}

/** `"` and `'`, which open and close alike. */
export function isStraightQuote(unit: number): boolean {
  return unit === 34 || unit === 39;
}

export function isDash(unit: number): boolean {
  return unit === 45 || (unit >= 0x2010 && unit <= 0x2015) || unit === 0x2212 || unit === 0x2043;
}

export function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

export function isLower(character: string): boolean {
  return /^\p{Ll}/u.test(character);
}

export function isUpper(character: string): boolean {
  return /^[\p{Lu}\p{Lt}]/u.test(character);
}

export function isLetter(character: string): boolean {
  return /^\p{L}/u.test(character);
}

export function skipSpaces(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && isSpace(text.charCodeAt(at))) at++;
  return at;
}
