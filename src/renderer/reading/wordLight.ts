import type { Range as TextRange, Side } from '../../contract.ts';
import { SIDES } from '../../contract.ts';
import { rangeCovers } from '../../core/ranges.ts';
import type { OpenComparison } from '../state/comparison.svelte.ts';
import { otherSide } from '../state/places.ts';
import type { LinkedPair } from '../state/wordLinks.svelte.ts';
import type { Spread } from './spread.svelte.ts';

/** Words of both sides that go together, as ranges of the articles. */
export type WordsLit = Readonly<Record<Side, readonly TextRange[]>>;

/** The word under the pointer with what it goes with; null where it goes with nothing, and while that is not known. */
export function wordsUnder({
  pointed,
  lit,
  words,
}: Pick<OpenComparison, 'pointed' | 'lit' | 'words'>): WordsLit | null {
  const row = lit?.row;
  const pair = row === null || row === undefined ? null : words.of(row);
  return pointed && pair && counterparts(pair, pointed.side, pointed.at);
}

/** @param at a place in the text: before a letter of the word, or behind its last one */
export function counterparts({ words, links }: LinkedPair, side: Side, at: number): WordsLit | null {
  const here = words[side];
  const inside = here.findIndex(({ start, end }) => start <= at && at < end);
  const word = inside < 0 ? here.findIndex(({ end }) => end === at) : inside;
  const other = otherSide(side);
  const there = links.filter((link) => link[side] === word).flatMap((link) => words[other][link[other]] ?? []);
  const own = here[word];
  if (!own || there.length === 0) return null;
  return side === 'fr' ? { fr: [own], en: there } : { fr: there, en: [own] };
}

/** Lights words without touching the text: what is drawn and selected stays as it is. Returns how to put the light out. */
export function lightWords(lit: WordsLit | null, { open, sheets }: Spread): () => void {
  const ranges = SIDES.flatMap((side) =>
    (lit?.[side] ?? []).flatMap((word) => {
      const sentence = sentenceWith(open, side, word);
      return sentence === undefined ? [] : (sheets[side].layout.lettersOf(sentence, word) ?? []);
    }),
  );
  if (ranges.length > 0) CSS.highlights.set(HIGHLIGHT, new Highlight(...ranges));
  return () => {
    CSS.highlights.delete(HIGHLIGHT);
  };
}

/** As in the style of the reading view. */
const HIGHLIGHT = 'word';

function sentenceWith({ articles, lit, rows }: OpenComparison, side: Side, word: TextRange): number | undefined {
  return rows[lit?.row ?? -1]?.[side].find((index) => {
    const sentence = articles[side].sentences[index];
    return sentence && rangeCovers(sentence, word);
  });
}
