import type { Mark, Range, Side } from '../../contract.ts';
import { areExonyms } from './exonyms.ts';
import { foldName, likeness } from './foldName.ts';
import type { PairEvidence, PhraseSide } from './phraseFeatures.ts';
import { isFunctionWord, type Word } from './tokens.ts';

/**
 * How sure a mark is. In novels 3 % of the undamaged pairs have a name on one side only, where the other says "he" or "the
 * old man": right, but not what a reader looks for, so that it is shown below the default level.
 */
const CERTAINTY = { changed: 0.7, alone: 0.4 };

/** Names that are written at least this alike are one. */
const ALIKE = 0.3;

/** A name that the encoder finds a counterpart for this good is said opposite in another way ("the minister"). */
const SUPPORTED = 0.25;

/** Two names stand for each other where their places in the sentences differ by no more. */
const SAME_PLACE = 0.25;

/** One or more capitalised words in a row. */
interface NameMention {
  readonly start: number;
  readonly end: number;
  readonly key: string;
}

/**
 * Marks names that the other side does not have, in any spelling, exonym or acronym. Where each side has one in the same
 * place the name was changed, otherwise it stands on one side only.
 * @param words of both sides, with their ranges in the texts
 * @returns marks with ranges relative to the texts
 */
export function compareNames(words: Readonly<Record<Side, readonly Word[]>>, { sides }: PairEvidence): Mark[] {
  const odd = {
    fr: nameMentions(sides.fr).filter((name) => isOdd(name, sides.fr, sides.en)),
    en: nameMentions(sides.en).filter((name) => isOdd(name, sides.en, sides.fr)),
  };
  const marks: Mark[] = [];
  const english = [...odd.en];
  const alone: [Side, NameMention][] = [];
  for (const name of odd.fr) {
    const at = english.findIndex((other) => Math.abs(place(name, sides.fr) - place(other, sides.en)) <= SAME_PLACE);
    const [partner] = at < 0 ? [] : english.splice(at, 1);
    if (partner)
      marks.push({
        kind: 'changed',
        fact: 'name',
        fr: rangeOf(words.fr, name),
        en: rangeOf(words.en, partner),
        certainty: CERTAINTY.changed,
      });
    else alone.push(['fr', name]);
  }
  alone.push(...english.map((name): [Side, NameMention] => ['en', name]));
  for (const [side, name] of alone) {
    const range = rangeOf(words[side], name);
    marks.push({ kind: 'only', side, unit: 'name', range, certainty: CERTAINTY.alone });
  }
  return marks;
}

/** Capitalised words that do not begin a sentence, those in a row together; acronyms everywhere. */
function nameMentions({ words, kinds, side }: PhraseSide): NameMention[] {
  const mentions: NameMention[] = [];
  for (let start = 0; start < words.length;) {
    let end = start;
    while (isNameWord(words[end], kinds[end], side) && (end > start || !begins(words, kinds, end))) end++;
    if (end > start) mentions.push({ start, end, key: foldName(words.slice(start, end).join(' ')) });
    start = Math.max(end, start + 1);
  }
  return mentions;
}

function isNameWord(word: string | undefined, kind: string | undefined, side: Side): boolean {
  if (word === undefined || kind !== 'content') return false;
  if (/^\p{Lu}{2,6}$/u.test(word)) return !/^[IVXLC]+$/.test(word);
  return /^\p{Lu}\p{Ll}{2}/u.test(word) && !isFunctionWord(word) && !(side === 'en' && CAPITALISED.has(word));
}

/** English writes these with a capital that French does not; titles are translated in many ways. */
const CAPITALISED: ReadonlySet<string> = new Set(
  `Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September
  October November December Mr Mrs Miss Sir Madam Lord Lady King Queen Prince Princess Master Doctor Captain Saint
  Majesty Highness Lordship Ladyship President Minister Parliament Government State Street English French German Spanish
  Internet Web Bible Street Avenue Road Square`.split(/\s+/),
);

/** First word of a sentence, a quotation or a line: its capital says nothing. */
function begins(words: readonly string[], kinds: PhraseSide['kinds'], index: number): boolean {
  const before = words[index - 1];
  return before === undefined || (kinds[index - 1] === 'mark' && before !== ',' && before !== ')');
}

function isOdd(name: NameMention, side: PhraseSide, opposite: PhraseSide): boolean {
  for (let index = name.start; index < name.end; index++) if ((side.support[index] ?? 0) >= SUPPORTED) return false;
  const parts = [name.key, ...name.key.split(' ')];
  const others = opposite.words.map(foldName);
  const phrases = [...others, ...others.slice(1).map((word, index) => `${others[index] ?? ''} ${word}`)];
  return !parts.some((part) =>
    phrases.some(
      (other) =>
        likeness(part, other) >= ALIKE || (side.side === 'fr' ? areExonyms(part, other) : areExonyms(other, part)),
    ),
  );
}

function place({ start, end }: NameMention, { words }: PhraseSide): number {
  return (start + end) / 2 / words.length;
}

function rangeOf(words: readonly Word[], { start, end }: NameMention): Range {
  return { start: words[start]?.start ?? 0, end: words[end - 1]?.end ?? 0 };
}
