import type { Mark, Side } from '../../contract.ts';
import { drive, type Steps } from '../align/steps.ts';
import type { Encoder, Run } from '../encoder/encoder.ts';
import { comparePair, type PairSide } from './comparePair.ts';
import { correspondences, Passage, type Aligned, type Correspondence } from './correspondences.ts';
import { encodePairs, type WordPair } from './encodePairs.ts';
import { FactJudge } from './factJudge.ts';
import { compareFigures, type FactOptions } from './facts.ts';
import { bothMarkSpeech } from './quotation.ts';
import { tokenize, type Word } from './tokens.ts';

/**
 * Compares what corresponds, pair by pair: all of a translation, but of two articles on one event only the numbers and dates
 * that both state, since such articles choose what they tell and whom they name.
 * @param run counts pairs
 * @param pairs of `correspondences(aligned)`: all of them, or those of a translation that are wanted first
 * @returns marks with ranges of the articles, in the order of the pairs; of two articles on one event, the surest pair first
 */
export async function compareMarks(
  aligned: Aligned,
  encoder: Encoder,
  run: Run = {},
  pairs: readonly Correspondence[] = correspondences(aligned),
): Promise<Mark[]> {
  return pairMarker(aligned, encoder)(pairs, run);
}

/** The same for a comparison of which some pairs are wanted at a time: what all of its texts say is read once. */
export function pairMarker(
  aligned: Aligned,
  encoder: Encoder,
): (pairs: readonly Correspondence[], run?: Run) => Promise<Mark[]> {
  if (aligned.pairKind === 'comparable')
    return (pairs, run = {}) => drive(figureSteps(aligned, pairs), pairs.length, run);
  const options = { quotations: bothMarkSpeech(correspondences(aligned).map((pair) => passageTexts(aligned, pair))) };
  return (pairs, run = {}) => compareWords(aligned, encoder, pairs, options, run);
}

async function compareWords(
  aligned: Aligned,
  encoder: Encoder,
  pairs: readonly Correspondence[],
  options: FactOptions,
  run: Run,
): Promise<Mark[]> {
  const read = pairs.map((pair) => readPair(aligned, pair));
  const tokens = read.map(({ fr, en }) => ({ fr: textsOf(fr.words), en: textsOf(en.words) }));
  const marks: Mark[] = [];
  let done = 0;
  const { signal, progress } = run;
  progress?.(0, read.length);
  for await (const batch of encodePairs(tokens, encoder, signal)) {
    const first = done;
    const found = await drive(wordSteps(read.slice(first, first + batch.length), batch, options), batch.length, {
      ...(signal && { signal }),
      progress: (count) => progress?.(first + count, read.length),
    });
    marks.push(...found);
    done += batch.length;
  }
  return marks;
}

function* figureSteps(aligned: Aligned, pairs: readonly Correspondence[]): Steps<Mark[]> {
  const judge = new FactJudge(aligned);
  const marks: Mark[] = [];
  for (const [at, pair] of [...pairs].sort((a, b) => b.confidence - a.confidence).entries()) {
    yield at / pairs.length;
    const read = readPair(aligned, pair);
    const found = compareFigures({ fr: read.fr.text, en: read.en.text }).flatMap((mark) => placed(mark, read) ?? []);
    marks.push(...found.filter((mark) => mark.kind === 'changed' && judge.allows(mark)));
    judge.close(read);
  }
  return marks;
}

function* wordSteps(pairs: readonly ReadPair[], encoded: readonly WordPair[], options: FactOptions): Steps<Mark[]> {
  const marks: Mark[] = [];
  for (const [at, pair] of pairs.entries()) {
    yield at / pairs.length;
    const side = (name: Side): PairSide => ({
      text: pair[name].text,
      breaks: pair[name].breaks(),
      words: pair[name].words,
      vectors: encoded[at]?.[name].vectors ?? new Float32Array(),
    });
    const found = comparePair({ fr: side('fr'), en: side('en') }, options);
    marks.push(...found.flatMap((mark) => placed(mark, pair) ?? []));
  }
  return marks;
}

/** A passage with its words. */
class ReadPassage extends Passage {
  readonly words: readonly Word[];

  constructor(...of: ConstructorParameters<typeof Passage>) {
    super(...of);
    this.words = tokenize(this.text);
  }
}

interface ReadPair extends Readonly<Record<Side, ReadPassage>> {
  readonly confidence: number;
}

function readPair(aligned: Aligned, { fr, en, confidence }: Correspondence): ReadPair {
  return { fr: new ReadPassage(aligned, 'fr', fr), en: new ReadPassage(aligned, 'en', en), confidence };
}

function passageTexts(aligned: Aligned, { fr, en }: Correspondence): Record<Side, string> {
  return { fr: new Passage(aligned, 'fr', fr).text, en: new Passage(aligned, 'en', en).text };
}

function textsOf(words: readonly Word[]): string[] {
  return words.map(({ text }) => text);
}

/** A difference in a pair is as sure as the pair at most. */
function placed(mark: Mark, { fr, en, confidence }: ReadPair): Mark | null {
  const certainty = mark.certainty * confidence;
  if (mark.kind === 'only') {
    const range = (mark.side === 'fr' ? fr : en).inArticle(mark.range);
    return range && { ...mark, range, certainty };
  }
  const french = fr.inArticle(mark.fr);
  const english = en.inArticle(mark.en);
  return french && english && { ...mark, fr: french, en: english, certainty };
}
