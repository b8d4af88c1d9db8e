import type { Mark, Range, Side } from '../../contract.ts';
import { dateMentions } from './dateMentions.ts';
import { compareDates } from './dates.ts';
import { compareNames } from './names.ts';
import { compareNegation } from './negation.ts';
import { compareNumbers } from './numbers.ts';
import type { PairEvidence } from './phraseFeatures.ts';
import { compareQuotations } from './quotation.ts';
import type { Word } from './tokens.ts';

export interface FactOptions {
  /** Whether both articles set direct speech apart, so that a missing sign says something. */
  readonly quotations: boolean;
}

/** Marks the facts that the two sides state differently, or one of them alone. Ranges are relative to the texts. */
export function compareFacts(
  texts: Readonly<Record<Side, string>>,
  words: Readonly<Record<Side, readonly Word[]>>,
  evidence: PairEvidence,
  { quotations }: FactOptions,
): Mark[] {
  return [
    ...compareFigures(texts),
    ...compareNames(words, evidence),
    ...compareNegation(texts, words, evidence.links),
    ...(quotations ? compareQuotations(texts, words, evidence.links) : []),
  ];
}

/** Numbers, dates and times: what needs no knowledge of words. */
export function compareFigures(texts: Readonly<Record<Side, string>>): Mark[] {
  return [...compareDates(texts), ...numbersOutsideDates(texts)];
}

/** The day of a date is no number of its own where the other side has another date, none, or a number of another kind. */
function numbersOutsideDates(texts: Readonly<Record<Side, string>>): Mark[] {
  const dates = { fr: dateMentions(texts.fr, 'fr'), en: dateMentions(texts.en, 'en') };
  return compareNumbers(texts.fr, texts.en).filter(
    (number) => !rangesOf(number).some(([side, range]) => dates[side].some((date) => touches(date, range))),
  );
}

/** The ranges of a mark, with their sides. */
export function rangesOf(mark: Mark): [Side, Range][] {
  return mark.kind === 'only'
    ? [[mark.side, mark.range]]
    : [
        ['fr', mark.fr],
        ['en', mark.en],
      ];
}

export function touches(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end;
}
