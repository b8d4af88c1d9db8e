import type { Side } from '../../src/contract.ts';
import type { TokenPair, WordPair } from '../../src/core/compare/encodePairs.ts';
import { isFunctionWord, isPunctuation } from '../../src/core/compare/tokens.ts';
import { linkWords } from '../../src/core/compare/words.ts';

/** A pair, and the phrase that has lost its counterpart; `null` where nothing was done to it. */
export interface DamagedPair extends TokenPair {
  readonly alone: { readonly side: Side; readonly start: number; readonly end: number } | null;
}

/** A phrase and what it is linked with opposite: no link leads out of the two. */
interface LinkedPhrase {
  readonly start: number;
  readonly end: number;
  readonly oppositeStart: number;
  readonly oppositeEnd: number;
}

const MOST_WORDS = 16;

/** Of a phrase's words, at least this share is linked. */
const LEAST_LINKED = 0.6;

/** At most this share of a sentence. */
const MOST_OF_SENTENCE = 0.75;

/** Cuts the counterpart of one phrase out of a pair, by its word links. `null` where no phrase is linked clearly enough. */
export function cutPhrase(pair: WordPair, random: () => number): DamagedPair | null {
  const side: Side = random() < 0.5 ? 'fr' : 'en';
  const other: Side = side === 'fr' ? 'en' : 'fr';
  const phrases = linkedPhrases(pair, side, other);
  const lengths = [...new Set(phrases.map(({ start, end }) => end - start))];
  const pick = <T>(from: readonly T[]): T | undefined => from[Math.floor(random() * from.length)];
  // Short phrases are what is mostly added, long ones what one wants to see.
  const wanted = random() < 0.5 ? pick(lengths) : closest(lengths, pick([2, 3, 3, 4, 5, 6, 7]) ?? 3);
  const ofLength = phrases.filter(({ start, end }) => end - start === wanted);
  const candidates = [pick(ofLength), pick(ofLength), pick(ofLength)].flatMap((phrase) => phrase ?? []);
  const edges = ({ start, end }: LinkedPhrase): number =>
    Number(isEdge(pair[side].words, start - 1, start)) + Number(isEdge(pair[side].words, end, end));
  const phrase = candidates.sort((a, b) => edges(b) - edges(a))[0];
  if (!phrase) return null;
  const words = pair[other].words;
  const kept = [...words.slice(0, phrase.oppositeStart), ...words.slice(phrase.oppositeEnd)];
  const alone = { side, start: phrase.start, end: phrase.end };
  return side === 'fr' ? { fr: pair.fr.words, en: kept, alone } : { fr: kept, en: pair.en.words, alone };
}

function linkedPhrases(pair: WordPair, side: Side, other: Side): LinkedPhrase[] {
  const links = linkWords(pair);
  const opposite = new Map(links.map((link) => [link[side], link[other]]));
  const back = new Map(links.map((link) => [link[other], link[side]]));
  const { words } = pair[side];
  const phrases: LinkedPhrase[] = [];
  for (let start = 0; start < words.length; start++) {
    for (let end = start + 1; end <= Math.min(words.length, start + MOST_WORDS); end++) {
      const inside = words.slice(start, end);
      const said = inside.filter((word) => !isPunctuation(word));
      if (!said.some((word) => !isFunctionWord(word)) || isPunctuation(inside.at(-1) ?? '')) continue;
      const targets = inside.flatMap((word, index) => (isPunctuation(word) ? [] : (opposite.get(start + index) ?? [])));
      if (targets.length === 0 || targets.length < LEAST_LINKED * said.length) continue;
      const oppositeStart = Math.min(...targets);
      const oppositeEnd = Math.max(...targets) + 1;
      const width = oppositeEnd - oppositeStart;
      let closed = true;
      for (let index = oppositeStart; index < oppositeEnd; index++) {
        const from = back.get(index);
        if (from !== undefined && (from < start || from >= end)) closed = false;
      }
      const isShort =
        end - start <= MOST_OF_SENTENCE * words.length &&
        width <= 2 * (end - start) + 2 &&
        pair[other].words.length - width >= 3;
      if (closed && isShort) phrases.push({ start, end, oppositeStart, oppositeEnd });
    }
  }
  return phrases;
}

function isEdge(words: readonly string[], outside: number, first: number): boolean {
  const word = words[outside];
  return word === undefined || isPunctuation(word) || isFunctionWord(words[first] ?? '');
}

function closest(values: readonly number[], wanted: number): number | undefined {
  return [...values].sort((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted))[0];
}
