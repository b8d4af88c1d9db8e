import type { Range, Side } from '../src/contract.ts';
import { clauseCuts } from '../src/core/align/comparable/clauses.ts';
import { isFunctionWord, isPunctuation, tokenize } from '../src/core/compare/tokens.ts';
import { drawEvent, dress, type Event } from './comparableDressing.ts';

/** Sentence pairs of one hand-aligned document, one to one, in order. */
export interface BaseDocument {
  readonly name: string;
  readonly pairs: readonly Readonly<Record<Side, string>>[];
}

/** A correspondence between two sentences; a side's range is missing where the cut does not settle it to the letter. */
export interface GoldLink {
  readonly fr: number;
  readonly en: number;
  readonly parts: Readonly<Partial<Record<Side, Range>>>;
}

/** Two made-up reports that share some facts. */
export interface ComparableDocument {
  readonly fr: readonly string[];
  readonly en: readonly string[];
  readonly links: readonly GoldLink[];
}

export interface Making {
  /** Uniform numbers from 0 to 1. */
  readonly random: () => number;
  /**
   * Largest share of content words that a pair loses or has replaced, as two reporters choose their own words;
   * each pair draws its own share. 0 keeps the translations literal.
   */
  readonly rewording: number;
  /** Adds dates, places and speakers of one event all over both reports, as news have them. */
  readonly dressed: boolean;
}

/** Sentences a document takes from its base, and the share of them that both sides report. */
const WINDOW = [10, 40] as const;
const SHARED = [0.15, 0.85] as const;
/** What becomes of a shared pair, as shares: told in full, cut to a clause on one side, cut alike on both. */
const FULL = 0.45;
const CUT_ONE = 0.35;
/** Told once more on one side, as headlines and quotations are. */
const REPEATED = 0.12;
/** A sentence joined with a neighbour, and one joined with a clause that the other side does not have. */
const JOINED = 0.12;
const JOINED_UNRELATED = 0.35;
/** Unrelated sentences of the same base put in between, per sentence and side. */
const UNRELATED = 0.25;
/** The English report keeps the French order, or is cut into blocks of up to so many sentences and shuffled. */
const KEPT_ORDER = 0.4;
const BLOCK = 4;
/** Content words of the shortest cut. */
const SHORTEST_CUT = 3;

/** Makes one document: pairs kept full, cut, told twice, joined with others, left out on one side, reordered, and unrelated sentences. */
export function makeComparable(base: BaseDocument, making: Making): ComparableDocument {
  const { random } = making;
  const size = Math.min(base.pairs.length, whole(between(WINDOW, random)));
  const start = whole(random() * (base.pairs.length - size));
  const shared = between(SHARED, random);
  const event = making.dressed ? drawEvent(random) : null;
  const stock = unrelatedStock(base, start, size, event, random);
  const units: Record<Side, Unit[]> = { fr: [], en: [] };
  base.pairs.slice(start, start + size).forEach((pair, index) => {
    if (random() < shared) {
      const told = tell(pair, index, making, base, event);
      units.fr.push(...told.fr);
      units.en.push(...told.en);
    } else {
      const side: Side = random() < 0.5 ? 'fr' : 'en';
      const dressing = event ? dress({ fr: pair.fr, en: pair.en }, event, random) : pair;
      units[side].push({ text: dressing[side], pair: null, exact: true });
    }
  });
  if (random() >= KEPT_ORDER) units.en = shuffledBlocks(units.en, random);
  const fr = write(units.fr, 'fr', stock.fr, random);
  const en = write(units.en, 'en', stock.en, random);
  const links = fr.told.flatMap((a) =>
    en.told
      .filter((b) => b.pair === a.pair)
      .map((b) => ({
        fr: a.sentence,
        en: b.sentence,
        parts: { ...(a.exact && { fr: a.range }), ...(b.exact && { en: b.range }) },
      })),
  );
  return { fr: fr.sentences, en: en.sentences, links: withoutDoubles(links) };
}

/** Two reports of different events: windows of two bases, no links. */
export function makeUnrelated(fr: BaseDocument, en: BaseDocument, random: () => number): ComparableDocument {
  const window = (base: BaseDocument, side: Side): string[] => {
    const size = Math.min(base.pairs.length, whole(between(WINDOW, random)));
    const start = whole(random() * (base.pairs.length - size));
    return base.pairs.slice(start, start + size).map((pair) => pair[side]);
  };
  return { fr: window(fr, 'fr'), en: window(en, 'en'), links: [] };
}

/** A stretch of text that tells (its part of) one pair, or nothing that the other side has. */
interface Unit {
  readonly text: string;
  readonly pair: number | null;
  /** What it tells is exactly what the other side's unit tells. */
  readonly exact: boolean;
}

function tell(
  pair: Readonly<Record<Side, string>>,
  index: number,
  making: Making,
  base: BaseDocument,
  event: Event | null,
): Record<Side, Unit[]> {
  const { random } = making;
  const fate = random();
  let fr = pair.fr;
  let en = pair.en;
  let exact: Record<Side, boolean> = { fr: true, en: true };
  if (fate >= FULL && fate < FULL + CUT_ONE) {
    // Which words of the uncut side say the same is not known to the letter.
    if (random() < 0.5) {
      fr = cutToClause(pair.fr, 'fr', random) ?? fr;
      exact = { fr: true, en: fr === pair.fr };
    } else {
      en = cutToClause(pair.en, 'en', random) ?? en;
      exact = { fr: en === pair.en, en: true };
    }
  } else if (fate >= FULL + CUT_ONE) ({ fr, en } = cutAlike(pair, random));
  const strength = making.rewording * random();
  const reworded = (text: string, side: Side): string =>
    strength === 0 ? text : reword(text, side, strength, base, random);
  const plain = { fr: reworded(fr, 'fr'), en: reworded(en, 'en') };
  const dressing = event ? dress(plain, event, random) : plain;
  const told: Record<Side, Unit[]> = {
    fr: [{ text: dressing.fr, pair: index, exact: exact.fr }],
    en: [{ text: dressing.en, pair: index, exact: exact.en }],
  };
  if (random() < REPEATED) {
    const side: Side = random() < 0.5 ? 'fr' : 'en';
    const text = side === 'fr' ? fr : en;
    const again = cutToClause(text, side, random) ?? text;
    // The other side's range differs between the two tellings.
    told[side].push({ text: reworded(again, side), pair: index, exact: false });
  }
  return told;
}

/** The first or the last clauses of a sentence, a third to three quarters of its words. */
function cutToClause(text: string, side: Side, random: () => number): string | null {
  const cuts = cutsOf(text, side);
  const options: string[] = [];
  for (const cut of cuts.inner) {
    const share = cut / cuts.count;
    if (share > 0.33 && share < 0.75) options.push(text.slice(0, cuts.at(cut)));
    if (share > 0.25 && share < 0.67) options.push(text.slice(cuts.at(cut)));
  }
  const chosen = pick(options.filter(longEnough), random);
  return chosen === null ? null : finished(chosen);
}

/** Both sides cut at clause borders that lie at the same share of their words; whole where there are none. */
function cutAlike(pair: Readonly<Record<Side, string>>, random: () => number): Readonly<Record<Side, string>> {
  const fr = cutsOf(pair.fr, 'fr');
  const en = cutsOf(pair.en, 'en');
  const options: Readonly<Record<Side, string>>[] = [];
  for (const a of fr.inner) {
    for (const b of en.inner) {
      if (Math.abs(a / fr.count - b / en.count) > 0.06) continue;
      options.push({ fr: pair.fr.slice(0, fr.at(a)), en: pair.en.slice(0, en.at(b)) });
      options.push({ fr: pair.fr.slice(fr.at(a)), en: pair.en.slice(en.at(b)) });
    }
  }
  const chosen = pick(
    options.filter((option) => longEnough(option.fr) && longEnough(option.en)),
    random,
  );
  return chosen ? { fr: finished(chosen.fr), en: finished(chosen.en) } : pair;
}

function cutsOf(text: string, side: Side) {
  const words = tokenize(text);
  const cuts = clauseCuts(
    words.map((word) => word.text),
    words.map((word) => isContent(word.text)),
    side,
  );
  return { inner: cuts.slice(1, -1), count: words.length, at: (word: number): number => words[word]?.start ?? 0 };
}

function isContent(word: string): boolean {
  return !isPunctuation(word) && !isFunctionWord(word);
}

function longEnough(text: string): boolean {
  return tokenize(text).filter((word) => isContent(word.text)).length >= SHORTEST_CUT;
}

/** A cut made into a sentence: no marks at its edges but those that open, and a full stop. */
function finished(text: string): string {
  const bare = bareEnd(text.replace(/^[\s,;:.)»”–—-]+/u, ''));
  return `${bare.charAt(0).toUpperCase()}${bare.slice(1)}.`;
}

function bareEnd(text: string): string {
  return text.replace(/[\s,;:.!?…(«“–—-]+$/u, '');
}

/** Leaves words out and replaces others by words of the same base. */
function reword(text: string, side: Side, strength: number, base: BaseDocument, random: () => number): string {
  let out = '';
  let from = 0;
  for (const word of tokenize(text)) {
    if (!isContent(word.text) || random() >= strength) continue;
    const other = random() < 0.5 ? '' : randomWord(base, side, random);
    out += text.slice(from, word.start) + other;
    from = word.end;
  }
  return (out + text.slice(from)).replace(/ {2,}/g, ' ').trim();
}

function randomWord(base: BaseDocument, side: Side, random: () => number): string {
  const sentence = base.pairs[whole(random() * base.pairs.length)]?.[side] ?? '';
  const words = tokenize(sentence).filter((word) => isContent(word.text));
  return pick(words, random)?.text ?? '';
}

interface Told {
  readonly pair: number;
  readonly sentence: number;
  readonly range: Range;
  readonly exact: boolean;
}

/** Makes sentences of the units: alone, joined with the next, or with a clause that the other side does not have. */
function write(units: readonly Unit[], side: Side, stock: string[], random: () => number) {
  const sentences: string[] = [];
  const told: Told[] = [];
  const add = (parts: readonly Unit[]): void => {
    let text = '';
    const here: Told[] = [];
    for (const { text: next, pair, exact } of parts) {
      if (text !== '') {
        // Joining takes the final stop away: ranges end with the text that is left.
        const bare = bareEnd(text);
        here.forEach((one, index) => {
          here[index] = { ...one, range: { start: one.range.start, end: Math.min(one.range.end, bare.length) } };
        });
        text = bare + pick(JOINTS[side], random);
      }
      const joined = text === '' ? next : lowered(next);
      const range = { start: text.length, end: text.length + joined.length };
      if (pair !== null) here.push({ pair, sentence: sentences.length, range, exact });
      text += joined;
    }
    told.push(...here);
    sentences.push(text);
  };
  const unrelated = (): Unit[] => {
    const text = stock.pop();
    return text === undefined ? [] : [{ text, pair: null, exact: true }];
  };
  for (let at = 0; at < units.length; at++) {
    const unit = units[at];
    const next = units[at + 1];
    if (!unit) continue;
    if (random() < UNRELATED)
      unrelated().forEach((one) => {
        add([one]);
      });
    if (next && random() < JOINED) {
      add([unit, next]);
      at++;
    } else if (random() < JOINED_UNRELATED) {
      const extra = unrelated().map((one) => ({ ...one, text: cutToClause(one.text, side, random) ?? one.text }));
      add(random() < 0.5 ? [unit, ...extra] : [...extra, unit]);
    } else add([unit]);
  }
  return { sentences, told };
}

const JOINTS: Readonly<Record<Side, readonly [string, ...string[]]>> = {
  fr: [', et ', ', tandis que ', ' ; ', ', alors que '],
  en: [', and ', ', while ', '; ', ', as '],
};

function lowered(text: string): string {
  return /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

/** Sentences from outside the window; each pair gives only one of its sides. */
function unrelatedStock(
  base: BaseDocument,
  start: number,
  size: number,
  event: Event | null,
  random: () => number,
): Record<Side, string[]> {
  const stock: Record<Side, string[]> = { fr: [], en: [] };
  base.pairs.forEach((pair, index) => {
    if (index >= start && index < start + size) return;
    const side: Side = random() < 0.5 ? 'fr' : 'en';
    stock[side].push(pair[side]);
  });
  const dressed = (texts: string[], side: Side): string[] =>
    event ? texts.map((text) => dress({ fr: text, en: text }, event, random)[side]) : texts;
  return { fr: dressed(shuffled(stock.fr, random), 'fr'), en: dressed(shuffled(stock.en, random), 'en') };
}

function shuffledBlocks<T>(values: readonly T[], random: () => number): T[] {
  const blocks: T[][] = [];
  for (let at = 0; at < values.length;) {
    const size = 1 + whole(random() * BLOCK);
    blocks.push(values.slice(at, at + size));
    at += size;
  }
  return shuffled(blocks, random).flat();
}

function shuffled<T>(values: readonly T[], random: () => number): T[] {
  return values
    .map((value) => ({ value, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ value }) => value);
}

function withoutDoubles(links: readonly GoldLink[]): GoldLink[] {
  const seen = new Map<string, GoldLink>();
  // Two facts shared by the same two sentences are one link, whose range is that of neither.
  for (const link of links) {
    const key = `${link.fr}-${link.en}`;
    seen.set(key, seen.has(key) ? { ...link, parts: {} } : link);
  }
  return [...seen.values()];
}

function between([low, high]: readonly [number, number], random: () => number): number {
  return low + random() * (high - low);
}

function whole(value: number): number {
  return Math.floor(value);
}

function pick<T>(values: readonly [T, ...T[]], random: () => number): T;
function pick<T>(values: readonly T[], random: () => number): T | null;
function pick<T>(values: readonly T[], random: () => number): T | null {
  return values[Math.floor(random() * values.length)] ?? null;
}
