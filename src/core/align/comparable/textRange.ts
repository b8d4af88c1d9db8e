import type { Range } from '../../../contract.ts';
import type { SentenceProfile } from './profile.ts';

const NOT_FIRST = new Set([',', ';', ':', '.', ')', '»', '”', '–', '—', '-']);
const NOT_LAST = new Set([',', ';', ':', '(', '«', '“', '–', '—', '-']);

/** Where a span stands in its sentence, UTF-16 units, without the marks at its edges that belong to its neighbours. */
export function textRange(sentence: SentenceProfile, span: number): Range {
  const { words, ranges, spans } = sentence;
  let { start, end } = spans[span]?.words ?? { start: 0, end: words.length };
  if (span !== 0) {
    // A straight quote does not say whether it opens or closes: an odd one at an edge is the other half of a neighbour's.
    const odd = words.slice(start, end).filter((word) => word === '"').length % 2 === 1;
    const stray = (word: string | undefined): boolean => odd && word === '"';
    const strayFirst = stray(words[start]);
    while (end - start > 1 && (NOT_FIRST.has(words[start] ?? '') || (strayFirst && words[start] === '"'))) start++;
    const strayLast = !strayFirst && stray(words[end - 1]);
    while (end - start > 1 && (NOT_LAST.has(words[end - 1] ?? '') || (strayLast && words[end - 1] === '"'))) end--;
  }
  return { start: ranges[start]?.start ?? 0, end: ranges[end - 1]?.end ?? 0 };
}
