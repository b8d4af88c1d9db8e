import { describe, expect, it } from 'vitest';
import type { Comparison, Mark } from '../../contract.ts';
import { comparisonFixture, rangeOf } from '../comparisonFixture.ts';
import { correspondences } from './correspondences.ts';
import { compareMarks } from './marks.ts';
import { meaningEncoder } from './meaningFixture.ts';

/** Numbers and letters tell all that these texts differ in. */
function marksOf(comparison: Comparison): Promise<Mark[]> {
  return compareMarks(comparison, meaningEncoder(MEANINGS));
}

const MEANINGS = {
  rien: 'nothing',
  ils: 'they',
  étaient: 'were',
  puis: 'then',
  les: 'the',
  pays: 'allies',
  ont: 'have',
  parlé: 'spoke',
};

function brief(comparison: Comparison, marks: readonly Mark[]): string[] {
  const text = (side: 'fr' | 'en', { start, end }: { start: number; end: number }): string =>
    comparison.articles[side].text.slice(start, end);
  return marks.map((mark) =>
    mark.kind === 'changed'
      ? `${text('fr', mark.fr)} → ${text('en', mark.en)}`
      : `${mark.side} ${text(mark.side, mark.range)}`,
  );
}

describe('in a translation', () => {
  const comparison = comparisonFixture({
    fr: ['Rien.', 'Ils étaient 29.', 'Puis 30.', 'Seuls 77 restent.'],
    en: ['Nothing.', 'They were 28, then 30.', 'And 99 more.'],
    beads: [
      { fr: [0], en: [0] },
      { fr: [1, 2], en: [1], confidence: 0.5 },
      { fr: [3], en: [] },
      { fr: [], en: [2] },
    ],
  });

  it('compares the sentences of each bead together and gives ranges of the article', async () => {
    expect(brief(comparison, await marksOf(comparison))).toEqual(['29 → 28']);
  });

  it('is no surer of a mark than of its pair', async () => {
    expect((await marksOf(comparison))[0]?.certainty).toBeCloseTo(0.45);
  });
});

describe('in two articles on one event', () => {
  const plain = comparisonFixture({
    pairKind: 'comparable',
    fr: ['Les 29 pays ont parlé 3 heures de 40 drones.', 'Il y a eu 12 morts.'],
    en: ['The 28 allies spoke, said 5 people.', 'It took 3 hours.', '11 people died.'],
    beads: [
      { fr: [0], en: [] },
      { fr: [1], en: [2] },
      { fr: [], en: [0] },
      { fr: [], en: [1] },
    ],
  });
  const { fr, en } = plain.articles;

  it('compares only what corresponds', async () => {
    const comparison = {
      ...plain,
      links: [
        {
          fr: 0,
          en: 0,
          parts: { fr: rangeOf(fr, 0, 'Les 29 pays'), en: rangeOf(en, 0, 'The 28 allies') },
          confidence: 0.6,
        },
      ],
    };
    expect(brief(comparison, await marksOf(comparison))).toEqual(['12 → 11', '29 → 28']);
  });

  it('marks no number that the other article leaves out', async () => {
    const parts = { fr: rangeOf(fr, 0, 'de 40 drones'), en: rangeOf(en, 0, 'spoke, said 5 people') };
    const comparison = { ...plain, links: [{ fr: 0, en: 0, parts, confidence: 0.6 }] };
    expect(brief(comparison, await marksOf(comparison))).toEqual(['12 → 11', '40 → 5']);
    const alone = {
      ...comparison,
      links: [{ fr: 0, en: 0, parts: { ...parts, en: rangeOf(en, 0, 'spoke') }, confidence: 0.6 }],
    };
    expect(brief(alone, await marksOf(alone))).toEqual(['12 → 11']);
  });

  it('marks no number that the other article states elsewhere', async () => {
    const parts = { fr: rangeOf(fr, 0, 'parlé 3 heures'), en: rangeOf(en, 0, 'said 5 people') };
    const comparison = { ...plain, links: [{ fr: 0, en: 0, parts, confidence: 0.6 }] };
    expect(brief(comparison, await marksOf(comparison))).toEqual(['12 → 11']);
  });

  it('lets the surest partner alone judge a number', async () => {
    const comparison = {
      ...plain,
      links: [
        { fr: 0, en: 0, parts: { fr: rangeOf(fr, 0, 'Les 29'), en: rangeOf(en, 0, 'The 28') }, confidence: 0.6 },
        { fr: 0, en: 2, parts: { fr: rangeOf(fr, 0, 'Les 29'), en: rangeOf(en, 2, 'people died') }, confidence: 0.3 },
      ],
    };
    expect(brief(comparison, await marksOf(comparison))).toEqual(['12 → 11', '29 → 28']);
  });
});

describe('the run', () => {
  const comparison = comparisonFixture({
    fr: ['Ils étaient 29.', 'Puis 30.'],
    en: ['They were 28.', 'Then 31.'],
    beads: [
      { fr: [0], en: [0] },
      { fr: [1], en: [1] },
    ],
  });

  it('counts pairs and ends with all of them', async () => {
    const seen: [number, number][] = [];
    await compareMarks(comparison, meaningEncoder(), { progress: (done, total) => seen.push([done, total]) });
    expect(seen.at(-1)).toEqual([2, 2]);
    expect(seen.map(([done]) => done)).toEqual(seen.map(([done]) => done).sort((a, b) => a - b));
  });

  it('stops when it is told to', async () => {
    const stop = new AbortController();
    stop.abort(new Error('enough'));
    await expect(compareMarks(comparison, meaningEncoder(), { signal: stop.signal })).rejects.toThrow('enough');
  });

  it('compares the wanted pairs alone', async () => {
    const [, second] = correspondences(comparison);
    const marks = await compareMarks(comparison, meaningEncoder(), {}, second ? [second] : []);
    expect(brief(comparison, marks)).toEqual(['30 → 31']);
  });
});
