import type {
  Article,
  Bead,
  CompareOptions,
  Comparison,
  Failure,
  PairKind,
  PartialLink,
  Progress,
  Range,
  Result,
  Side,
  SourceFile,
  Stage,
} from '../contract.ts';
import { align } from './align/align.ts';
import { linkComparable } from './align/comparable/link.ts';
import { buildArticle, readArticle, type TextWithBlocks } from './article/article.ts';
import { tellApart } from './article/language.ts';
import { correspondences } from './compare/correspondences.ts';
import { compareMarks } from './compare/marks.ts';
import { DIMENSION, type Encoder, type Run } from './encoder/encoder.ts';
import { beadsInReadingOrder } from './rows.ts';

export interface CompareRun {
  readonly signal?: AbortSignal;
  /** Stages in the order of `Stage`; within a stage it never goes back. */
  readonly progress?: (progress: Progress) => void;
  /** The files' names, once the languages are told apart. */
  readonly onRead?: (names: Readonly<Record<Side, string>>) => void;
}

/**
 * The whole way from two files to a comparison: read, tell apart, cut into sentences, encode, align, compare.
 * Page furniture is left out of the alignment and stands alone in the result.
 * @param encoder may still be loading while the files are read
 * @returns a failure as a value, never a rejection: `cancelled` after an abort, `no-encoder`, `too-many`, those of
 * `readArticle` and `tellApart`, `internal` for what should not happen
 */
export async function compareFiles(
  files: readonly SourceFile[],
  encoder: Encoder | Promise<Encoder>,
  options: CompareOptions,
  run: CompareRun = {},
): Promise<Result<Comparison>> {
  const names = files.map((file) => file.name);
  const ready = settled(encoder);
  try {
    const read = await readBoth(files, options, run);
    if (!read.ok) return read;
    run.onRead?.({ fr: read.value.fr.name, en: read.value.en.name });
    const loaded = await ready;
    run.signal?.throwIfAborted();
    if (!loaded.ok) return { ok: false, failure: { code: 'no-encoder', files: [], detail: loaded.why } };
    return { ok: true, value: await compareArticles(read.value, loaded.encoder, options, run) };
  } catch (error) {
    const failure: Failure = run.signal?.aborted
      ? { code: 'cancelled', files: names }
      : { code: 'internal', files: names, detail: String(error) };
    return { ok: false, failure };
  }
}

/** An encoder that fails to load while the files are read is reported when it is needed, not as an unhandled rejection. */
async function settled(
  encoder: Encoder | Promise<Encoder>,
): Promise<{ ok: true; encoder: Encoder } | { ok: false; why: string }> {
  try {
    return { ok: true, encoder: await encoder };
  } catch (error) {
    return { ok: false, why: error instanceof Error ? error.message : String(error) };
  }
}

async function readBoth(
  files: readonly SourceFile[],
  options: CompareOptions,
  run: CompareRun,
): Promise<Result<Readonly<Record<Side, Article>>>> {
  if (files.length > 2)
    return {
      ok: false,
      failure: { code: 'too-many', files: files.map((file) => file.name), detail: String(files.length) },
    };
  const reads: TextWithBlocks[] = [];
  for (const [at, file] of files.entries()) {
    run.progress?.({ stage: 'read', done: at, total: files.length });
    await pause(run);
    const read = await readArticle(file, run.signal);
    if (!read.ok) return read;
    reads.push(read.value);
  }
  // Lines that someone has cut already come in the order that was said.
  const presegmented = options.presegmented === true;
  const apart = tellApart(reads, options.sides ?? (presegmented ? ['fr', 'en'] : undefined));
  if (!apart.ok) return apart;
  await pause(run);
  const fr = buildArticle(apart.value.fr, 'fr', { presegmented });
  await pause(run);
  const en = buildArticle(apart.value.en, 'en', { presegmented });
  run.progress?.({ stage: 'read', done: files.length, total: files.length });
  return { ok: true, value: { fr, en } };
}

/** Lets the thread hear of a cancel. */
async function pause(run: CompareRun): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve));
  run.signal?.throwIfAborted();
}

async function compareArticles(
  articles: Readonly<Record<Side, Article>>,
  encoder: Encoder,
  options: CompareOptions,
  run: CompareRun,
): Promise<Comparison> {
  const kept = { fr: sentencesToAlign(articles.fr), en: sentencesToAlign(articles.en) };
  const fr = kept.fr.map((index) => sentenceText(articles.fr, index));
  const en = kept.en.map((index) => sentenceText(articles.en, index));

  const vectors = await encoder.encode([...fr, ...en], stageRun('encode', run));
  const { beads, pairKind } = await align(
    {
      fr,
      en,
      vectors: { fr: vectors.subarray(0, fr.length * DIMENSION), en: vectors.subarray(fr.length * DIMENSION) },
      ...(options.pairKind && { pairKind: options.pairKind }),
    },
    stageRun('align', run),
  );

  const compareRun = inHalves(stageRun('compare', run), pairKind, fr.length + en.length);
  const linked =
    pairKind === 'comparable'
      ? await linkComparable({ fr, en, encoder, beads }, compareRun.links)
      : { beads, links: [] };
  const aligned = {
    articles,
    original: 'fr' as const,
    pairKind,
    beads: beadsInReadingOrder([
      ...linked.beads.map((bead) => beadInArticles(bead, kept, articles)),
      ...leftOut(articles, kept),
    ]),
    links: linked.links.map((link) => linkInArticles(link, kept, articles)),
  };
  const pairs = correspondences(aligned);
  const later = options.marks === 'if-few' && pairKind === 'translation' && pairs.length > FEW_PAIRS;
  const now = options.marks === false || later ? [] : pairs;
  const marks = await compareMarks(aligned, encoder, compareRun.marks, now);
  return { ...aligned, marks, ...(later && { unmarked: [...pairs.keys()] }) };
}

/** So many pairs are compared inside in half a second. */
const FEW_PAIRS = 100;

/** What is neither page furniture nor blank. */
function sentencesToAlign(article: Article): number[] {
  return article.sentences.flatMap(({ start, end, block }, index) =>
    article.blocks[block]?.furniture || article.text.slice(start, end).trim() === '' ? [] : [index],
  );
}

function sentenceText({ sentences, text }: Article, index: number): string {
  const { start, end } = sentences[index] ?? { start: 0, end: 0 };
  return text.slice(start, end);
}

function stageRun(stage: Stage, { signal, progress }: CompareRun): Run {
  return {
    ...(signal && { signal }),
    ...(progress && {
      progress: (done: number, total: number) => {
        progress({ stage, done, total });
      },
    }),
  };
}

/** Two articles on one event are compared twice, clause by clause and then word by word: half the stage each. */
function inHalves(run: Run, pairKind: PairKind, sentences: number): Readonly<Record<'links' | 'marks', Run>> {
  const { signal, progress } = run;
  const portion = (before: number, share: number): Run => ({
    ...(signal && { signal }),
    ...(progress && {
      progress: (done: number, total: number) => {
        progress(Math.floor((before + share * (total > 0 ? done / total : 1)) * sentences), sentences);
      },
    }),
  });
  return pairKind === 'translation'
    ? { links: run, marks: portion(0, 1) }
    : { links: portion(0, 0.5), marks: portion(0.5, 0.5) };
}

type Indexes = Readonly<Record<Side, readonly number[]>>;

function beadInArticles(bead: Bead, kept: Indexes, articles: Readonly<Record<Side, Article>>): Bead {
  const fr = bead.fr.flatMap((at) => kept.fr[at] ?? []);
  const en = bead.en.flatMap((at) => kept.en[at] ?? []);
  return {
    fr,
    en,
    confidence: bead.confidence,
    moved: bead.moved,
    ...(bead.parts && {
      parts: { fr: inArticle(bead.parts.fr, articles.fr, fr[0]), en: inArticle(bead.parts.en, articles.en, en[0]) },
    }),
  };
}

function linkInArticles(link: PartialLink, kept: Indexes, articles: Readonly<Record<Side, Article>>): PartialLink {
  const fr = kept.fr[link.fr] ?? 0;
  const en = kept.en[link.en] ?? 0;
  return {
    fr,
    en,
    parts: { fr: inArticle(link.parts.fr, articles.fr, fr), en: inArticle(link.parts.en, articles.en, en) },
    confidence: link.confidence,
  };
}

/** From a range in a sentence to a range in the text. */
function inArticle({ start, end }: Range, { sentences }: Article, sentence = 0): Range {
  const offset = sentences[sentence]?.start ?? 0;
  return { start: start + offset, end: end + offset };
}

/** Sentences that are not aligned stand alone, and there is no doubt about it. */
function leftOut(articles: Readonly<Record<Side, Article>>, kept: Indexes): Bead[] {
  const alone = (side: Side): number[] => {
    const aligned = new Set(kept[side]);
    return [...articles[side].sentences.keys()].filter((index) => !aligned.has(index));
  };
  const bead = { confidence: 1, moved: false };
  return [
    ...alone('fr').map((index) => ({ ...bead, fr: [index], en: [] })),
    ...alone('en').map((index) => ({ ...bead, fr: [], en: [index] })),
  ];
}
