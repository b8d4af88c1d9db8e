import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Side } from '../../../contract.ts';
import { loadEncoder } from '../../encoder/inThread.ts';
import { unpackWeights } from '../../encoder/weights.ts';
import { backgrounds } from './backgrounds.ts';
import { cover } from './coverage.ts';
import { FEATURE_NAMES, pairFeatures } from './features.ts';
import { profileSentences, type SentenceProfile } from './profile.ts';
import { bestSpanPair } from './spanPair.ts';
import recorded from './testdata/reference.json' with { type: 'json' };

const ARTICLES = { '000': 'fr', '002': 'en', '004': 'fr' } as const satisfies Record<string, Side>;
type Name = keyof typeof ARTICLES;

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

  it('finds the same spans and features', () => {
    const en = profiles['002'] ?? [];
    for (const expected of recorded.pairs) {
      const fr = profiles[expected.article as '000' | '004'] ?? [];
      const a = fr[expected.fr];
      const b = en[expected.en];
      const backgroundFr = backgrounds(a ? [a] : [], en)[0];
      const backgroundEn = backgrounds(b ? [b] : [], fr)[0];
      if (!a || !b || !backgroundFr || !backgroundEn) throw new Error('a sentence is missing');
      const coverage = cover(a, b);
      const pair = bestSpanPair(a, b, coverage, backgroundFr, backgroundEn);
      const words = [a.spans[pair.fr]?.words, b.spans[pair.en]?.words].map((range) => [range?.start, range?.end]);
      expect(words).toEqual([expected.spans.fr, expected.spans.en]);
      const features: Record<string, number> = pairFeatures(a, b, coverage, pair);
      expected.features.forEach((value, index) => {
        const name = FEATURE_NAMES[index] ?? '';
        expect(Math.abs((features[name] ?? NaN) - value), name).toBeLessThan(0.02);
      });
    }
  });
});
