import type { Side } from '../../../contract.ts';
import { isFunctionWord, isPunctuation } from '../../compare/tokens.ts';
import { ENGLISH_ACRONYMS } from './acronyms.ts';

/** A word above this weight is a content word. */
export const CONTENT_WEIGHT = 0.19;
const FUNCTION_WEIGHT = 0.12;
/** Least share of a content word's weight that is left to a very common word, and to one that stands in every sentence. */
const LEAST = 0.2;
/** A unigram log probability of -5 gives a word no weight of its own, one of -12 gives it all. */
const COMMON = 5;
const RARE_SPAN = 7;
/** In shorter articles the number of sentences that have a word says nothing. */
const FEWEST_SENTENCES = 8;
/** Inflected forms of one word share their first letters. */
const STEM = 7;

/** Lower case, without accents. */
export function folded(word: string): string {
  return word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
}

function stem(word: string): string {
  return folded(word).slice(0, STEM);
}

/**
 * How much each word's match says: rarity in the language (from the tokenizer's own unigram log probabilities)
 * times rarity in the article, so that the names which the whole event is about weigh little.
 */
export function wordWeights(
  words: readonly string[],
  logProbability: Float32Array,
  rarity: ReadonlyMap<string, number>,
): Float64Array {
  return Float64Array.from(words, (word, index) => {
    if (isPunctuation(word)) return 0;
    if (isFunctionWord(word)) return FUNCTION_WEIGHT;
    const background = (-(logProbability[index] ?? 0) - COMMON) / RARE_SPAN;
    return Math.min(1, Math.max(LEAST, background)) * (rarity.get(stem(word)) ?? 1);
  });
}

/** By stem: inverse document frequency over the sentences of one article, LEAST to 1. */
export function documentRarity(sentences: readonly (readonly string[])[]): Map<string, number> {
  const rarity = new Map<string, number>();
  const total = sentences.length;
  if (total < FEWEST_SENTENCES) return rarity;
  const frequency = new Map<string, number>();
  for (const words of sentences) {
    for (const key of new Set(words.map(stem))) frequency.set(key, (frequency.get(key) ?? 0) + 1);
  }
  for (const [key, count] of frequency) {
    const value = Math.log((total + 1) / (count + 0.5)) / Math.log(total + 1);
    rarity.set(key, Math.min(1, Math.max(LEAST, value)));
  }
  return rarity;
}

/**
 * The folded form of each capitalised word and acronym, which both languages often share; '' for the other words.
 * French acronyms are given as English writes them.
 */
export function nameKeys(words: readonly string[], side: Side): string[] {
  return words.map((word) => {
    const acronym = /^\p{Lu}{2,}$/u.test(word);
    if (!acronym && (!/^\p{Lu}/u.test(word) || word.length < 3 || isFunctionWord(word))) return '';
    const key = folded(word).replace(/^['’]+|['’]+$/g, '');
    return (side === 'fr' ? ENGLISH_ACRONYMS.get(key) : undefined) ?? key;
  });
}
