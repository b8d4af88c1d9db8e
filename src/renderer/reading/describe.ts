import { m } from '../../messages/messages.js';
import type { OpenComparison } from '../state/comparison.svelte.ts';
import { isFurniture, otherSide, type Place } from '../state/places.ts';
import { howSure, numbersInWords, sentencesInWords } from '../shared/words.ts';

/** A sentence and what is known of it, as the status bar and a screen reader say it. */
export interface Description {
  readonly here: string;
  readonly says: string;
}

type Read = Pick<OpenComparison, 'articles' | 'rows' | 'rowsAt' | 'leastConfidence'>;

export function describe(open: Read, place: Place): Description {
  const at = open.rowsAt(place).filter((row) => (open.rows[row]?.confidence ?? 0) >= open.leastConfidence);
  const row = open.rows[at[0] ?? -1];
  const here = sentencesInWords(place.side, row && row[place.side].length > 1 ? row[place.side] : [place.sentence]);
  return { here, says: relation(open, place, at) };
}

function relation(open: Read, place: Place, at: readonly number[]): string {
  if (isFurniture(open.articles[place.side], place.sentence)) return m.reading_furniture();
  const row = open.rows[at[0] ?? -1];
  if (!row) return m.reading_hidden();
  const other = otherSide(place.side);
  if (row[other].length === 0) return place.side === 'fr' ? m.reading_only_fr() : m.reading_only_en();
  const words = {
    count: row[place.side].length,
    there: sentencesInWords(other, row[other]),
    sure: howSure(row.confidence),
  };
  const whole =
    row.status === 'moved' ? m.reading_moved(words) : row.parts ? m.reading_partly(words) : m.reading_whole(words);
  const elsewhere = [...new Set(at.slice(1).flatMap((each) => open.rows[each]?.[other] ?? []))]
    .filter((sentence) => !row[other].includes(sentence))
    .sort((a, b) => a - b);
  return elsewhere.length > 0 ? whole + m.reading_elsewhere({ numbers: numbersInWords(elsewhere) }) : whole;
}
