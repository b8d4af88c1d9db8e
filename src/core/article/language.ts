import { SIDES, type FailureCode, type Result, type Side } from '../../contract.ts';
import type { TextWithBlocks } from './formats/format.ts';
import { LETTERS, PROFILES, SCRIPTS } from './language/profiles.ts';

/** How much of an article is looked at, in UTF-16 code units: the languages are apart long before. */
const SAMPLE_LENGTH = 20_000;
/** French or English is preferred to a third language that scores hardly more: from this share of its score on. */
const NEAR_SHARE = 0.85;
/** What one letter that gives a language away weighs, in common words. */
const LETTER_WEIGHT = 0.5;

/** In a text of at least this many words ... */
const MIN_WORDS = 12;
/** ... a language's common words make up at least this share, or it is none of the known ones. */
const MIN_COMMON_SHARE = 0.12;

export interface Language {
  /** ISO 639-1, or "und" where nothing tells. */
  readonly language: string;
  /** 0 to 1: how far the language stands above the next one. */
  readonly certainty: number;
}

/**
 * The language of a text, by its script, or by how many of its words are among a language's commonest. Such words make
 * up half of any running text; a profile of them is smaller than one of letter trigrams, and a sentence is enough.
 */
export function detectLanguage(text: string): Language {
  const sample = text.slice(0, SAMPLE_LENGTH);
  const script = scriptOf(sample);
  if (script !== null) return script;
  const [best, second] = scoresOf(sample);
  const least = Math.max(0.5, wordCount(sample) < MIN_WORDS ? 0 : MIN_COMMON_SHARE * wordCount(sample));
  if (best === undefined || best.score < least) return { language: 'und', certainty: 0 };
  return { language: best.language, certainty: 1 - (second?.score ?? 0) / best.score };
}

/** The two articles of a comparison by side. */
export type BySide<T> = Readonly<Record<Side, T>>;

/**
 * Which of two articles is French and which English. The reader's own word, where given, is not questioned.
 *
 * Fails with `needs-two` (fewer or more than two), `same-language` (detail "fr" or "en"; both files named) or
 * `other-language` (detail its code; that file named).
 */
export function tellApart(
  reads: readonly TextWithBlocks[],
  sides?: readonly [Side, Side],
): Result<BySide<TextWithBlocks>> {
  const refuse = (code: FailureCode, files: readonly TextWithBlocks[], detail?: string) => ({
    ok: false as const,
    failure: { code, files: files.map(({ name }) => name), ...(detail === undefined ? {} : { detail }) },
  });
  const [first, second] = reads;
  if (first === undefined || second === undefined || reads.length > 2) return refuse('needs-two', reads);
  const [one, two] = sides ?? sidesOf(first, second);
  if (!isSide(one)) return refuse('other-language', [first], one);
  if (!isSide(two)) return refuse('other-language', [second], two);
  if (one === two) return refuse('same-language', reads, one);
  return { ok: true, value: one === 'fr' ? { fr: first, en: second } : { fr: second, en: first } };
}

/** What each is: `fr`, `en`, or the code of a third language. A text of a few words that tell nothing is the other's. */
function sidesOf(first: TextWithBlocks, second: TextWithBlocks): readonly [string, string] {
  const one = sideOf(first);
  const two = sideOf(second);
  if (one === 'und' && isSide(two) && isTooShort(first)) return [otherSide(two), two];
  if (two === 'und' && isSide(one) && isTooShort(second)) return [one, otherSide(one)];
  return [one, two];
}

function sideOf({ text, blocks }: TextWithBlocks): string {
  const sample = textOf(text, blocks);
  const { language } = detectLanguage(sample);
  if (isSide(language) || language === 'und') return language;
  const scores = scoresOf(sample);
  const score = scores.find((known) => known.language === language)?.score;
  const nearest = scores.find((known) => isSide(known.language));
  return score !== undefined && nearest !== undefined && nearest.score >= score * NEAR_SHARE
    ? nearest.language
    : language;
}

function isTooShort({ text, blocks }: TextWithBlocks): boolean {
  return wordCount(textOf(text, blocks)) < MIN_WORDS;
}

function otherSide(side: Side): Side {
  return side === 'fr' ? 'en' : 'fr';
}

function wordCount(text: string): number {
  return text.match(/\p{L}+/gu)?.length ?? 0;
}

/** The article's own words without page furniture, up to the length of a sample. */
function textOf(text: string, blocks: TextWithBlocks['blocks']): string {
  const parts: string[] = [];
  let length = 0;
  const own = blocks.filter(({ furniture }) => !furniture);
  for (const { start, end } of own.length > 0 ? own : blocks) {
    if (length >= SAMPLE_LENGTH) break;
    parts.push(text.slice(start, Math.min(end, start + SAMPLE_LENGTH)));
    length += end - start;
  }
  return parts.join('\n');
}

function isSide(language: string): language is Side {
  return SIDES.some((side) => side === language);
}

function scoresOf(sample: string): { language: string; score: number }[] {
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? [];
  return Object.entries(PROFILES)
    .map(([language, profile]) => {
      const common = words.reduce((sum, word) => sum + (profile.has(word) ? 1 : 0), 0);
      const letters = LETTERS[language];
      const telling = letters === undefined ? 0 : (sample.match(letters)?.length ?? 0);
      return { language, score: common + LETTER_WEIGHT * telling };
    })
    .sort((a, b) => b.score - a.score);
}

function scriptOf(sample: string): Language | null {
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  for (const { language, letters: script } of SCRIPTS) {
    const share = (sample.match(script)?.length ?? 0) / Math.max(1, letters);
    // Japanese is written with more Chinese characters than its own.
    if (share > (language === 'ja' ? 0.1 : 0.5)) return { language, certainty: share };
  }
  return null;
}
