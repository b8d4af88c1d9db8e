import type { Side } from '../../contract.ts';
import type { Difference } from '../../core/differences.ts';
import { m } from '../../messages/messages.js';
import { getLocale } from '../../messages/runtime.js';
import type { OpenComparison } from '../state/comparison.svelte.ts';
import { UNSURE } from '../state/places.ts';

/** From this probability on the app says "sure". */
const SURE = 0.85;

export function howSure(probability: number): string {
  if (probability >= SURE) return m.common_sure();
  return probability >= UNSURE ? m.common_fairly_sure() : m.common_unsure();
}

/** "French 6 and 7": sentences as a reader counts them, from 1. */
export function sentencesInWords(side: Side, sentences: readonly number[]): string {
  const numbers = numbersInWords(sentences);
  return side === 'fr' ? m.common_french({ numbers }) : m.common_english({ numbers });
}

export function numbersInWords(sentences: readonly number[]): string {
  return new Intl.ListFormat(getLocale()).format(sentences.map((sentence) => String(sentence + 1)));
}

/** What a screen reader hears after F7. Empty while the reader is at no difference. */
export function announceDifference(open: OpenComparison): string {
  if (open.difference === null) return '';
  const difference = open.shownDifferences[open.difference];
  if (!difference) return '';
  const at = open.difference + 1;
  const text = textOf(open, difference);
  return m.summary_announce({ at, count: open.shownDifferences.length, what: kindInWords(difference), text });
}

function kindInWords(difference: Difference): string {
  switch (difference.kind) {
    case 'dropped':
      return m.summary_what_dropped();
    case 'added':
      return m.summary_what_added();
    case 'changed':
      return m.summary_what_changed();
  }
}

function textOf(open: OpenComparison, { ranges }: Difference): string {
  const texts = (['fr', 'en'] as const).flatMap((side) => {
    const range = ranges[side];
    return range ? [open.articles[side].text.slice(range.start, range.end)] : [];
  });
  return texts.join(' / ');
}
