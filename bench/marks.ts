import { readFileSync } from 'node:fs';
import type { Range, Side } from '../src/contract.ts';
import { openEncoder } from '../src/cli/encoder.ts';
import { comparePhrases } from '../src/core/compare/comparePhrases.ts';
import { encodePairs } from '../src/core/compare/encodePairs.ts';
import type { Phrase } from '../src/core/compare/phrases.ts';

/** A pair from which one phrase was cut on one side, or none. */
interface GoldPair extends Readonly<Record<Side, readonly string[]>> {
  readonly id: string;
  readonly gold: readonly (Range & { readonly side: Side })[];
}

interface Marked {
  readonly pair: GoldPair;
  readonly phrases: readonly Phrase[];
}

/** Shares of untouched pairs that get a mark. */
const LEVELS = [0.01, 0.02, 0.05, 0.1];

/** A mark is right where it shares this much with a cut phrase (intersection over union). */
const RIGHT = 0.5;

/**
 * Scores the marks of added and dropped phrases at the levels at which 1, 2, 5 and 10 % of the untouched pairs are marked.
 * @param args a file of pairs, a JSON line each; `--list` prints the surest marks of untouched pairs, to be judged
 */
export async function evalMarks(args: readonly string[]): Promise<void> {
  const path = args.find((arg) => !arg.startsWith('-')) ?? '../shared/gold/marks/alibi.jsonl';
  const pairs = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as GoldPair);
  const encoder = await openEncoder();
  try {
    const marked: Marked[] = [];
    for await (const batch of encodePairs(pairs, encoder))
      for (const pair of batch) {
        const gold = pairs[marked.length];
        if (gold) marked.push({ pair: gold, phrases: comparePhrases(pair).phrases });
      }
    report(marked);
    if (args.includes('--list')) list(marked);
  } finally {
    encoder.close();
  }
}

function report(marked: readonly Marked[]): void {
  const cut = marked.filter(({ pair }) => pair.gold.length > 0);
  const untouched = marked.filter(({ pair }) => pair.gold.length === 0);
  const surest = untouched
    .map(({ phrases }) => Math.max(-Infinity, ...phrases.map(({ score }) => score)))
    .sort((a, b) => b - a);
  console.log(`${cut.length} cut pairs, ${untouched.length} untouched`);
  console.log(['untouched marked', 'score above', 'recall', 'precision', 'false marks per 100 untouched'].join('\t'));
  for (const level of LEVELS) {
    const least = surest[Math.floor(surest.length * level)] ?? 0;
    const shown = cut.map(({ pair, phrases }) => {
      const marks = phrases.filter(({ score }) => score > least);
      const right = marks.filter((mark) => pair.gold.some((gold) => gold.side === mark.side && isSame(gold, mark)));
      return { marks: marks.length, right: right.length };
    });
    const marks = shown.reduce((sum, pair) => sum + pair.marks, 0);
    const right = shown.reduce((sum, pair) => sum + pair.right, 0);
    const recalled = shown.filter((pair) => pair.right > 0).length;
    const wrong = untouched.reduce((sum, { phrases }) => sum + phrases.filter(({ score }) => score > least).length, 0);
    const figures = [least, recalled / cut.length, right / Math.max(1, marks)].map((figure) => figure.toFixed(3));
    console.log([`${level * 100} %`, ...figures, ((100 * wrong) / untouched.length).toFixed(1)].join('\t'));
  }
}

function isSame(a: Range, b: Range): boolean {
  const shared = Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
  return shared / (a.end - a.start + b.end - b.start - shared) >= RIGHT;
}

function list(marked: readonly Marked[]): void {
  const found = marked
    .filter(({ pair }) => pair.gold.length === 0)
    .flatMap(({ pair, phrases }) => phrases.map((phrase) => ({ pair, phrase })))
    .sort((a, b) => b.phrase.score - a.phrase.score);
  for (const { pair, phrase } of found.slice(0, marked.length / 20)) {
    const words = pair[phrase.side].slice(phrase.start, phrase.end).join(' ');
    console.log(
      `\n${phrase.score.toFixed(2)} ${phrase.side} [${words}]\n  ${pair.fr.join(' ')}\n  ${pair.en.join(' ')}`,
    );
  }
}
