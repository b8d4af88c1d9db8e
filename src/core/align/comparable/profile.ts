import type { Range, Side } from '../../../contract.ts';
import { tokenize } from '../../compare/tokens.ts';
import { DIMENSION, FEATURES, type Encoder, type Run, type WordFeatures } from '../../encoder/encoder.ts';
import { clauseCuts } from './clauses.ts';
import { numberValues } from './numbers.ts';
import { CONTENT_WEIGHT, documentRarity, nameKeys, wordWeights } from './wordWeights.ts';

/** Words beyond this many are not looked at: a "sentence" that long is a table or a list. */
const MOST_WORDS = 200;
/** Sentences encoded at once: the token features of a batch take about 10 MB. */
const BATCH = 64;

/** A run of neighbouring clauses, as a half-open range of clause indexes and one of word indexes. */
export interface Span {
  readonly clauses: Range;
  readonly words: Range;
}

/** What is known of one sentence before it is compared with any other. Arrays have one value a word. */
export interface SentenceProfile {
  readonly words: readonly string[];
  /** Where each word stands in the sentence, UTF-16 units. */
  readonly ranges: readonly Range[];
  /** How much a word's match says, 0 (punctuation) to 1 (rare). */
  readonly weights: Float64Array;
  /** words x 256, unit length, comparable across languages. */
  readonly vectors: Float32Array;
  /** Value of a number, NaN for other words. */
  readonly numbers: Float64Array;
  /** Folded form of a capitalised word, '' for other words. */
  readonly names: readonly string[];
  /** 1 inside quotation marks. */
  readonly quoted: Uint8Array;
  /** Clause starts, and the number of words at the end. */
  readonly cuts: readonly number[];
  /** The whole sentence first. */
  readonly spans: readonly Span[];
  /** spans x DIMENSION, unit length. */
  readonly spanVectors: Float32Array;
}

/**
 * Reads the sentences of one article: words, weights, clauses and the vectors of every run of clauses.
 * Each sentence goes through the encoder once; the vectors of its runs come from sums of its token features
 * and the tail of the network. Rejects with the signal's reason when aborted.
 */
export async function profileSentences(
  sentences: readonly string[],
  side: Side,
  encoder: Encoder,
  run: Run = {},
): Promise<SentenceProfile[]> {
  const cut = sentences.map(wordsOf);
  const rarity = documentRarity(cut.map((sentence) => sentence.words));
  // The encoder's own progress counts each sentence twice, once for its words and once for its runs.
  const quiet: Run = run.signal ? { signal: run.signal } : {};
  const profiles: SentenceProfile[] = [];
  for (let start = 0; start < cut.length; start += BATCH) {
    run.signal?.throwIfAborted();
    const batch = cut.slice(start, start + BATCH);
    const features = await encoder.words(
      batch.map((sentence) => sentence.words),
      side,
      quiet,
    );
    const drafts = batch.map((sentence, index) => {
      const feature = features[index];
      if (!feature) throw new Error('the encoder gave fewer sentences than it was given');
      return draft(sentence, feature, side, rarity);
    });
    const vectors = await spanVectors(drafts, encoder, quiet);
    drafts.forEach(({ profile }, index) => {
      profiles.push({ ...profile, spanVectors: vectors[index] ?? new Float32Array() });
    });
    run.progress?.(Math.min(cut.length, start + BATCH), cut.length);
  }
  return profiles;
}

interface CutSentence {
  readonly words: readonly string[];
  readonly ranges: readonly Range[];
}

function wordsOf(sentence: string): CutSentence {
  const words = tokenize(sentence).slice(0, MOST_WORDS);
  if (words.length === 0) return { words: ['.'], ranges: [{ start: 0, end: sentence.length }] };
  return { words: words.map((word) => word.text), ranges: words.map(({ start, end }) => ({ start, end })) };
}

interface Draft {
  readonly profile: Omit<SentenceProfile, 'spanVectors'>;
  readonly features: WordFeatures;
}

function draft({ words, ranges }: CutSentence, features: WordFeatures, side: Side, rarity: Map<string, number>): Draft {
  const weights = wordWeights(words, features.logProbability, rarity);
  const isContent = Array.from(weights, (weight) => weight > CONTENT_WEIGHT);
  const cuts = clauseCuts(words, isContent, side);
  return {
    features,
    profile: {
      words,
      ranges,
      weights,
      vectors: features.vectors,
      numbers: numberValues(words, side),
      names: nameKeys(words, side),
      quoted: quotedWords(words),
      cuts,
      spans: runsOfClauses(cuts),
    },
  };
}

function runsOfClauses(cuts: readonly number[]): Span[] {
  const clauses = cuts.length - 1;
  const span = (start: number, end: number): Span => ({
    clauses: { start, end },
    words: { start: cuts[start] ?? 0, end: cuts[end] ?? 0 },
  });
  const spans = [span(0, clauses)];
  for (let start = 0; start < clauses; start++) {
    for (let end = start + 1; end <= clauses; end++) if (end - start < clauses) spans.push(span(start, end));
  }
  return spans;
}

function quotedWords(words: readonly string[]): Uint8Array {
  const quoted = new Uint8Array(words.length);
  let open = 0;
  // The last of an odd number of straight quotes opens nothing: its other half was lost.
  const last = words.filter((word) => word === '"').length % 2 === 1 ? words.lastIndexOf('"') : -1;
  words.forEach((word, index) => {
    if (word === '«' || word === '“' || word === '„') open = 1;
    else if (word === '»' || word === '”') open = 0;
    else if (word === '"') open = index === last ? 0 : 1 - open;
    else quoted[index] = open;
  });
  return quoted;
}

/** Sums of token features over each run, with the frame of the whole sentence, through the tail of the network. */
async function spanVectors(drafts: readonly Draft[], encoder: Encoder, run: Run): Promise<Float32Array[]> {
  const count = drafts.reduce((sum, { profile }) => sum + profile.spans.length, 0);
  const sums = new Float32Array(count * FEATURES);
  const lengths = new Float32Array(count);
  let row = 0;
  for (const { profile, features } of drafts) {
    const before = prefixSums(features, profile.words.length);
    for (const { words } of profile.spans) {
      const from = words.start * FEATURES;
      const to = words.end * FEATURES;
      for (let value = 0; value < FEATURES; value++) {
        sums[row * FEATURES + value] =
          (before[to + value] ?? 0) - (before[from + value] ?? 0) + (features.frame[value] ?? 0);
      }
      let pieces = 2;
      for (let word = words.start; word < words.end; word++) pieces += features.pieces[word] ?? 0;
      lengths[row] = pieces;
      row++;
    }
  }
  const all = await encoder.spans(sums, lengths, run);
  let offset = 0;
  return drafts.map(({ profile }) => {
    const size = profile.spans.length * DIMENSION;
    offset += size;
    return all.slice(offset - size, offset);
  });
}

function prefixSums(features: WordFeatures, words: number): Float32Array {
  const before = new Float32Array((words + 1) * FEATURES);
  for (let at = 0; at < words * FEATURES; at++) before[at + FEATURES] = (before[at] ?? 0) + (features.sums[at] ?? 0);
  return before;
}
