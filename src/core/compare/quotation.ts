import type { ChangedMark, Range, Side, WordLink } from '../../contract.ts';
import { isFunctionWord, isPunctuation, type Word } from './tokens.ts';

/** How sure a mark is, judged on the flags of undamaged gold pairs. */
const CERTAINTY = 0.55;

/** A shorter quotation is a name or a word that is set apart: four content words at least. */
const FEWEST_WORDS = 4;

/** At least this share of the quotation's words is said opposite. */
const LEAST_SAID = 0.5;

/**
 * Marks what one side quotes and the other reports: words in quotation marks of which the other side has the words without
 * any sign of direct speech.
 * @returns marks from the quotation to what it became, with ranges relative to the texts
 */
export function compareQuotations(
  texts: Readonly<Record<Side, string>>,
  words: Readonly<Record<Side, readonly Word[]>>,
  links: readonly WordLink[],
): ChangedMark[] {
  for (const side of ['fr', 'en'] as const) {
    const other: Side = side === 'fr' ? 'en' : 'fr';
    if (SPEECH.test(texts[other])) continue;
    return [...texts[side].matchAll(QUOTATION)].flatMap((match): ChangedMark[] => {
      const range = { start: match.index, end: match.index + match[0].length };
      const reported = reportedAs(range, side, words, links);
      if (!reported) return [];
      const ranges = side === 'fr' ? { fr: range, en: reported } : { fr: reported, en: range };
      return [{ kind: 'changed', fact: 'quotation', ...ranges, certainty: CERTAINTY }];
    });
  }
  return [];
}

/**
 * Whether both sides of an article set direct speech apart: where only one does, as in Voltaire, a sign that is missing says
 * nothing.
 */
export function bothMarkSpeech(pairs: readonly Readonly<Record<Side, string>>[]): boolean {
  let both = 0;
  let one = 0;
  for (const { fr, en } of pairs) {
    const french = SPEECH.test(fr);
    const english = SPEECH.test(en);
    if (french && english) both++;
    else if (french || english) one++;
  }
  return one <= Math.max(1, MOST_UNEVEN * both);
}

/** Pairs with signs of speech on one side only, per pair with signs on both. */
const MOST_UNEVEN = 0.25;

/** A quotation that is opened and closed. */
const QUOTATION = /«[^«»]+»|“[^“”]+”|"[^"]+"/g;

/** Any sign of direct speech, a colon before a capital too, and one of a pair: the other may stand in another sentence. */
const SPEECH = /[«»“”"„‟‘]|:\s*(?=\p{Lu})|(?:^|\s)['’](?=\p{L})|[\p{P}]['’](?:\s|$)|(?:^|\n)\s*(?:[—–-]|--)/u;

/** From the first to the last word that the quotation's words are linked with. */
function reportedAs(
  quotation: Range,
  side: Side,
  words: Readonly<Record<Side, readonly Word[]>>,
  links: readonly WordLink[],
): Range | null {
  const other: Side = side === 'fr' ? 'en' : 'fr';
  const content = words[side].flatMap(({ text, start, end }, index) =>
    start >= quotation.start && end <= quotation.end && !isPunctuation(text) && !isFunctionWord(text) ? [index] : [],
  );
  const said = content.flatMap((index) => {
    const link = links.find((candidate) => candidate[side] === index);
    return (link && words[other][link[other]]) ?? [];
  });
  if (content.length < FEWEST_WORDS || said.length < LEAST_SAID * content.length) return null;
  return {
    start: Math.min(...said.map(({ start }) => start)),
    end: Math.max(...said.map(({ end }) => end)),
  };
}
