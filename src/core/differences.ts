import type { Comparison, Fact, Mark, OnlyMark, Range, Row, Side } from '../contract.ts';

/** One thing that was added, dropped or changed, in the order of the text. Derived, never saved. */
export interface Difference {
  /** `dropped`: in the original only; `added`: in the other text only. */
  readonly kind: 'dropped' | 'added' | 'changed';
  readonly what: 'sentence' | OnlyMark['unit'] | Fact;
  /** 0 to 1. */
  readonly certainty: number;
  /** Index of the row that shows it. */
  readonly row: number;
  /** The row's sentences: what stands around the difference. */
  readonly sentences: Readonly<Record<Side, readonly number[]>>;
  /** Where it is: one side for what was added or dropped, both for what was changed. */
  readonly ranges: Readonly<Partial<Record<Side, Range>>>;
  /** Absent for a whole sentence. */
  readonly mark?: Mark;
}

/**
 * Lists what the Differences view, F7 and the exports show: sentences that stand alone and the marks inside pairs. Page
 * furniture is no difference.
 */
export function differencesOf(comparison: Comparison, rows: readonly Row[]): Difference[] {
  return rows.flatMap((row, at) => {
    if (row.furniture) return [];
    const sentences = { fr: row.fr, en: row.en };
    const alone = row.status === 'only-fr' ? 'fr' : row.status === 'only-en' ? 'en' : null;
    const marks = row.marks.map((mark): Difference => ({ ...aboutMark(comparison, mark), row: at, sentences }));
    marks.sort((a, b) => startIn('fr', a) - startIn('fr', b) || startIn('en', a) - startIn('en', b));
    if (alone === null) return marks;
    const range = comparison.articles[alone].sentences[row[alone][0] ?? -1];
    const whole: Difference = {
      kind: kindOf(comparison, alone),
      what: 'sentence',
      certainty: row.confidence,
      row: at,
      sentences,
      ranges: range ? { [alone]: { start: range.start, end: range.end } } : {},
    };
    return [whole, ...marks];
  });
}

function aboutMark(
  comparison: Comparison,
  mark: Mark,
): Pick<Difference, 'kind' | 'what' | 'certainty' | 'ranges' | 'mark'> {
  switch (mark.kind) {
    case 'changed':
      return {
        kind: 'changed',
        what: mark.fact,
        certainty: mark.certainty,
        ranges: { fr: mark.fr, en: mark.en },
        mark,
      };
    case 'only':
      return {
        kind: kindOf(comparison, mark.side),
        what: mark.unit,
        certainty: mark.certainty,
        ranges: { [mark.side]: mark.range },
        mark,
      };
  }
}

function kindOf(comparison: Comparison, side: Side): 'dropped' | 'added' {
  return side === comparison.original ? 'dropped' : 'added';
}

/** What stands on the other side only comes last. */
function startIn(side: Side, difference: Difference): number {
  return difference.ranges[side]?.start ?? Number.MAX_SAFE_INTEGER;
}
