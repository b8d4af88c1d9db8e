import type { Range, Side } from '../../contract.ts';
import { SIDES } from '../../contract.ts';
import { isFunctionWord, isPunctuation } from '../../core/compare/tokens.ts';
import type { LinkedPair } from '../state/wordLinks.svelte.ts';

/** Some words that stand together, such as an article and its noun. */
export interface WordGroup {
  readonly text: string;
  /** None of its words that mean something goes with one of the other side. */
  readonly alone: boolean;
}

/** Two groups that go together, by their indexes. */
export interface GroupTie {
  readonly fr: number;
  readonly en: number;
  /** Out of the order of the others. */
  readonly moved: boolean;
}

export interface WordGroups extends Readonly<Record<Side, readonly WordGroup[]>> {
  readonly ties: readonly GroupTie[];
}

/** Letters of a group, so that it fits its half of the inspector. */
const WIDEST = 21;

/** Cuts both sides of a pair into short groups of words, and says which go together. */
export function groupWords(texts: Readonly<Record<Side, string>>, { words, links }: LinkedPair): WordGroups {
  const partners = { fr: new Map<number, number>(), en: new Map<number, number>() };
  for (const { fr, en } of links) {
    partners.fr.set(fr, en);
    partners.en.set(en, fr);
  }
  const read = {
    fr: words.fr.map(({ start, end }) => texts.fr.slice(start, end)),
    en: words.en.map(({ start, end }) => texts.en.slice(start, end)),
  };
  const cut = { fr: cutGroups(read.fr, partners.fr), en: cutGroups(read.en, partners.en) };
  const groupOf = { fr: indexGroups(cut.fr), en: indexGroups(cut.en) };

  const tied = new Map<string, { fr: number; en: number }>();
  for (const { fr, en } of links) {
    const tie = { fr: groupOf.fr[fr] ?? 0, en: groupOf.en[en] ?? 0 };
    // A function word ties only a group that has nothing else.
    const speaks = SIDES.every((side) => {
      const index = side === 'fr' ? fr : en;
      return means(read[side][index] ?? '') || !cut[side][tie[side]]?.some((at) => means(read[side][at] ?? ''));
    });
    if (speaks) tied.set(`${tie.fr} ${tie.en}`, tie);
  }
  const pairs = [...tied.values()].sort((a, b) => a.fr - b.fr || a.en - b.en);
  const inOrder = longestRise(pairs.map(({ en }) => en));
  const shown = (side: Side): WordGroup[] =>
    cut[side].map((group, index) => ({
      text: textOf(texts[side], group, words[side]),
      alone: pairs.every((pair) => pair[side] !== index),
    }));
  return {
    fr: shown('fr'),
    en: shown('en'),
    ties: pairs.map((pair, index) => ({ ...pair, moved: !inOrder.has(index) })),
  };
}

function means(word: string): boolean {
  return !isPunctuation(word) && !isFunctionWord(word);
}

/** A group begins with its function words and ends with what they belong to; its words go where the others go. */
function cutGroups(words: readonly string[], partner: ReadonlyMap<number, number>): number[][] {
  const groups: number[][] = [];
  let length = 0;
  words.forEach((word, at) => {
    const group = groups.at(-1);
    if (!group || beginsGroup(words, at, group, partner) || (length + word.length > WIDEST && !closes(word))) {
      groups.push([at]);
      length = 0;
    } else group.push(at);
    length += word.length + 1;
  });
  return groups;
}

function beginsGroup(
  words: readonly string[],
  at: number,
  group: readonly number[],
  partner: ReadonlyMap<number, number>,
): boolean {
  const word = words[at] ?? '';
  const before = words[at - 1] ?? '';
  if (opens(before)) return false;
  if (closes(word)) return false;
  if (opens(word) || isPunctuation(before)) return true;
  const last = group.findLast((index) => means(words[index] ?? ''));
  if (last === undefined) return false;
  if (!means(word)) return true;
  const [there, next] = [partner.get(last), partner.get(at)];
  if (there === undefined || next === undefined) return there !== next;
  return Math.abs(next - there) > 2;
}

function opens(word: string): boolean {
  return /^[«“‘(["]$/u.test(word);
}

/** Stands at the end of what comes before: a comma, a full stop, an English ’s. */
function closes(word: string): boolean {
  return (isPunctuation(word) && !opens(word)) || /^['’]/u.test(word);
}

function indexGroups(groups: readonly (readonly number[])[]): number[] {
  return groups.flatMap((group, index) => group.map(() => index));
}

function textOf(text: string, group: readonly number[], words: readonly Range[]): string {
  const start = words[group[0] ?? -1]?.start ?? 0;
  const end = words[group.at(-1) ?? -1]?.end ?? start;
  return text.slice(start, end).replace(/\s+/gu, ' ');
}

/** Indexes of a longest run of values that never fall. */
function longestRise(values: readonly number[]): ReadonlySet<number> {
  const length: number[] = [];
  const previous: number[] = [];
  values.forEach((value, at) => {
    length[at] = 1;
    previous[at] = -1;
    for (let before = 0; before < at; before++) {
      const longer = (length[before] ?? 0) + 1;
      if ((values[before] ?? 0) > value || longer <= (length[at] ?? 0)) continue;
      length[at] = longer;
      previous[at] = before;
    }
  });
  const rise = new Set<number>();
  for (let at = length.indexOf(Math.max(...length)); at >= 0; at = previous[at] ?? -1) rise.add(at);
  return rise;
}
