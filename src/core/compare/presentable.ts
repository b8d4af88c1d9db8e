import type { Phrase } from './phrases.ts';
import { isFunctionWord, isPunctuation } from './tokens.ts';

/**
 * A phrase with the edges that a reader would give it, or `null` where nothing worth a mark is left: no comma, closing sign
 * or stray article at an edge, elisions and clitics with their word, brackets and quotation marks in pairs.
 * The true difference is found first (phrases.ts) and made presentable afterwards, as in codemirror/merge.
 */
export function presentable(phrase: Phrase, words: readonly string[]): Phrase | null {
  let { start, end } = phrase;
  while (
    start < end &&
    (isSeparator(words[start]) || isClitic(words[start]) || isLoneBracket(words, start, start, end))
  )
    start++;
  // A word that belongs to what follows the phrase is none of it: "la paix et | la guerre".
  while (
    end > start &&
    (isSeparator(words[end - 1]) || isLoneBracket(words, end - 1, start, end) || dangles(words, end))
  )
    end--;
  // Elisions and clitics are parts of one written word.
  if (start < end && isElision(words[start - 1])) start--;
  if (start < end && isClitic(words[end])) end++;
  const closing = PARTNERS.get(words[start - 1] ?? '');
  if (closing !== undefined && words[end] === closing) {
    start--;
    end++;
  }
  const said = words.slice(start, end);
  return said.some((word) => !isPunctuation(word) && !isFunctionWord(word)) ? { ...phrase, start, end } : null;
}

const PARTNERS: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['[', ']'],
  ['«', '»'],
  ['“', '”'],
]);

const CLOSING: ReadonlyMap<string, string> = new Map([...PARTNERS].map(([open, close]) => [close, open]));

function isSeparator(word: string | undefined): boolean {
  return (
    word !== undefined && isPunctuation(word) && !PARTNERS.has(word) && !CLOSING.has(word) && !/^[%€$£°]/.test(word)
  );
}

/** A bracket at an edge without its partner inside. */
function isLoneBracket(words: readonly string[], at: number, start: number, end: number): boolean {
  const word = words[at] ?? '';
  const partner = PARTNERS.get(word) ?? CLOSING.get(word);
  return partner !== undefined && !words.slice(start, end).includes(partner);
}

/** Whether the last word begins something: an article, or a preposition or conjunction, with more of the sentence behind. */
function dangles(words: readonly string[], end: number): boolean {
  const following = words[end];
  if (isElision(words[end - 1])) return true;
  return (
    following !== undefined &&
    !isPunctuation(following) &&
    BEGINNERS.has((words[end - 1] ?? '').toLowerCase().replace('’', "'"))
  );
}

const BEGINNERS: ReadonlySet<string> = new Set(
  `le la les l' un une des du de d' à au aux et ou que qu' dans sur par pour sans avec son sa ses leur leurs ce cette ces
  n' s' j' c' m' t' ne the a an of to and or that with by for from his her its their this these those at in`.split(
    /\s+/,
  ),
);

/** l’, qu’, d’: written on the following word. */
function isElision(word: string | undefined): boolean {
  return word !== undefined && /^\p{L}+['’]$/u.test(word);
}

/** ’s, ’ll, -il: written on the word before. */
function isClitic(word: string | undefined): boolean {
  return word !== undefined && /^['’-]\p{L}+$/u.test(word);
}
