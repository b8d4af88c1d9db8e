import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Side } from '../../../contract.ts';
import { loadEncoder } from '../../encoder/inThread.ts';
import { unpackWeights } from '../../encoder/weights.ts';
import { drive } from '../steps.ts';
import { FEATURE_NAMES, type FeatureName } from './features.ts';
import { compareArticles } from './pairs.ts';
import { profileSentences, type SentenceProfile } from './profile.ts';
import recorded from './testdata/reference.json' with { type: 'json' };

const ARTICLES = { '000': 'fr', '002': 'en', '004': 'fr' } as const satisfies Record<string, Side>;
type Name = keyof typeof ARTICLES;

/** Features that mean something else here: shared facts count by rarity, a lost straight quote opens nothing. */
const CHANGED: ReadonlySet<FeatureName | undefined> = new Set(['numbersShared', 'namesShared', 'quoted']);

const profiles: Partial<Record<Name, SentenceProfile[]>> = {};

beforeAll(async () => {
  const file = (name: string): Uint8Array<ArrayBuffer> =>
    new Uint8Array(readFileSync(new URL(`../../../../resources/encoder/${name}`, import.meta.url)));
  const weights = await unpackWeights(new Blob([file('weights.bin.gz')]).stream(), { shared: false });
  const encoder = loadEncoder(weights, await WebAssembly.compile(file('kernel.wasm')));
  for (const [name, side] of Object.entries(ARTICLES) as [Name, Side][]) {
    profiles[name] = await profileSentences(recorded.sentences[name], side, encoder);
  }
});

describe('against values recorded from the reference on three articles', () => {
  it.each(Object.keys(ARTICLES) as Name[])('clauses and word weights of %s agree', (name) => {
    recorded.profiles[name].forEach((expected, index) => {
      const profile = profiles[name]?.[index];
      expect(profile?.cuts).toEqual(expected.cuts);
      expected.weights.forEach((weight, word) => {
        expect(profile?.weights[word]).toBeCloseTo(weight, 2);
      });
    });
  });

  it('finds the same spans and features', async () => {
    const en = profiles['002'] ?? [];
    const comparisons = {
      '000': await drive(compareArticles(profiles['000'] ?? [], en), 1, {}),
      '004': await drive(compareArticles(profiles['004'] ?? [], en), 1, {}),
    };
    for (const expected of recorded.pairs) {
      const article = expected.article as '000' | '004';
      const pair = comparisons[article].pair(expected.fr, expected.en);
      const a = profiles[article]?.[expected.fr];
      const b = en[expected.en];
      if (!pair || !a || !b) throw new Error('a sentence is missing');
      const words = [a.spans[pair.spans.fr]?.words, b.spans[pair.spans.en]?.words].map((range) => [
        range?.start,
        range?.end,
      ]);
      expect(words).toEqual([expected.spans.fr, expected.spans.en]);
      expected.features.forEach((value, index) => {
        if (CHANGED.has(FEATURE_NAMES[index])) return;
        expect(Math.abs((pair.features[index] ?? NaN) - value), FEATURE_NAMES[index]).toBeLessThan(0.02);
      });
    }
  });
});
