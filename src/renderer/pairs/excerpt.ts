import type { Article, Range } from '../../contract.ts';
import type { TextMark } from '../shared/pieces.ts';

/** A stretch of an article as a row shows it: its corresponding part firm, what stands around that quiet. */
export interface Stretch {
  readonly range: Range;
  readonly quiet: boolean;
  readonly marks: readonly TextMark[];
  /** Text was left out before it: the sentences of the row are not neighbours. */
  readonly gap: boolean;
}

/**
 * Cuts the sentences of one side of a row into stretches. Neighbouring sentences run on, with what stands between them;
 * a mark that reaches over the edge of the corresponding part is cut there.
 */
export function excerptOf(
  article: Article,
  sentences: readonly number[],
  part: Range | undefined,
  marks: readonly TextMark[],
): Stretch[] {
  const stretches: Stretch[] = [];
  for (const { start, end } of runs(article, sentences)) {
    const gap = stretches.length > 0;
    const from = part ? Math.min(end, Math.max(start, part.start)) : start;
    const to = part ? Math.max(from, Math.min(end, part.end)) : end;
    const cuts: readonly (readonly [number, number, boolean])[] = [
      [start, from, true],
      [from, to, false],
      [to, end, true],
    ];
    for (const [a, b, quiet] of cuts) {
      if (a === b) continue;
      const range = { start: a, end: b };
      stretches.push({ range, quiet, marks: clipped(marks, range), gap: gap && a === start });
    }
  }
  return stretches;
}

/** Ranges of the sentences, with neighbours in one paragraph as one range. */
function runs(article: Article, sentences: readonly number[]): Range[] {
  const found: { start: number; end: number }[] = [];
  let before = -2;
  for (const index of sentences) {
    const sentence = article.sentences[index];
    if (!sentence) continue;
    const last = found.at(-1);
    if (last && index === before + 1) last.end = sentence.end;
    else found.push({ start: sentence.start, end: sentence.end });
    before = index;
  }
  return found;
}

function clipped(marks: readonly TextMark[], range: Range): TextMark[] {
  return marks
    .map((mark) => ({ ...mark, start: Math.max(mark.start, range.start), end: Math.min(mark.end, range.end) }))
    .filter((mark) => mark.end > mark.start);
}
