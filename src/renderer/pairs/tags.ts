import type { Fact, OnlyMark, Row, Side } from '../../contract.ts';
import { SIDES } from '../../contract.ts';
import { m } from '../../messages/messages.js';
import type { GlyphKind } from '../shared/glyph.ts';
import { FACTS } from '../state/figures.ts';
import { howSure } from '../shared/words.ts';

export interface Tag {
  readonly glyph: GlyphKind;
  readonly text: string;
}

/** What differs in a row, counted by kind: "2 passages", "number". */
export function tagsOf(row: Row, original: Side): Tag[] {
  const tags: Tag[] = row.status === 'moved' ? [{ glyph: 'moved', text: m.pairs_moved_tag() }] : [];
  for (const fact of FACTS) {
    if (row.marks.some((mark) => mark.kind === 'changed' && mark.fact === fact)) {
      tags.push({ glyph: 'changed', text: factInWords(fact) });
    }
  }
  for (const side of SIDES) {
    const own = row.marks.filter((mark): mark is OnlyMark => mark.kind === 'only' && mark.side === side);
    const glyph = side === original ? 'dropped' : 'added';
    for (const unit of ['phrase', 'number', 'name'] as const) {
      const count = own.filter((mark) => mark.unit === unit).length;
      if (count > 0) tags.push({ glyph, text: unitInWords(unit, count) });
    }
  }
  return tags;
}

/** How a row's sentences correspond, and how sure that is, in two or three words. */
export function statusInWords(row: Row): string {
  switch (row.status) {
    case 'match':
    case 'moved':
      return howSure(row.confidence);
    case 'partial':
      return m.pairs_partly();
    case 'only-fr':
      return m.pairs_only_fr();
    case 'only-en':
      return m.pairs_only_en();
  }
}

/** The relation as a sentence's verb: what the connector says to the eye. */
export function relationInWords(row: Row): string {
  switch (row.status) {
    case 'match':
      return m.pairs_match();
    case 'partial':
      return m.pairs_partial();
    case 'moved':
      return m.pairs_moved();
    case 'only-fr':
      return m.pairs_only_fr();
    case 'only-en':
      return m.pairs_only_en();
  }
}

function factInWords(fact: Fact): string {
  switch (fact) {
    case 'number':
      return m.pairs_fact_number();
    case 'date':
      return m.pairs_fact_date();
    case 'name':
      return m.pairs_fact_name();
    case 'negation':
      return m.pairs_fact_negation();
    case 'quotation':
      return m.pairs_fact_quotation();
  }
}

function unitInWords(unit: OnlyMark['unit'], count: number): string {
  switch (unit) {
    case 'phrase':
      return m.pairs_phrases({ count });
    case 'number':
      return m.pairs_numbers({ count });
    case 'name':
      return m.pairs_names({ count });
  }
}
