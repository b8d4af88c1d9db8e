import type { Block } from '../../contract.ts';
import { AGENCIES, LABELS, OPENINGS, TELLTALES, WHOLE } from './clean/phrases.ts';

/** A line that only carries a telltale word is no longer than this, in UTF-16 code units. */
const MAX_TELLTALE_LENGTH = 60;
/** A notice ("Receive every morning …", "We use cookies …") is no longer than this. */
const MAX_NOTICE_LENGTH = 240;
/** A caption with its credit is no longer than this. */
const MAX_CAPTION_LENGTH = 400;
/** A headline of fewer words is a name, and names recur in the text. */
const MIN_HEADLINE_WORDS = 4;
/** The headline stands among the first blocks. */
const HEADLINE_BLOCKS = 4;
/** Short lines between two pieces of furniture, or after the last paragraph with furniture around, have no more words. */
const MAX_STRAY_WORDS = 8;
/** A label counts with furniture this many blocks away at most. */
const LABEL_REACH = 3;
/** What is left over when this share of the visible text was marked is no article: then nothing is marked. */
const MAX_SHARE = 0.6;

/**
 * Marks the blocks that belong to the web page and not to the article: dates of publication, share and subscribe
 * buttons, notices, forms, recommendations, photo captions with a credit, the headline repeated at the end. A stamp
 * that runs into the first or last paragraph becomes a block of its own. Nothing is deleted.
 *
 * A line is furniture for what it says (phrases), how it is made (a credit, an address, a stamp), because it repeats
 * (headline, caption), or for its neighbours. Novels must stay untouched: a phrase counts only where it is the line, or
 * where it begins a line that no narrator writes. What the document itself declared to be furniture stays it.
 */
export function markFurniture(text: string, blocks: readonly Block[]): Block[] {
  const declared = blocks.filter(({ furniture }) => furniture);
  if (declared.length > 0) {
    const judged = markFurniture(
      text,
      blocks.filter(({ furniture }) => !furniture),
    );
    return [...declared, ...judged].sort((a, b) => a.start - b.start);
  }
  const own = splitStamps(text, blocks);
  const lines = own.map((block) => lineOf(text, block));
  const marked = own.map((_, i) => isFurnitureAlone(lines[i] ?? NO_LINE));
  markRepeats(lines, marked);
  markLabels(lines, marked);
  markStrays(lines, marked);
  if (isTooMuch(own, marked)) marked.fill(false);
  const result = own.map((block, i): Block => ({
    ...block,
    furniture: marked[i] ?? false,
    kind: (marked[i] ?? false) && (lines[i]?.isCaption ?? false) ? 'caption' : block.kind,
  }));
  return result;
}

interface Line {
  /** Folded; empty where the block is too long to be furniture. */
  readonly words: string;
  /** As written, for what capitals tell. */
  readonly text: string;
  isCaption: boolean;
  /** Without a sentence's punctuation at its end. */
  readonly isOpen: boolean;
}

const NO_LINE: Line = { words: '', text: '', isCaption: false, isOpen: false };

function lineOf(text: string, { start, end }: Block): Line {
  if (end - start > MAX_CAPTION_LENGTH) return NO_LINE;
  const content = text.slice(start, end);
  // Most lines of a book are longer than a notice, and a credit is all that they could still be.
  if (content.length > MAX_NOTICE_LENGTH && !MAY_HAVE_CREDIT.test(content)) return NO_LINE;
  return {
    words: fold(content),
    text: content,
    isCaption: hasCredit(content),
    isOpen: !/[.!?…:;,]["'”’»)\s]*$/.test(content),
  };
}

/** Lower case, straight apostrophes, single spaces, no list mark or arrow before and no sign after. */
function fold(content: string): string {
  return content
    .toLowerCase()
    .replace(/[‘’ʼ`]/g, "'")
    .replace(/\s+/g, ' ')
    .replace(/^[\s>»›→▶►•·*|#[\](-]+/, '')
    .replace(/[\s>»›→▶►•·*|\])!.…:-]+$/, '');
}

function isFurnitureAlone(line: Line): boolean {
  const { words, text, isOpen } = line;
  if (text === '') return false;
  if (WHOLE.has(words) || line.isCaption || isAddress(text) || isStamp(words) || isAgencyByline(text)) return true;
  if (text.length > MAX_NOTICE_LENGTH) return false;
  if (startsWithPhrase(words)) return true;
  return isOpen && text.length <= MAX_TELLTALE_LENGTH && hasPhrase(words, TELLTALES);
}

function startsWithPhrase(words: string): boolean {
  const phrases = OPENINGS_BY_START.get(words.slice(0, START_LENGTH)) ?? [];
  return [...phrases, '©'].some((phrase) => {
    if (!words.startsWith(phrase)) return false;
    return !/^\p{L}/u.test(words.slice(phrase.length, phrase.length + 2)) || !/\p{L}$/u.test(phrase);
  });
}

const START_LENGTH = 3;

const OPENINGS_BY_START: ReadonlyMap<string, readonly string[]> = byStart(OPENINGS);

function byStart(phrases: ReadonlySet<string>): Map<string, string[]> {
  const map = new Map<string, string[]>();
  for (const phrase of phrases) {
    const start = phrase.slice(0, START_LENGTH);
    map.set(start, [...(map.get(start) ?? []), phrase]);
  }
  return map;
}

/** "Les titres du matinNewsletter": pages glue their labels, so a word need not begin at a space. */
function hasPhrase(words: string, phrases: ReadonlySet<string>): boolean {
  for (const phrase of phrases) {
    const at = words.indexOf(phrase);
    if (at >= 0 && !/\p{L}/u.test(words.charAt(at + phrase.length))) return true;
  }
  return false;
}

/** "… on January 6 in Brussels. KENZO TRIBOUILLARD / AFP", "© Reuters", "(Photo: AP)". */
function hasCredit(text: string): boolean {
  if (!MAY_HAVE_CREDIT.test(text)) return false;
  const end = text.slice(-MAX_CREDIT_LENGTH);
  if (/©[^©]*$/.test(end)) return true;
  const slash = end.lastIndexOf('/');
  if (slash >= 0) {
    // Before a slash stands the photographer; "the AP/Reuters report" in prose goes on after it.
    return isAgency(end.slice(slash + 1)) && /\p{Lu}[\p{L}.'’-]*\s*$/u.test(end.slice(0, slash));
  }
  const [, name = ''] = /\b(?:photo|cr[ée]dit|image|source)s?\s?:?\s([^:]+)$/i.exec(end) ?? [];
  return isAgency(name);
}

/** Characters at a line's end that a credit may take. */
const MAX_CREDIT_LENGTH = 60;

const MAY_HAVE_CREDIT = /[/©]|photo|cr[eé]dit|image|source/i;

function isAgency(name: string): boolean {
  return AGENCIES.has(name.toLowerCase().replace(/^\s+|[\s.)\]]+$/g, ''));
}

/** "Par Le Figaro avec AFP", "By Reuters Staff": who sent the report. A person's name alone may be a book's author. */
function isAgencyByline(text: string): boolean {
  return /^(?:Par|By|Source\s?:|Avec)\s[^.!?:]{0,60}\b(?:AFP|Reuters|AP|Associated Press|Reuters Staff)\)?$/.test(text);
}

/** A line that is nothing but addresses or hashtags. */
function isAddress(text: string): boolean {
  return /^(?:(?:https?:\/\/|www\.)\S+|[\w.+-]+@[\w-]+\.[\w.]+|[#@][\p{L}\p{N}_]+)(?:\s+(?:https?:\/\/\S+|[#@][\p{L}\p{N}_]+))*$/u.test(
    text,
  );
}

/** "06/01/2020 à 17h33", "2020-01-06 17:33 CET", "date 2020-01", "5 min", "3 commentaires". */
function isStamp(words: string): boolean {
  return (
    /^(?:date\s)?(?:le\s)?\d{1,4}[-/.]\d{1,2}(?:[-/.]\d{2,4})?(?:[\s,à|-]+\d{1,2}\s?[:h]\s?\d{2}(?::\d{2})?(?:\s?[ap]m)?(?:\s\(?[a-z+0-9]{2,5}\)?)?)?$/.test(
      words,
    ) || /^\d+ (?:commentaires?|comments?|partages?|shares?|likes?|vues|views|min|mins|minutes|réactions?)$/.test(words)
  );
}

/** The headline further down, and a caption that stands twice, once without its credit. */
function markRepeats(lines: readonly Line[], marked: boolean[]): void {
  const headlines = new Set(
    lines
      .slice(0, HEADLINE_BLOCKS)
      .filter((line, i) => marked[i] !== true && line.isOpen && wordCount(line) >= MIN_HEADLINE_WORDS)
      .map(({ words }) => words),
  );
  for (const [i, line] of lines.entries()) {
    if (i >= HEADLINE_BLOCKS && headlines.has(line.words)) marked[i] = true;
    for (const neighbour of [lines[i - 1], lines[i + 1]]) {
      if (neighbour?.isCaption !== true || line.isCaption || wordCount(line) < MIN_HEADLINE_WORDS) continue;
      if (!neighbour.words.startsWith(line.words)) continue;
      line.isCaption = true;
      marked[i] = true;
    }
  }
}

/** "Home", "Contact", "Comment": labels where other furniture is near. */
function markLabels(lines: readonly Line[], marked: boolean[]): void {
  const certain = [...marked];
  for (const [i, { words }] of lines.entries()) {
    if (LABELS.has(words) && certain.slice(Math.max(0, i - LABEL_REACH), i + LABEL_REACH + 1).includes(true))
      marked[i] = true;
  }
}

/** Short open lines with furniture on both sides: what is left of a button, a menu, a box. */
function markStrays(lines: readonly Line[], marked: boolean[]): void {
  let last = -1;
  for (let i = 0; i < marked.length; i++) {
    if (marked[i] !== true) continue;
    const between = lines.slice(last + 1, i);
    if (last >= 0 && between.length <= 2 && between.every(isStray)) marked.fill(true, last + 1, i);
    last = i;
  }
}

function isStray(line: Line): boolean {
  return line.isOpen && line.text !== '' && wordCount(line) <= MAX_STRAY_WORDS;
}

function wordCount({ words }: Line): number {
  return words === '' ? 0 : words.split(' ').length;
}

function isTooMuch(blocks: readonly Block[], marked: readonly boolean[]): boolean {
  const length = (all: readonly Block[]) => all.reduce((sum, { start, end }) => sum + end - start, 0);
  return length(blocks.filter((_, i) => marked[i] === true)) > MAX_SHARE * length(blocks);
}

/** "date 2020-01 Au cours de …": a stamp at the very beginning or end of the text becomes a line of its own. */
function splitStamps(text: string, blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block, i): Block[] => {
    const { start, end, kind } = block;
    const content = text.slice(start, end);
    if (i === 0) {
      const [stamp] = /^date\s*:?\s*\d{4}-\d{2}(?:-\d{2})?(?=\s)/i.exec(content) ?? [];
      const rest = stamp === undefined ? '' : content.slice(stamp.length).trimStart();
      if (stamp !== undefined && rest !== '') {
        return [
          { start, end: start + stamp.length, kind: 'line', furniture: false },
          { start: end - rest.length, end, kind: rest.length > 120 ? 'paragraph' : kind, furniture: false },
        ];
      }
    }
    if (i === blocks.length - 1) {
      const tail = content.slice(-40);
      const [stamp] = /(?<=\s)date\s*:?\s*\d{4}-\d{2}(?:-\d{2})?$/i.exec(tail) ?? [];
      const rest = stamp === undefined ? '' : content.slice(0, content.length - stamp.length).trimEnd();
      if (stamp !== undefined && rest !== '') {
        return [
          { start, end: start + rest.length, kind, furniture: false },
          { start: end - stamp.length, end, kind: 'line', furniture: false },
        ];
      }
    }
    return [block];
  });
}
