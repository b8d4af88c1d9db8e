import type { Row, Side } from '../../contract.ts';
import { SIDES } from '../../contract.ts';
import { otherSide, type Place } from './places.ts';

/** The pair under the eye: its sentences on both sides, and those that share only a part with it. */
export interface Lit {
  readonly from: Place;
  /** The row that is lit, null for page furniture and where certainty hides every row. */
  readonly row: number | null;
  readonly main: Readonly<Record<Side, readonly number[]>>;
  readonly near: Readonly<Record<Side, readonly number[]>>;
}

/**
 * Lights the rows of a sentence: the first, when the whole of it corresponds, is one shape with its counterpart; the
 * others are its partial counterparts.
 *
 * @param shown the sentence's rows that are in sight, surest first
 */
export function light(place: Place, shown: readonly number[], rows: readonly Row[]): Lit {
  const main = { fr: new Set<number>(), en: new Set<number>() };
  const near = { fr: new Set<number>(), en: new Set<number>() };
  main[place.side].add(place.sentence);
  shown.forEach((at, rank) => {
    const row = rows[at];
    if (!row) return;
    const into = rank === 0 && !row.parts ? main : near;
    for (const side of SIDES) for (const sentence of row[side]) into[side].add(sentence);
  });
  const rest = (side: Side): number[] => [...near[side]].filter((sentence) => !main[side].has(sentence));
  return {
    from: place,
    row: shown[0] ?? null,
    main: { fr: [...main.fr], en: [...main.en] },
    near: { fr: rest('fr'), en: rest('en') },
  };
}

/** The sentences opposite, each once, those of the surest row first. */
export function opposite(place: Place, at: readonly number[], rows: readonly Row[]): Place[] {
  const side = otherSide(place.side);
  const sentences = new Set(at.flatMap((row) => rows[row]?.[side] ?? []));
  return [...sentences].map((sentence) => ({ side, sentence }));
}
