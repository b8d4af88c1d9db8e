import { z } from 'zod';
import type { Article, Bead, Comparison, FailureCode, Mark, PartialLink, Range, Result, Side } from '../contract.ts';
import { SIDES } from '../contract.ts';
import { correspondences } from './compare/correspondences.ts';
import { rangeCovers } from './ranges.ts';

/** Raised whenever an older app could not read what a newer one saves. */
const VERSION = 1;
const FORMAT = 'vis-a-vis comparison';

/** The saved document: JSON, complete in itself, so that a comparison opens again when its files are gone. */
export function writeComparison(comparison: Comparison): string {
  return JSON.stringify({ format: FORMAT, version: VERSION, comparison });
}

/**
 * Reads a saved document. Nothing in it is trusted: types, ranges and indexes are checked against the texts it holds.
 * @param name the file's name, for the message
 * @returns the failure `newer-version` for a document of a later app, `damaged` for anything else that is not whole
 */
export function openComparison(document: string, name: string): Result<Comparison> {
  const fail = (code: FailureCode): Result<Comparison> => ({ ok: false, failure: { code, files: [name] } });
  let json: unknown;
  try {
    json = JSON.parse(document);
  } catch {
    return fail('damaged');
  }
  const envelope = Envelope.safeParse(json);
  if (!envelope.success) return fail('damaged');
  if (envelope.data.version > VERSION) return fail('newer-version');
  const read = SavedComparison.safeParse(envelope.data.comparison);
  return read.success && isConsistent(read.data) ? { ok: true, value: read.data } : fail('damaged');
}

// The page's policy forbids making code from text, which is how zod makes itself fast.
z.config({ jitless: true });

const Envelope = z.object({
  format: z.literal(FORMAT),
  version: z.int().min(1),
  comparison: z.unknown(),
});

const Index = z.int().min(0);
const Probability = z.number().min(0).max(1);
const SavedRange = z.object({ start: Index, end: Index }).readonly();
const Parts = z.object({ fr: SavedRange, en: SavedRange }).readonly();

const SavedArticle = z.object({
  name: z.string(),
  title: z.string(),
  text: z.string(),
  blocks: z
    .array(
      z.object({
        kind: z.enum(['heading', 'paragraph', 'caption', 'line']),
        furniture: z.boolean(),
        start: Index,
        end: Index,
      }),
    )
    .readonly(),
  sentences: z.array(z.object({ start: Index, end: Index, block: Index })).readonly(),
});

const SavedBead = z.object({
  fr: z.array(Index).readonly(),
  en: z.array(Index).readonly(),
  confidence: Probability,
  moved: z.boolean(),
  parts: Parts.exactOptional(),
});

const SavedMark = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('only'),
    side: z.enum(['fr', 'en']),
    range: SavedRange,
    unit: z.enum(['phrase', 'number', 'name']),
    certainty: Probability,
  }),
  z.object({
    kind: z.literal('changed'),
    fact: z.enum(['number', 'date', 'name', 'negation', 'quotation']),
    fr: SavedRange,
    en: SavedRange,
    certainty: Probability,
  }),
]);

const SavedComparison = z.object({
  articles: z.object({ fr: SavedArticle, en: SavedArticle }),
  original: z.enum(['fr', 'en']),
  pairKind: z.enum(['translation', 'comparable']),
  beads: z.array(SavedBead).readonly(),
  links: z.array(z.object({ fr: Index, en: Index, parts: Parts, confidence: Probability })).readonly(),
  marks: z.array(SavedMark).readonly(),
  unmarked: z.array(Index).readonly().exactOptional(),
});

/** What the types cannot say: ranges lie in the text and in order, each sentence stands in one bead, links in theirs. */
function isConsistent(comparison: Comparison): boolean {
  const { articles, beads, links, marks, unmarked = [] } = comparison;
  const pairs = correspondences(comparison).length;
  return (
    SIDES.every((side) => isArticleConsistent(articles[side]) && isCoveredOnce(articles[side], beads, side)) &&
    beads.every((bead) => isBeadConsistent(articles, bead)) &&
    links.every((link) => isLinkConsistent(articles, link)) &&
    marks.every((mark) => isMarkConsistent(articles, mark)) &&
    unmarked.every((pair) => pair < pairs)
  );
}

function isArticleConsistent({ text, blocks, sentences }: Article): boolean {
  return (
    areInOrder(blocks, text.length) &&
    areInOrder(sentences, text.length) &&
    sentences.every((sentence) => {
      const block = blocks[sentence.block];
      return block !== undefined && rangeCovers(block, sentence);
    })
  );
}

function areInOrder(ranges: readonly Range[], length: number): boolean {
  let reached = 0;
  for (const { start, end } of ranges) {
    if (start < reached || end < start) return false;
    reached = end;
  }
  return reached <= length;
}

function isCoveredOnce(article: Article, beads: readonly Bead[], side: Side): boolean {
  const indexes = beads.flatMap((bead) => bead[side]);
  return (
    indexes.length === article.sentences.length &&
    new Set(indexes).size === indexes.length &&
    indexes.every((index) => index < article.sentences.length)
  );
}

function isBeadConsistent(articles: Comparison['articles'], { fr, en, parts }: Bead): boolean {
  const isAscending = (indexes: readonly number[]): boolean =>
    indexes.every((index, at) => at === 0 || (indexes[at - 1] ?? 0) < index);
  const hasSentence = fr.length + en.length > 0;
  return hasSentence && isAscending(fr) && isAscending(en) && (!parts || areInText(articles, parts));
}

function isLinkConsistent(articles: Comparison['articles'], link: PartialLink): boolean {
  return SIDES.every((side) => {
    const sentence = articles[side].sentences[link[side]];
    return sentence !== undefined && isRange(link.parts[side]) && rangeCovers(sentence, link.parts[side]);
  });
}

function isMarkConsistent(articles: Comparison['articles'], mark: Mark): boolean {
  return mark.kind === 'changed'
    ? areInText(articles, mark)
    : isRange(mark.range) && mark.range.end <= articles[mark.side].text.length;
}

function areInText(articles: Comparison['articles'], ranges: Readonly<Record<Side, Range>>): boolean {
  return SIDES.every((side) => isRange(ranges[side]) && ranges[side].end <= articles[side].text.length);
}

function isRange({ start, end }: Range): boolean {
  return start < end;
}
