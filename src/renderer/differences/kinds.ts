import type { Fact } from '../../contract.ts';
import type { Difference } from '../../core/differences.ts';
import { m } from '../../messages/messages.js';

/** A difference's kind in words: "Sentence only in French", "Number differs". */
export function kindInWords(difference: Difference): string {
  const inFrench = difference.ranges.fr !== undefined;
  if (difference.kind === 'changed') return factInWords(difference.what as Fact);
  switch (difference.what) {
    case 'sentence':
      return inFrench ? m.differences_sentence_fr() : m.differences_sentence_en();
    case 'number':
      return inFrench ? m.differences_number_fr() : m.differences_number_en();
    case 'name':
      return inFrench ? m.differences_name_fr() : m.differences_name_en();
    case 'phrase':
    case 'date':
    case 'negation':
    case 'quotation':
      return inFrench ? m.differences_phrase_fr() : m.differences_phrase_en();
  }
}

function factInWords(fact: Fact): string {
  switch (fact) {
    case 'number':
      return m.differences_fact_number();
    case 'date':
      return m.differences_fact_date();
    case 'name':
      return m.differences_fact_name();
    case 'negation':
      return m.differences_fact_negation();
    case 'quotation':
      return m.differences_fact_quotation();
  }
}
