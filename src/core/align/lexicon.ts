import { isNumberKey, type Vocabulary } from './text.ts';

/** English words that may stand for each French word: entries `starts[f]` to `starts[f + 1] - 1`. */
export interface Lexicon {
  readonly starts: Int32Array;
  readonly words: Int32Array;
  /** How much a match is worth, 0 to 1. */
  readonly worth: Float64Array;
}

/** What a word is worth that is spelled alike; numbers and names are worth 1. */
const SAME_SPELLING = 0.8;
/** Words of at least this length may be cognates. */
const COGNATE_LENGTH = 4;
/** Share of the longer word that a common beginning must cover. */
const COGNATE_SHARE = 0.55;
const COGNATE_WORTH = 0.85;

/** Words that look alike: the same number, name or spelling, or a long common beginning. */
export function spellingLexicon(fr: Vocabulary, en: Vocabulary): Lexicon {
  const beginnings = new Map<string, number[]>();
  en.words.forEach((word, e) => {
    if (isNumberKey(word) || word.length < COGNATE_LENGTH) return;
    const beginning = word.slice(0, COGNATE_LENGTH);
    const list = beginnings.get(beginning);
    if (list === undefined) beginnings.set(beginning, [e]);
    else list.push(e);
  });
  return lexiconOf(
    fr.words.map((word, f) => {
      const entries = new Map<number, number>();
      const same = en.index.get(word);
      if (same !== undefined) entries.set(same, isNumberKey(word) || fr.isName[f] === 1 ? 1 : SAME_SPELLING);
      if (isNumberKey(word) || word.length < COGNATE_LENGTH) return entries;
      for (const e of beginnings.get(word.slice(0, COGNATE_LENGTH)) ?? []) {
        const worth = cognateWorth(word, en.words[e] ?? '');
        if (worth > (entries.get(e) ?? 0)) entries.set(e, worth);
      }
      return entries;
    }),
  );
}

/** Both lexicons' entries, the greater worth where both have one. */
export function mergeLexicons(a: Lexicon, b: Lexicon): Lexicon {
  return lexiconOf(
    Array.from({ length: a.starts.length - 1 }, (_, f) => {
      const entries = entriesOf(a, f);
      for (const [e, worth] of entriesOf(b, f)) if (worth > (entries.get(e) ?? 0)) entries.set(e, worth);
      return entries;
    }),
  );
}

export function lexiconOf(entries: readonly ReadonlyMap<number, number>[]): Lexicon {
  const starts = new Int32Array(entries.length + 1);
  entries.forEach((map, f) => {
    starts[f + 1] = (starts[f] ?? 0) + map.size;
  });
  return {
    starts,
    words: Int32Array.from(entries.flatMap((map) => [...map.keys()])),
    worth: Float64Array.from(entries.flatMap((map) => [...map.values()])),
  };
}

function entriesOf(lexicon: Lexicon, f: number): Map<number, number> {
  const entries = new Map<number, number>();
  for (let q = lexicon.starts[f] ?? 0; q < (lexicon.starts[f + 1] ?? 0); q++) {
    entries.set(lexicon.words[q] ?? 0, lexicon.worth[q] ?? 0);
  }
  return entries;
}

function cognateWorth(a: string, b: string): number {
  let common = 0;
  while (common < Math.min(a.length, b.length) && a[common] === b[common]) common++;
  const share = common / Math.max(a.length, b.length);
  return share >= COGNATE_SHARE ? COGNATE_WORTH * share : 0;
}
