import { isFunctionWord, tokenize } from '../../core/compare/tokens.ts';

/** What both sides of a pair have in common on the surface, for the reader to judge a pairing by. */
export interface Evidence {
  /** Numbers in digits and names that stand on both sides, each once, as French writes them. */
  readonly numbers: readonly string[];
  readonly names: readonly string[];
  /** Of the numbers and names of the side that has fewer, the share that the other has too; null where it has none. */
  readonly shared: number | null;
  /** The shorter side's length as a share of the longer one's, French first brought to English length. */
  readonly length: number;
  /** Which side says it at more length than usual. */
  readonly longer: 'fr' | 'en' | null;
}

/** French text is this much longer than the same text in English, in characters. */
const FRENCH_EXPANSION = 1.1;

/** From this ratio on one side is called longer. */
const LONGER = 1.3;

export function evidenceOf(fr: string, en: string): Evidence {
  const numbers = shared(numbersIn(fr), numbersIn(en));
  const names = shared(namesIn(fr), namesIn(en));
  const least = Math.min(numbersIn(fr).size + namesIn(fr).size, numbersIn(en).size + namesIn(en).size);
  const ratio = fr.length / FRENCH_EXPANSION / Math.max(1, en.length);
  return {
    numbers,
    names,
    shared: least === 0 ? null : (numbers.length + names.length) / least,
    length: Math.min(ratio, 1 / Math.max(ratio, Number.EPSILON)),
    longer: ratio >= LONGER ? 'fr' : ratio <= 1 / LONGER ? 'en' : null,
  };
}

function numbersIn(text: string): Map<string, string> {
  const numbers = tokenize(text).filter((word) => /^\p{Nd}/u.test(word.text));
  return new Map(numbers.map((word) => [word.text.replace(/[.,](?=\p{Nd}{3}\b)/gu, '').replace(',', '.'), word.text]));
}

/** Words with a capital; a sentence's first word counts too, since it has to stand on the other side as well. */
function namesIn(text: string): Map<string, string> {
  const names = tokenize(text).filter((word) => /^\p{Lu}[\p{L}-]/u.test(word.text) && !isFunctionWord(word.text));
  return new Map(names.map((word) => [fold(word.text), word.text]));
}

function shared(fr: ReadonlyMap<string, string>, en: ReadonlyMap<string, string>): string[] {
  return [...fr].filter(([key]) => en.has(key)).map(([, text]) => text);
}

function fold(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
