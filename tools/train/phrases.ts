/**
 * Fits the weights of phrases.ts on the novels and articles of the gold sentences, with phrases cut out at random
 * (`node tools/run-built.mjs train-phrases [FILE]`), and writes src/core/compare/phraseWeights.json. The stories, on which the
 * marks are measured, are left out.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openEncoder } from '../../src/cli/encoder.ts';
import { packageRoot } from '../../src/cli/packageRoot.ts';
import { encodePairs, type TokenPair } from '../../src/core/compare/encodePairs.ts';
import { gatherEvidence } from '../../src/core/compare/phraseFeatures.ts';
import {
  FEATURE_NAMES,
  leftFeatures,
  LEFT_FEATURES,
  rightFeatures,
  RIGHT_FEATURES,
  SpanSurroundings,
  wordFeatures,
  WORD_FEATURES,
} from '../../src/core/compare/phraseModel.ts';
import { forEachSpan } from '../../src/core/compare/phrases.ts';
import { tokenize } from '../../src/core/compare/tokens.ts';
import { randomNumbers } from '../../src/core/align/random.ts';
import { GOLD_FOLDER, readGold } from '../../bench/gold.ts';
import { cutPhrase, type DamagedPair } from './phraseCuts.ts';
import { fitSpans, type SpanExample } from './spanModel.ts';

const SEED = 20200103;

/** Of the pairs, this share loses a phrase. */
const DAMAGED = 0.65;

const MOST_WORDS = 70;
const MOST_PAIRS = 2600;

/** A span that shares this much with the cut phrase is right (intersection over union). */
const RIGHT = 0.7;

await trainPhrases(process.argv[2] ?? join(packageRoot(), 'src/core/compare/phraseWeights.json'));

async function trainPhrases(path: string): Promise<void> {
  const random = randomNumbers(SEED);
  const encoder = await openEncoder({ threads: 1 });
  try {
    const damaged: DamagedPair[] = [];
    for await (const batch of encodePairs(trainingPairs(random), encoder))
      for (const pair of batch) {
        const cut = random() < DAMAGED ? cutPhrase(pair, random) : null;
        damaged.push(cut ?? { fr: pair.fr.words, en: pair.en.words, alone: null });
      }
    const examples: SpanExample[] = [];
    for await (const batch of encodePairs(damaged, encoder))
      for (const pair of batch) {
        const source = damaged[examples.length];
        if (source) examples.push(exampleOf(source, pair));
      }
    const weights = fitSpans(examples, FEATURE_NAMES.length);
    const rounded = FEATURE_NAMES.map((name, index) => [name, Number((weights[index] ?? 0).toFixed(4))]);
    writeFileSync(path, `${JSON.stringify(Object.fromEntries(rounded), null, 2)}\n`);
  } finally {
    encoder.close();
  }
}

function trainingPairs(random: () => number): TokenPair[] {
  const words = (sentences: readonly string[], indexes: readonly number[]): string[] =>
    tokenize(indexes.map((index) => sentences[index] ?? '').join(' ')).map((word) => word.text);
  const documents = readGold(GOLD_FOLDER).filter(({ name, base }) => name === base && !name.startsWith('story'));
  const pairs = documents.flatMap(({ fr, en, beads }) =>
    beads
      .filter((bead) => [bead.fr.length, bead.en.length].every((count) => count > 0 && count <= 2))
      .map((bead) => ({ fr: words(fr, bead.fr), en: words(en, bead.en) }))
      .filter((pair) => [pair.fr, pair.en].every(({ length }) => length >= 4 && length <= MOST_WORDS)),
  );
  return pairs
    .map((pair) => ({ pair, key: random() }))
    .sort((a, b) => a.key - b.key)
    .slice(0, MOST_PAIRS)
    .map(({ pair }) => pair);
}

function exampleOf({ alone }: DamagedPair, pair: Parameters<typeof gatherEvidence>[0]): SpanExample {
  const { sides } = gatherEvidence(pair);
  const rows: Float64Array[] = [];
  const right: boolean[] = [];
  for (const side of [sides.fr, sides.en]) {
    const surroundings = new SpanSurroundings(side, side === sides.fr ? sides.en : sides.fr);
    const leftAt = WORD_FEATURES.length;
    const rightAt = leftAt + LEFT_FEATURES.length;
    forEachSpan(side, (start, end) => {
      const row = new Float64Array(FEATURE_NAMES.length);
      const word = new Float64Array(leftAt);
      for (let index = start; index < end; index++) {
        word.fill(0);
        wordFeatures(side, index, word, 0);
        for (let at = 0; at < leftAt; at++) row[at] = (row[at] ?? 0) + (word[at] ?? 0);
      }
      leftFeatures(side, start, row, leftAt);
      rightFeatures(side, end, row, rightAt);
      surroundings.features(start, end, row, rightAt + RIGHT_FEATURES.length);
      rows.push(row);
      const shared = alone?.side === side.side ? Math.min(end, alone.end) - Math.max(start, alone.start) : 0;
      const union = alone ? end - start + alone.end - alone.start - shared : 1;
      right.push(shared / union >= RIGHT);
    });
  }
  const features = new Float32Array(rows.length * FEATURE_NAMES.length);
  rows.forEach((row, index) => {
    features.set(row, index * FEATURE_NAMES.length);
  });
  return { features, right: Uint8Array.from(right, Number), damaged: alone !== null };
}
