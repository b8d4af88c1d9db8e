import { describe, expect, it } from 'vitest';
import type { Comparison, MarkedPairs } from '../../contract.ts';
import { comparisonFixture } from '../comparisonFixture.ts';
import { markLater, type LaterMarks } from './markLater.ts';
import { compareMarks } from './marks.ts';
import { meaningEncoder } from './meaningFixture.ts';
import { withMarks } from './withMarks.ts';

const numbers = [...Array(100).keys()];
const comparison: Comparison = {
  ...comparisonFixture({
    fr: numbers.map((at) => `Ils étaient ${at + 200}.`),
    en: numbers.map((at) => `They were ${at + 400}.`),
    beads: numbers.map((at) => ({ fr: [at], en: [at] })),
  }),
  unmarked: numbers,
};
const encoder = meaningEncoder({ ils: 'they', étaient: 'were' });

async function all(later: LaterMarks, each: (found: MarkedPairs) => void = () => undefined): Promise<MarkedPairs[]> {
  const found: MarkedPairs[] = [];
  for await (const next of later.found(encoder)) {
    found.push(next);
    each(next);
  }
  return found;
}

describe('markLater', () => {
  it('finds in the end what is found at once', async () => {
    const found = (await all(markLater(comparison))).flatMap(({ marks }) => marks);
    expect(found).toHaveLength(100);
    expect(found).toEqual(await compareMarks(comparison, encoder));
  });

  it('leaves a comparison that is whole once all is found', async () => {
    const found = await all(markLater(comparison));
    const { unmarked, ...rest } = comparison;
    expect(withMarks(comparison, found.slice(0, 1)).unmarked).toEqual(unmarked?.slice(64));
    expect(withMarks(comparison, found)).toEqual({ ...rest, marks: await compareMarks(comparison, encoder) });
  });

  it('begins with the pairs that are in sight, and turns to others when these are', async () => {
    const later = markLater(comparison);
    later.prefer([70, 71]);
    const found = await all(later, ({ pairs }) => {
      if (pairs.includes(70)) later.prefer([40]);
    });
    expect(found.slice(0, 2).map(({ pairs }) => pairs)).toEqual([[70, 71], [40]]);
    expect(found.flatMap(({ pairs }) => pairs).sort((a, b) => a - b)).toEqual(numbers);
  });

  it('goes on with what is left of a comparison that was saved halfway', async () => {
    const found = await all(markLater({ ...comparison, unmarked: [3, 99] }));
    expect(found.map(({ pairs }) => pairs)).toEqual([[3, 99]]);
    expect(found[0]?.marks).toHaveLength(2);
  });

  it('compares two articles on one event all at once', async () => {
    expect(await all(markLater({ ...comparison, pairKind: 'comparable' }))).toHaveLength(1);
  });

  it('stops when it is told to', async () => {
    const stop = new AbortController();
    stop.abort(new Error('enough'));
    await expect(markLater(comparison).found(encoder, stop.signal).next()).rejects.toThrow('enough');
  });
});
