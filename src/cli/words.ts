import { encodePairs } from '../core/compare/encodePairs.ts';
import { linkWords } from '../core/compare/words.ts';
import type { Encoder } from '../core/encoder/encoder.ts';
import { complain } from './align.ts';
import { failureWords } from './failureWords.ts';
import { readTokenPairs } from './tokenPairs.ts';

/**
 * Prints the word links of pre-tokenised pairs, one line a pair: `i-j` for the i-th French and the j-th English word, from 0.
 * @returns whether all went well
 */
export async function printWordLinks(paths: readonly string[], encoder: () => Promise<Encoder>): Promise<boolean> {
  const pairs = await readTokenPairs(paths);
  if (!pairs.ok) {
    complain(failureWords(pairs.failure));
    return false;
  }
  for await (const batch of encodePairs(pairs.value, await encoder())) {
    const lines = batch.map((pair) =>
      linkWords(pair)
        .map(({ fr, en }) => `${fr}-${en}`)
        .join(' '),
    );
    process.stdout.write(`${lines.join('\n')}\n`);
  }
  return true;
}
