import type { Side } from '../../contract.ts';
import type { Steps } from './steps.ts';

/** What the alignment knows of one article's sentences besides their vectors. */
export interface SentenceTexts {
  readonly count: number;
  /** Characters that are not white space, at least 1. */
  readonly characters: Float64Array;
  /** The content words of sentence i are `words[starts[i]]` to `words[starts[i + 1] - 1]`, as numbers of `vocabulary`. */
  readonly starts: Int32Array;
  readonly words: Int32Array;
  readonly vocabulary: Vocabulary;
  /** Marks in the sentence: bits QUESTION, EXCLAMATION, QUOTE, COLON. */
  readonly punctuation: Uint8Array;
}

export interface Vocabulary {
  /** Words without case and accents; numbers by value as `#12.5`. */
  readonly words: readonly string[];
  readonly index: ReadonlyMap<string, number>;
  /** log of how rare the word is in its article, at least RAREST_FLOOR. */
  readonly rarity: Float64Array;
  /** 1 for a word that nearly always has a capital. */
  readonly isName: Uint8Array;
  /** 1 for a number. */
  readonly isNumber: Uint8Array;
}

export const QUESTION = 1;
export const EXCLAMATION = 2;
export const QUOTE = 4;
/** The sentence ends in a colon or semicolon. */
export const COLON = 8;

/** A word found in every sentence still weighs this much. */
const RAREST_FLOOR = 0.4;
/** A word is a name when more than this share of its occurrences has a capital. */
const NAME_SHARE = 0.8;

const WORD = /\p{Nd}+(?:[\s.,]\p{Nd}+)*|[\p{L}\p{Nl}\p{No}]+/gu;
const DIGIT = /^\p{Nd}/u;
const CAPITAL = /^\p{Lu}/u;
const QUOTES = /[«»“”"]|^\s*[—–-]/u;
const ENDS_IN_COLON = /[:;]\s*$/u;

/** Too common to say anything about correspondence, in either language. */
const FUNCTION_WORDS = new Set(
  `le la les de des du un une et en au aux ce se ne pas que qui dans il elle on je tu vous nous ils lui leur son sa ses
   sur pour par est sont mais ou qu plus comme cette tout avec the an and of to in is are was were be been that this it he
   she they we you his her their its for with as at by from not but or had has have him them my me your which who all so
   no if there would will what when one`.split(/\s+/u),
);

/** Words, numbers, lengths and punctuation of each sentence. */
export function* readSentences(sentences: readonly string[], side: Side): Steps<SentenceTexts> {
  const count = sentences.length;
  const characters = new Float64Array(count);
  const starts = new Int32Array(count + 1);
  const punctuation = new Uint8Array(count);
  const words: number[] = [];
  const index = new Map<string, number>();
  const occurrences: number[] = [];
  const capitals: number[] = [];
  const sentencesWith: number[] = [];
  const lastSeen: number[] = [];
  for (const [i, sentence] of sentences.entries()) {
    if (i % 64 === 0) yield i / count;
    characters[i] = Math.max(1, sentence.replace(/\s/gu, '').length);
    punctuation[i] = punctuationOf(sentence);
    for (const [token] of sentence.matchAll(WORD)) {
      const key = DIGIT.test(token) ? numberKey(token, side) : wordKey(token);
      if (key.length < 2 || FUNCTION_WORDS.has(key)) continue;
      let word = index.get(key);
      if (word === undefined) {
        word = index.size;
        index.set(key, word);
        occurrences.push(0);
        capitals.push(0);
        sentencesWith.push(0);
        lastSeen.push(-1);
      }
      words.push(word);
      occurrences[word] = (occurrences[word] ?? 0) + 1;
      if (CAPITAL.test(token)) capitals[word] = (capitals[word] ?? 0) + 1;
      if (lastSeen[word] !== i) {
        lastSeen[word] = i;
        sentencesWith[word] = (sentencesWith[word] ?? 0) + 1;
      }
    }
    starts[i + 1] = words.length;
  }
  const keys = [...index.keys()];
  return {
    count,
    characters,
    starts,
    words: Int32Array.from(words),
    punctuation,
    vocabulary: {
      words: keys,
      index,
      rarity: Float64Array.from(sentencesWith, (df) => Math.max(RAREST_FLOOR, Math.log((count + 1) / (df + 0.5)))),
      isNumber: Uint8Array.from(keys, (key) => (isNumberKey(key) ? 1 : 0)),
      isName: Uint8Array.from(keys, (key, w) =>
        !isNumberKey(key) && (capitals[w] ?? 0) > NAME_SHARE * (occurrences[w] ?? 0) ? 1 : 0,
      ),
    },
  };
}

export function isNumberKey(key: string): boolean {
  return key.startsWith('#');
}

/** A number by its value: "1 500", "1,500" and "1.500" are the same where the side's own usage says so. */
function numberKey(token: string, side: Side): string {
  const digits = token.replace(/\s/gu, '');
  const plain =
    side === 'en'
      ? digits.replace(/,(?=\d{3}(?:\D|$))/gu, '')
      : digits.replace(/\.(?=\d{3}(?:\D|$))/gu, '').replace(/,/gu, '.');
  const value = Number(plain);
  return Number.isNaN(value) ? `#${plain}` : `#${value}`;
}

function wordKey(token: string): string {
  return token.toLowerCase().replace(/œ/gu, 'oe').replace(/æ/gu, 'ae').normalize('NFD').replace(/\p{M}/gu, '');
}

function punctuationOf(sentence: string): number {
  return (
    (sentence.includes('?') ? QUESTION : 0) |
    (sentence.includes('!') ? EXCLAMATION : 0) |
    (QUOTES.test(sentence) ? QUOTE : 0) |
    (ENDS_IN_COLON.test(sentence) ? COLON : 0)
  );
}
