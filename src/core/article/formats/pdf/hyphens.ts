/** The words of a document, in small letters, hyphenated ones whole as well: what tells a compound from a parted word. */
export function wordsOf(lines: readonly string[]): Set<string> {
  const words = new Set<string>();
  for (const line of lines) {
    // Not the last one: it may be half a word.
    for (const [word] of line
      .toLowerCase()
      .replace(/\p{L}+[-\u2010]$/u, '')
      .matchAll(/\p{L}+(?:[-\u2010]\p{L}+)*/gu)) {
      words.add(word);
    }
  }
  return words;
}

/**
 * Lines as running text. A hyphen at a line's end goes where it parts a word and stays where it belongs to one
 * ("porte-avions", "dit-il"): the document's other words decide, then French's own hyphens.
 */
export function joinLines(lines: readonly string[], words: ReadonlySet<string>): string {
  let text = '';
  for (const line of lines) {
    if (text === '') text = line;
    else if (text.endsWith('\u00ad')) text = text.slice(0, -1) + line;
    else {
      const [whole, before = ''] = /(\p{L}+)[-\u2010]$/u.exec(text) ?? [];
      const [after] = /^\p{L}+/u.exec(line) ?? [];
      if (whole === undefined || after === undefined) text += ` ${line}`;
      else text = (isParted(before, after, words) ? text.slice(0, -1) : text) + line;
    }
  }
  return text;
}

function isParted(before: string, after: string, words: ReadonlySet<string>): boolean {
  if (/^\p{Lu}/u.test(after) && !/^\p{Lu}+$/u.test(before)) return false;
  const [first, second] = [before.toLowerCase(), after.toLowerCase()];
  if (words.has(first + second)) return true;
  if (words.has(`${first}-${second}`) || AFTER_HYPHEN.has(second)) return false;
  return !(words.has(first) && words.has(second));
}

/** What French joins to a word with a hyphen: "a-t-il", "celui-ci", "vous-même". */
const AFTER_HYPHEN = new Set(
  'ce ci elle elles en eux il ils je la là le les leur lui même mêmes moi nous on t toi tu vous y'.split(' '),
);
