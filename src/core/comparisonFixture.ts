import type { Article, Bead, Comparison, Mark, PairKind, PartialLink, Range, Side } from '../contract.ts';

/** For tests: a comparison in few words. One sentence a string; one that begins with `#` is page furniture. */
export function comparisonFixture(given: {
  readonly fr: readonly string[];
  readonly en: readonly string[];
  readonly beads: readonly (Pick<Bead, 'fr' | 'en'> & Partial<Bead>)[];
  readonly links?: readonly PartialLink[];
  readonly marks?: readonly Mark[];
  readonly original?: Side;
  readonly pairKind?: PairKind;
}): Comparison {
  return {
    articles: { fr: articleFixture('fr.txt', given.fr), en: articleFixture('en.txt', given.en) },
    original: given.original ?? 'fr',
    pairKind: given.pairKind ?? 'translation',
    beads: given.beads.map((bead) => ({ confidence: 0.9, moved: false, ...bead })),
    links: given.links ?? [],
    marks: given.marks ?? [],
  };
}

/** The range of `part` in the given sentence of an article. */
export function rangeOf(article: Article, sentence: number, part: string): Range {
  const start = article.text.indexOf(part, article.sentences[sentence]?.start);
  if (start < 0) throw new Error(`“${part}” is not in the text`);
  return { start, end: start + part.length };
}

function articleFixture(name: string, sentences: readonly string[]): Article {
  let text = '';
  const ranges: Range[] = [];
  for (const sentence of sentences) {
    const start = text.length;
    text += sentence;
    ranges.push({ start, end: text.length });
    text += '\n\n';
  }
  return {
    name,
    title: sentences[0] ?? '',
    text,
    blocks: ranges.map((range, at) => ({
      ...range,
      kind: 'paragraph',
      furniture: sentences[at]?.startsWith('#') === true,
    })),
    sentences: ranges.map((range, block) => ({ ...range, block })),
  };
}
