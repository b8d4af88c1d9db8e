import type { Fact, Mark, Row, Side } from '../../contract.ts';

/** What the summary line counts. Each figure is a filter: pressed, only what it counts stays in sight. */
export type Figure =
  'match' | 'joined' | 'partial' | 'moved' | 'only-fr' | 'only-en' | 'phrase-fr' | 'phrase-en' | Fact;

export const FACTS: readonly Fact[] = ['number', 'date', 'name', 'negation', 'quotation'];

/** Whether a row is one of those that the figure counts. */
export function rowFits(row: Row, figure: Figure): boolean {
  switch (figure) {
    case 'match':
      return row.fr.length > 0 && row.en.length > 0;
    case 'joined':
      return row.fr.length > 0 && row.en.length > 0 && row.fr.length + row.en.length > 2;
    case 'partial':
      return row.fr.length > 0 && row.en.length > 0 && row.parts !== undefined;
    case 'moved':
      return row.status === 'moved';
    case 'only-fr':
    case 'only-en':
      return row.status === figure && !row.furniture;
    case 'phrase-fr':
    case 'phrase-en':
    case 'number':
    case 'date':
    case 'name':
    case 'negation':
    case 'quotation':
      return row.marks.some((mark) => markFits(mark, figure));
  }
}

/** Whether a mark inside a pair is one of those that the figure counts. */
export function markFits(mark: Mark, figure: Figure): boolean {
  if (mark.kind === 'changed') return mark.fact === figure;
  return figure === phraseFigure(mark.side);
}

export function phraseFigure(side: Side): Figure {
  return side === 'fr' ? 'phrase-fr' : 'phrase-en';
}

export function onlyFigure(side: Side): Figure {
  return side === 'fr' ? 'only-fr' : 'only-en';
}
