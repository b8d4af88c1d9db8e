import type { Comparison, Range, Side } from '../../contract.ts';
import { probability, utf8 } from './words.ts';

/**
 * Every link between one French and one English sentence, one a line and TAB-separated: French index, English index,
 * `main` (a bead) or `partial` (a clause link beside the beads), confidence, French and English range `a-b` in UTF-16
 * code units from the start of the sentence. Indexes from 0, in the order of the French text. A bead of several
 * sentences gives all links between them. The engine leaves out what it is not sure enough of to show.
 */
export function writeLinks(comparison: Comparison): Uint8Array {
  const main = comparison.beads.flatMap(({ fr, en, confidence, parts }) =>
    fr.flatMap((french) => en.map((english) => ({ fr: french, en: english, kind: 'main', confidence, parts }))),
  );
  const partial = comparison.links.map((link) => ({ ...link, kind: 'partial' }));
  const links = [...main, ...partial].sort((a, b) => a.fr - b.fr || a.en - b.en);
  const lines = links.map(({ fr, en, kind, confidence, parts }) => {
    const french = rangeWithin(comparison, 'fr', fr, parts?.fr);
    const english = rangeWithin(comparison, 'en', en, parts?.en);
    return `${[fr, en, kind, probability(confidence), french, english].join('\t')}\n`;
  });
  return utf8(lines.join(''));
}

/** The part of the sentence that corresponds, the whole of it where nothing else is known. */
function rangeWithin(comparison: Comparison, side: Side, index: number, part: Range | undefined): string {
  const sentence = comparison.articles[side].sentences[index] ?? { start: 0, end: 0 };
  const start = Math.max(sentence.start, part?.start ?? sentence.start);
  const end = Math.min(sentence.end, part?.end ?? sentence.end);
  return `${start - sentence.start}-${Math.max(start, end) - sentence.start}`;
}
