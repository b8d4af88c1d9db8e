import type { Side } from '../../../contract.ts';

/** Most clauses of one sentence: the number of runs of clauses grows with its square. */
const MOST_CLAUSES = 8;
/** Content words that a clause needs on both sides of a cut; a cut at a weak conjunction needs more. */
const CONTENT_NEEDED = 2;
const CONTENT_NEEDED_WEAK = 4;

/**
 * The clauses of a sentence, as the word indexes where they start, with the number of words at the end:
 * cut at punctuation, quotes, relative pronouns and conjunctions, wherever enough content words stand on both sides.
 * @param words the sentence's words (compare/tokens.ts)
 * @param isContent one flag a word
 */
export function clauseCuts(words: readonly string[], isContent: readonly boolean[], side: Side): number[] {
  const contentBefore = [0];
  for (const flag of isContent) contentBefore.push((contentBefore.at(-1) ?? 0) + (flag ? 1 : 0));
  const before = (index: number): number => contentBefore[index] ?? 0;
  const all = before(words.length);
  const cuts = [0];
  for (const border of borders(words, side)) {
    const needed = border.weak ? CONTENT_NEEDED_WEAK : CONTENT_NEEDED;
    const inClause = before(border.at) - before(cuts.at(-1) ?? 0);
    if (inClause >= needed && all - before(border.at) >= needed) cuts.push(border.at);
  }
  cuts.push(words.length);
  while (cuts.length - 1 > MOST_CLAUSES) cuts.splice(shortestClause(cuts, before), 1);
  return cuts;
}

interface Border {
  readonly at: number;
  readonly weak: boolean;
}

const AFTER = new Set([',', ';', ':', '(', ')', '–', '—', '«', '»', '“', '”']);
const BEFORE = new Set(['«', '“', '(', '–', '—']);

function borders(words: readonly string[], side: Side): Border[] {
  const found: Border[] = [];
  for (let at = 1; at < words.length; at++) {
    const previous = words[at - 1] ?? '';
    const word = words[at] ?? '';
    const lower = word.toLowerCase().replace('’', "'");
    if (AFTER.has(previous) && !isDecimalComma(words, at)) found.push({ at, weak: false });
    else if (BEFORE.has(word)) found.push({ at, weak: false });
    else if (word === '"' || previous === '"') {
      if ((word === '"') !== (previous === '"')) found.push({ at, weak: false });
    } else if (OPENERS[side].has(lower)) found.push({ at, weak: WEAK.has(lower) });
  }
  return found;
}

function isDecimalComma(words: readonly string[], at: number): boolean {
  return words[at - 1] === ',' && /^\p{Nd}/u.test(words[at - 2] ?? '') && /^\p{Nd}/u.test(words[at] ?? '');
}

/** The start of the clause, not the first, with the fewest content words: it is joined to its left neighbour. */
function shortestClause(cuts: readonly number[], before: (index: number) => number): number {
  let shortest = 1;
  let least = Infinity;
  for (let clause = 1; clause < cuts.length - 1; clause++) {
    const content = before(cuts[clause + 1] ?? 0) - before(cuts[clause] ?? 0);
    if (content < least) {
      least = content;
      shortest = clause;
    }
  }
  return shortest;
}

const OPENERS: Readonly<Record<Side, ReadonlySet<string>>> = {
  fr: new Set(
    `qui que qu' dont où lorsque lorsqu' quand mais car après avant afin selon tandis alors pour lors et ou puis comme si
    parce puisque pendant depuis notamment soit`.split(/\s+/),
  ),
  en: new Set(
    `who which that whose where when while but because after before since although though following according and or as if
    so until to with whom including during`.split(/\s+/),
  ),
};

/** These open a clause or only a phrase. */
const WEAK = new Set("et ou and or as que qu' pour to with that comme si so alors depuis since".split(' '));
