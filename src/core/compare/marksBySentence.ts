import type { Comparison, Mark, Side } from '../../contract.ts';
import { groupBy } from '../groupBy.ts';
import { coveringIndex } from '../ranges.ts';

export interface MarksBySentence {
  /** The marks that lie in the given sentences and reach no other, French ones and changes first. */
  within(sentences: Readonly<Record<Side, readonly number[]>>): Mark[];
}

/** Finds marks by sentence, so that listing a book's rows does not go through all marks for each of them. */
export function marksBySentence(comparison: Comparison): MarksBySentence {
  const places = comparison.marks.map((mark): Place => {
    const place = (side: Side): number | null => {
      const range = mark.kind === 'changed' ? mark[side] : mark.side === side ? mark.range : null;
      return range && coveringIndex(comparison.articles[side].sentences, range);
    };
    return { mark, fr: place('fr'), en: place('en') };
  });
  const inFrench = groupBy(places, (place) => place.fr);
  const inEnglishOnly = groupBy(
    places.filter((place) => place.fr === null),
    (place) => place.en,
  );
  return {
    within({ fr, en }) {
      const french = fr.flatMap((index) => inFrench.get(index) ?? []);
      const english = en.flatMap((index) => inEnglishOnly.get(index) ?? []);
      return [...french.filter((place) => place.en === null || en.includes(place.en)), ...english].map(
        ({ mark }) => mark,
      );
    },
  };
}

interface Place {
  readonly mark: Mark;
  /** Index of the sentence that the mark lies in, -1 where it lies in none, `null` where it has no range on that side. */
  readonly fr: number | null;
  readonly en: number | null;
}
