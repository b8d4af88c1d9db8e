import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeLinks, type ScoredPair } from './merge.ts';

const LEAST = 0.25;

function pair(fr: number, en: number, confidence: number, share = 1): ScoredPair {
  const whole = { start: 0, end: 40 };
  const part = share < 0.9 ? { start: 10, end: 30 } : whole;
  return {
    fr,
    en,
    confidence,
    share: { fr: share, en: share },
    parts: { fr: part, en: part },
    whole: { fr: whole, en: whole },
  };
}

describe('mergeLinks', () => {
  it('gives each sentence to its most probable partner and keeps the other links', () => {
    const { beads, links } = mergeLinks(2, 2, [pair(0, 0, 0.9), pair(0, 1, 0.6), pair(1, 0, 0.3)], [], LEAST);
    expect(beads.filter((bead) => bead.fr.length > 0 && bead.en.length > 0)).toEqual([
      { fr: [0], en: [0], confidence: 0.9, moved: false },
    ]);
    expect(links.map(({ fr, en }) => [fr, en])).toEqual([
      [0, 1],
      [1, 0],
    ]);
  });

  it('says which parts correspond where that is not the whole of both', () => {
    const { beads } = mergeLinks(1, 1, [pair(0, 0, 0.9, 0.5)], [], LEAST);
    expect(beads[0]?.parts).toEqual({ fr: { start: 10, end: 30 }, en: { start: 10, end: 30 } });
  });

  it('makes no bead of a link that is a small part of both sentences', () => {
    const { beads, links } = mergeLinks(1, 1, [pair(0, 0, 0.9, 0.2)], [], LEAST);
    expect(beads).toHaveLength(2);
    expect(links).toHaveLength(1);
  });

  it('keeps a bead of several sentences where one of its pairs is probable, and shows no link inside it', () => {
    const aligned = [{ fr: [0, 1], en: [0], confidence: 0.95, moved: false }];
    const probable = mergeLinks(2, 1, [pair(0, 0, 0.8), pair(1, 0, 0.6)], aligned, LEAST);
    expect(probable.beads.map(({ fr, en }) => [fr, en])).toEqual([[[0, 1], [0]]]);
    expect(probable.links).toEqual([]);
    const improbable = mergeLinks(2, 1, [pair(0, 0, 0.3)], aligned, LEAST);
    expect(improbable.beads.map(({ fr, en }) => [fr, en])).toEqual([
      [[0], [0]],
      [[1], []],
    ]);
  });

  it('calls a bead moved when it crosses the order of the heavier ones', () => {
    const { beads } = mergeLinks(3, 3, [pair(0, 2, 0.5), pair(1, 0, 0.9), pair(2, 1, 0.9)], [], LEAST);
    expect(beads.map((bead) => bead.moved)).toEqual([true, false, false]);
  });

  it('puts every sentence into exactly one bead, and shows no link below the least confidence', () => {
    const pairs = fc.uniqueArray(
      fc.record({
        fr: fc.nat(7),
        en: fc.nat(7),
        confidence: fc.double({ min: 0, max: 1, noNaN: true }),
        share: fc.double({ min: 0.05, max: 1, noNaN: true }),
      }),
      { selector: ({ fr, en }) => fr * 8 + en },
    );
    const alignedBeads = fc.constantFrom(
      [],
      [{ fr: [0, 1], en: [0], confidence: 0.9, moved: false }],
      [{ fr: [3], en: [4, 5, 6], confidence: 0.8, moved: false }],
    );
    fc.assert(
      fc.property(pairs, alignedBeads, (drawn, aligned) => {
        const scored = drawn.map(({ fr, en, confidence, share }) => pair(fr, en, confidence, share));
        const { beads, links } = mergeLinks(8, 8, scored, aligned, LEAST);
        const all = [0, 1, 2, 3, 4, 5, 6, 7];
        expect(beads.flatMap((bead) => bead.fr).sort()).toEqual(all);
        expect(beads.flatMap((bead) => bead.en).sort()).toEqual(all);
        for (const { confidence } of [...beads, ...links]) {
          expect(confidence).toBeGreaterThanOrEqual(0);
          expect(confidence).toBeLessThanOrEqual(1);
        }
        for (const { confidence } of links) expect(confidence).toBeGreaterThanOrEqual(LEAST);
      }),
    );
  });
});
