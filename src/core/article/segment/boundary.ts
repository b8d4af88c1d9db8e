import type { Side } from '../../../contract.ts';
import { isSpace } from '../formats/lines.ts';
import { ABBREVIATIONS, AFTER_HOUR, STARTERS } from './abbreviations.ts';
import { isCloser, isDash, isDigit, isLetter, isLower, isOpener, isUpper, skipSpaces } from './characters.ts';
import type { Stop } from './stops.ts';

/** How far a word is looked at, in UTF-16 code units. */
const MAX_WORD = 40;
/** ... and an address, on either side of a stop in it. */
const MAX_TOKEN = 60;
/** "At 5 a.m." is no sentence yet: with fewer words than this before it, an hour does not end one. */
const MIN_HOUR_WORDS = 4;

export interface Place {
  readonly stop: Stop;
  /** Where the sentence that the stop may end begins. */
  readonly sentenceStart: number;
  /** Where the block ends; something visible stands between the stop and it. */
  readonly to: number;
  readonly side: Side;
}

/** Whether a sentence ends at a stop. */
export function endsSentence(text: string, place: Place): boolean {
  const { stop, to, side } = place;
  if (!isSpace(text.charCodeAt(stop.end))) return endsGlued(text, place);
  if (!hasWords(text, place)) return false;
  const next = nextWord(text, stop.end, to);
  if (isLower(next.word) || /^[,;:]/.test(next.word)) return false;
  switch (stop.kind) {
    case 'loud':
      // "Who did that?--It was Bill": in English a dash is no new speaker's mark, it ties the two together.
      return !(side === 'en' && !stop.closes && next.dash && isDash(text.charCodeAt(skipSpaces(text, stop.end, to))));
    case 'dots':
      return endsAfterDots(text, stop, next);
    case 'full':
      return stop.closes || endsAfterFullStop(text, place, next);
  }
}

/** "… And then": what stands before the first word belongs to it. */
function hasWords(text: string, { stop, sentenceStart }: Place): boolean {
  return stop.start - sentenceStart > MAX_WORD || /[\p{L}\p{N}]/u.test(text.slice(sentenceStart, stop.start));
}

interface Next {
  /** The next word, after quotes, brackets and dashes; empty where only signs follow. */
  readonly word: string;
  readonly dash: boolean;
  /** A round bracket stands before it. */
  readonly bracket: boolean;
}

function nextWord(text: string, from: number, to: number): Next {
  let at = from;
  let dash = false;
  let bracket = false;
  for (; at < to; at++) {
    const unit = text.charCodeAt(at);
    if (isDash(unit)) dash = true;
    else if (unit === 40) bracket = true;
    else if (!isSpace(unit) && !isOpener(unit)) break;
  }
  let end = at;
  while (end < to && end - at < MAX_WORD && !isSpace(text.charCodeAt(end))) end++;
  return { word: text.slice(at, end), dash, bracket };
}

/** "… world.Today is": sentences glued by a careless page. Addresses, file names and numbers are glued for good. */
function endsGlued(text: string, { stop, to, sentenceStart }: Place): boolean {
  if (stop.kind === 'dots' || (stop.closes && !/[”»)]/.test(text.charAt(stop.end - 1)))) return false;
  if (!/^\p{Lu}[\p{Ll}’' ]/u.test(text.slice(stop.end, stop.end + 2))) return false;
  if (stop.kind === 'full' && !/^[\p{L}’'-]*\p{Ll}{2}$|^[\d,]+$/u.test(wordBefore(text, stop.start, sentenceStart))) {
    return false;
  }
  const token = tokenAround(text, stop, sentenceStart, to);
  return (
    !/[/@_=\\]|www\./.test(token) &&
    (!/\.\p{L}+\.\p{L}/u.test(token) || GLUED_TITLE.test(text.slice(stop.end, stop.end + 4)))
  );
}

const GLUED_TITLE = /^(?:Mrs?|Ms|Dr|M|Mme)\./;

function tokenAround(text: string, { start, end }: Stop, from: number, to: number): string {
  let first = start;
  let last = end;
  while (first > from && start - first < MAX_TOKEN && !isSpace(text.charCodeAt(first - 1))) first--;
  while (last < to && last - end < MAX_TOKEN && !isSpace(text.charCodeAt(last))) last++;
  return text.slice(first, last);
}

function endsAfterDots(text: string, stop: Stop, next: Next): boolean {
  // "[...]\" (Smith 55)": a source follows the omission.
  if (stop.closes && next.bracket && /[([]/.test(text.charAt(stop.start - 1))) return false;
  if (stop.closes || stop.count > 3 || next.dash) return true;
  // " . . . I did": an omission inside a sentence stands apart from the words on both sides.
  if (stop.spaced && isSpace(text.charCodeAt(stop.start - 1))) return false;
  return isUpper(next.word) || isDigit(next.word.charCodeAt(0)) || next.word === '';
}

function endsAfterFullStop(text: string, place: Place, next: Next): boolean {
  const { stop, sentenceStart, side } = place;
  if (next.dash || isCloser(text.charCodeAt(stop.start - 1))) return true;
  const before = wordBefore(text, stop.start, sentenceStart);
  // "The end . Or not .": the space before the stop is a slip.
  if (before === '') return isSpace(text.charCodeAt(stop.start - 1));
  if (isMarkerAlone(text, place, before)) return false;
  const starts = STARTERS[side].has(firstWord(next.word));
  const name = before.toLowerCase();
  if (/^[ap]\.m$/.test(name)) return endsAfterHour(text, place, before, next);
  if (isInitials(before)) return starts || (before === 'I' && followsSmallWord(text, place));
  const follower = ABBREVIATIONS[side].get(name);
  switch (follower) {
    case 'name':
      // "le prof. Il": in small letters it may be a clipped word.
      return isLower(before) && starts;
    case 'figure':
      return !/^(?:\d|[IVXLC]+\b|\p{Lu}\.)/u.test(next.word);
    case 'clause':
      return false;
    case 'close':
      return true;
    case 'any':
      return starts || !/^[\p{Lu}\p{N}]/u.test(next.word);
    case undefined:
      return true;
  }
}

/** "2." or "b." where a sentence should begin: the number of what follows. */
function isMarkerAlone(text: string, { stop, sentenceStart }: Place, before: string): boolean {
  if (!/^(?:\d{1,3}|\p{L}|[IVXLC]{1,6})$/u.test(before)) return false;
  return text.slice(sentenceStart, stop.start).trim().length === before.length;
}

function endsAfterHour(text: string, { stop, sentenceStart }: Place, hour: string, next: Next): boolean {
  const words = text
    .slice(Math.max(sentenceStart, stop.start - 60), stop.start - hour.length)
    .trim()
    .split(/\s+/).length;
  return words >= MIN_HOUR_WORDS && isUpper(next.word) && !AFTER_HOUR.has(firstWord(next.word));
}

/** "E", "J.-C", "U.S": single capitals, each with its stop. */
function isInitials(word: string): boolean {
  return /^\p{Lu}(?:\.-?\p{Lu})*$/u.test(word);
}

/** "you and I. Did …" against "Albert I. Jones". */
function followsSmallWord(text: string, { stop, sentenceStart }: Place): boolean {
  return /(?:^|\s)\p{Ll}+\s+I$/u.test(text.slice(Math.max(sentenceStart, stop.start - MAX_WORD), stop.start));
}

/** What stands before a stop, back to white space or an opening sign. */
function wordBefore(text: string, end: number, from: number): string {
  let start = end;
  const limit = Math.max(from, end - MAX_WORD);
  while (start > limit) {
    const unit = text.charCodeAt(start - 1);
    if (isSpace(unit) || (isOpener(unit) && unit !== 39) || unit === 47) break;
    start--;
  }
  return text.slice(start, end).replace(/^(?:['’]|\p{L}['’](?=\p{L}))/u, '');
}

/** In lower case, up to and with an apostrophe ("l'"), else up to the word's end. */
function firstWord(word: string): string {
  const match = /^[\p{L}-]+['’]?/u.exec(word);
  if (match === null) return '';
  const found = match[0].toLowerCase().replace('’', "'");
  return /^(?:[ldjnsc]|qu)'$/.test(found) || isLetter(found.slice(-1)) ? found : found.slice(0, -1);
}
