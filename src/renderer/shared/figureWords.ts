import type { Side } from '../../contract.ts';
import type { Summary } from '../../core/summary.ts';
import { m } from '../../messages/messages.js';
import { getLocale } from '../../messages/runtime.js';
import { FACTS, onlyFigure, phraseFigure, type Figure } from '../state/figures.ts';
import type { GlyphKind } from './glyph.ts';

interface FigureWords {
  readonly figure: Figure;
  readonly glyph: GlyphKind;
  readonly text: string;
}

/** The summary in words, figure by figure; what is zero is left out, but for the sentences that correspond. */
export function figuresOf(summary: Summary, original: Side): FigureWords[] {
  const found: FigureWords[] = [{ figure: 'match', glyph: 'sure', text: correspondInWords(summary) }];
  const add = (figure: Figure, glyph: GlyphKind, count: number, words: (inputs: { count: number }) => string): void => {
    if (count > 0) found.push({ figure, glyph, text: words({ count }) });
  };
  add('partial', 'partial', summary.partly, m.summary_partly);
  add('joined', 'joined', summary.joined, m.summary_joined);
  add('moved', 'moved', summary.moved, m.summary_moved);
  const glyph = (side: Side): GlyphKind => (side === original ? 'dropped' : 'added');
  add(onlyFigure('fr'), glyph('fr'), summary.only.fr, m.differences_only_fr);
  add(onlyFigure('en'), glyph('en'), summary.only.en, m.differences_only_en);
  add(phraseFigure('fr'), glyph('fr'), summary.within.fr, m.summary_phrases_fr);
  add(phraseFigure('en'), glyph('en'), summary.within.en, m.summary_phrases_en);
  const facts = {
    number: m.differences_number,
    date: m.differences_date,
    name: m.differences_name,
    negation: m.differences_negation,
    quotation: m.differences_quotation,
  };
  for (const fact of FACTS) add(fact, 'changed', summary.changed[fact], facts[fact]);
  return found;
}

function correspondInWords(summary: Summary): string {
  const count = summary.sentences[summary.side];
  if (summary.correspond === count) return m.summary_all({ count });
  return m.summary_correspond({ count, matched: summary.correspond.toLocaleString(getLocale()) });
}
