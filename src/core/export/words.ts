import type { Comparison, Range, RowStatus, Side } from '../../contract.ts';

/** The statuses as the exports name them. */
export const STATUS_NAMES: Readonly<Record<RowStatus, string>> = {
  match: 'match',
  partial: 'partial',
  moved: 'moved',
  'only-fr': 'only in French',
  'only-en': 'only in English',
};

/** A range of an article as text. */
export function textOf(comparison: Comparison, side: Side, { start, end }: Range): string {
  return comparison.articles[side].text.slice(start, end);
}

/** Sentences as one text, a space between them whatever the file has there. */
export function sentencesText(comparison: Comparison, side: Side, indexes: readonly number[]): string {
  const { sentences } = comparison.articles[side];
  return indexes
    .flatMap((index) => sentences[index] ?? [])
    .map((sentence) => textOf(comparison, side, sentence))
    .join(' ');
}

/** A probability with at most three decimals and a decimal point. */
export function probability(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}

export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
