import type { Result } from '../contract.ts';
import type { TokenPair } from '../core/compare/encodePairs.ts';
import { readSources } from './files.ts';

/** Two files with one tokenised sentence a line, words separated by spaces, line by line a pair. */
export async function readTokenPairs(paths: readonly string[]): Promise<Result<TokenPair[]>> {
  const files = await readSources(paths);
  if (!files.ok) return files;
  const [fr = [], en = []] = files.value.map(({ bytes }) => linesOf(new TextDecoder().decode(bytes)));
  if (fr.length !== en.length) {
    const detail = `${fr.length} lines and ${en.length}`;
    return { ok: false, failure: { code: 'damaged', files: [...paths], detail } };
  }
  return { ok: true, value: fr.map((line, index) => ({ fr: tokensOf(line), en: tokensOf(en[index] ?? '') })) };
}

function linesOf(text: string): string[] {
  const lines = text.split(/\r?\n/);
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

/** No-break spaces may stand inside a number. */
function tokensOf(line: string): string[] {
  return line.split(/[ \t]+/).filter((token) => token !== '');
}
