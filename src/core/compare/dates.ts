import type { ChangedMark, Range, Side } from '../../contract.ts';
import { dateMentions, sameDate } from './dateMentions.ts';
import { namesTimeZone, sameTime, timeMentions } from './timeMentions.ts';

/** How sure it is that a reader would call it a difference; judged on the undamaged pairs of the gold. */
const CERTAINTY = { date: 0.9, time: 0.75 };

/**
 * Marks dates and times of day that both sides state differently. What one side alone dates is left to the other marks:
 * translations say "yesterday" for a weekday and leave the year out.
 * @returns marks with ranges relative to the two strings
 */
export function compareDates(texts: Readonly<Record<Side, string>>): ChangedMark[] {
  const dates = leftOver(dateMentions(texts.fr, 'fr'), dateMentions(texts.en, 'en'), sameDate);
  const isConverted = namesTimeZone(texts.fr) || namesTimeZone(texts.en);
  const times = isConverted ? [] : leftOver(timeMentions(texts.fr, 'fr'), timeMentions(texts.en, 'en'), sameTime);
  return [...dates.map((pair) => changed(pair, CERTAINTY.date)), ...times.map((pair) => changed(pair, CERTAINTY.time))];
}

/** Mentions without an equal opposite, in order; what only one side has too many is left out. */
function leftOver<T extends Range>(
  french: readonly T[],
  english: readonly T[],
  same: (a: T, b: T) => boolean,
): Record<Side, T>[] {
  const fr = french.filter((mention) => !english.some((other) => same(mention, other)));
  const en = english.filter((mention) => !french.some((other) => same(mention, other)));
  return fr.flatMap((mention, index) => {
    const other = en[index];
    return other ? [{ fr: mention, en: other }] : [];
  });
}

function changed({ fr, en }: Readonly<Record<Side, Range>>, certainty: number): ChangedMark {
  return {
    kind: 'changed',
    fact: 'date',
    fr: { start: fr.start, end: fr.end },
    en: { start: en.start, end: en.end },
    certainty,
  };
}
