import type { Range } from '../../contract.ts';

/** A word, a number or one punctuation mark of a sentence; the range counts UTF-16 units from the text's start. */
export interface Word extends Range {
  readonly text: string;
}

/**
 * Cuts French or English text into words: elisions ("l’", "qu’", "jusqu’") and English clitics ("’s", "’ll") stand alone,
 * hyphenated words and numbers ("1 500,5" with no-break spaces) stay whole, every other mark is a word of its own.
 * No-break spaces inside a number are left out of the word's text, not out of its range.
 * The word map of the encoder was trained on words cut in exactly this way.
 */
export function tokenize(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(WORD)) {
    const raw = match[0];
    words.push({ text: raw.replace(/[\u00a0\u202f]/g, ''), start: match.index, end: match.index + raw.length });
  }
  return words;
}

const LETTERS = String.raw`[\p{L}\p{Nl}\p{No}]\p{M}*`;

const WORD = new RegExp(
  [
    String.raw`\p{Nd}[\p{Nd}.,\u00a0\u202f]*\p{Nd}|\p{Nd}+`,
    String.raw`(?:[A-Za-zÀ-ÿŒœ]|qu|jusqu|lorsqu|puisqu|quoiqu|aujourd)['’](?=[\p{L}\p{N}_])`,
    String.raw`['’](?:s|t|re|ve|ll|d|m)(?![\p{L}\p{N}_])`,
    String.raw`(?:${LETTERS})+(?:[-‑](?:[\p{L}\p{N}]\p{M}*)+)*`,
    String.raw`\S`,
  ].join('|'),
  'giu',
);

/** Nothing but marks: no letter, digit or underscore. */
export function isPunctuation(word: string): boolean {
  return !/[\p{L}\p{N}_]/u.test(word);
}

/** Articles, pronouns, prepositions, auxiliaries and the like, of both languages in one list: none of them is a content word of the other. */
export function isFunctionWord(word: string): boolean {
  return FUNCTION_WORDS.has(word.toLowerCase().replace('’', "'"));
}

const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  `le la les l' un une des du de d' à au aux et ou en y ne n' pas se s' ce c' cet cette ces son sa ses leur leurs mon ma mes
  ton ta tes notre nos votre vos il elle ils elles on je j' tu nous vous me m' te t' lui eux que qu' qui dont où est sont a
  ont été être avoir avait était étaient avaient fut sera par pour dans sur avec plus si mais comme même tout tous toute
  toutes the a an of to in on at by for with from and or as is are was were be been being has have had do does did it its he
  she they we you i his her their our your my me him them us that this these those which who whom what not n't 't 's 'll 're 've 'm 'd no ' will
  would can could may might shall should than then there so if but up out all more`
    .split(/\s+/)
    .filter((word) => word !== ''),
);
