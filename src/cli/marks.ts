import type { Side } from '../contract.ts';
import { comparePhrases } from '../core/compare/comparePhrases.ts';
import { encodePairs, type WordPair } from '../core/compare/encodePairs.ts';
import type { Phrase } from '../core/compare/phrases.ts';
import { phraseCertainty } from '../core/compare/phraseCertainty.ts';
import type { Encoder } from '../core/encoder/encoder.ts';
import { complain } from './align.ts';
import { failureWords } from './failureWords.ts';
import { readTokenPairs } from './tokenPairs.ts';

/**
 * Prints what stands on one side only of pre-tokenised pairs, a JSON line a pair: for each French and English token 0 (has
 * a counterpart) to 1 (certainly added or dropped), and the phrases with their token ranges.
 * @returns whether all went well
 */
export async function printMarks(paths: readonly string[], encoder: () => Promise<Encoder>): Promise<boolean> {
  const pairs = await readTokenPairs(paths);
  if (!pairs.ok) {
    complain(failureWords(pairs.failure));
    return false;
  }
  for await (const batch of encodePairs(pairs.value, await encoder())) {
    process.stdout.write(batch.map((pair) => `${JSON.stringify(marksOf(pair))}\n`).join(''));
  }
  return true;
}

function marksOf(pair: WordPair): object {
  const { phrases } = comparePhrases(pair);
  return {
    fr: tokenCertainties('fr', pair, phrases),
    en: tokenCertainties('en', pair, phrases),
    marks: phrases.map(({ side, start, end, score }) => ({ side, start, end, score: rounded(score) })),
  };
}

function tokenCertainties(side: Side, pair: WordPair, phrases: readonly Phrase[]): number[] {
  const certainties = pair[side].words.map(() => 0);
  for (const phrase of phrases) {
    if (phrase.side === side) certainties.fill(rounded(phraseCertainty(phrase)), phrase.start, phrase.end);
  }
  return certainties;
}

function rounded(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
