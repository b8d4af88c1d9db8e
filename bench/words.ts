import { readFileSync } from 'node:fs';
import { openEncoder } from '../src/cli/encoder.ts';
import { encodePairs } from '../src/core/compare/encodePairs.ts';
import type { WordLink } from '../src/contract.ts';
import { linkWords } from '../src/core/compare/words.ts';
import { readLines } from './gold.ts';

/** Links of one pair as "fr-en" keys; the possible ones include the sure ones. */
interface GoldLinks {
  readonly sure: ReadonlySet<string>;
  readonly possible: ReadonlySet<string>;
}

/**
 * Scores word links: alignment error rate, precision and recall (Och & Ney 2003), and how often links of each
 * confidence are right.
 * @param args a file of links, NAME.wa, with NAME.fr and NAME.en beside it: one tokenised sentence a line
 */
export async function evalWords(args: readonly string[]): Promise<void> {
  const [path = '../shared/gold/words/alibi.wa'] = args;
  const tokens = (suffix: string): string[][] =>
    readLines(path.replace(/\.wa$/, suffix)).map((line) => line.split(' ').filter((token) => token !== ''));
  const fr = tokens('.fr');
  const en = tokens('.en');
  const gold = readFileSync(path, 'utf8').split('\n').slice(0, fr.length).map(readLinks);
  const encoder = await openEncoder();
  try {
    const found: WordLink[][] = [];
    const pairs = fr.map((words, index) => ({ fr: words, en: en[index] ?? [] }));
    for await (const batch of encodePairs(pairs, encoder)) found.push(...batch.map(linkWords));
    report(gold, found);
  } finally {
    encoder.close();
  }
}

function readLinks(line: string): GoldLinks {
  const links = [...line.matchAll(/(\d+)([-?])(\d+)/g)].map(([, fr, kind, en]) => ({
    key: `${fr}-${en}`,
    sure: kind === '-',
  }));
  return {
    sure: new Set(links.filter(({ sure }) => sure).map(({ key }) => key)),
    possible: new Set(links.map(({ key }) => key)),
  };
}

function report(gold: readonly GoldLinks[], found: readonly (readonly WordLink[])[]): void {
  let links = 0;
  let sure = 0;
  let possible = 0;
  let goldLinks = 0;
  const byConfidence = Array.from({ length: 10 }, () => ({ right: 0, of: 0 }));
  gold.forEach((pair, index) => {
    goldLinks += pair.sure.size;
    for (const { fr, en, confidence } of found[index] ?? []) {
      const key = `${fr}-${en}`;
      links++;
      if (pair.sure.has(key)) sure++;
      if (pair.possible.has(key)) possible++;
      const bin = byConfidence[Math.min(9, Math.floor(confidence * 10))];
      if (!bin) continue;
      bin.of++;
      if (pair.possible.has(key)) bin.right++;
    }
  });
  console.log(['pairs', 'links', 'precision', 'recall', 'AER'].join('\t'));
  const rates = [possible / links, sure / goldLinks, 1 - (sure + possible) / (links + goldLinks)];
  console.log([gold.length, links, ...rates.map((rate) => rate.toFixed(4))].join('\t'));
  console.log('\nconfidence\tlinks\tright');
  byConfidence.forEach(({ right, of }, bin) => {
    if (of > 0) console.log([`${bin / 10}–${(bin + 1) / 10}`, of, (right / of).toFixed(3)].join('\t'));
  });
}
