import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { guessHeight, Heights, sentencesByBlock } from './heights.ts';

describe('Heights', () => {
  const heights = fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 60 });

  test('the running sums are the sums of the heights before', () => {
    fc.assert(
      fc.property(heights, (given) => {
        const all = filled(given);
        let sum = 0;
        given.forEach((height, block) => {
          expect(all.offset(block)).toBe(sum);
          sum += height;
        });
        expect(all.total).toBe(sum);
      }),
    );
  });

  test('a height is found in the block that it lies in, and outside in the first or last one', () => {
    fc.assert(
      fc.property(heights, fc.double({ min: 0, max: 1, noNaN: true }), (given, share) => {
        const all = filled(given);
        const y = share * (all.total - 1);
        const block = all.at(y);
        expect(all.offset(block)).toBeLessThanOrEqual(y);
        expect(all.offset(block) + all.get(block)).toBeGreaterThan(y);
        expect(all.at(-5)).toBe(0);
        expect(all.at(all.total + 5)).toBe(given.length - 1);
      }),
    );
  });

  test('a height that is set again replaces the one before', () => {
    const all = filled([10, 20, 30]);
    all.set(1, 5);
    expect([all.offset(1), all.offset(2), all.total]).toEqual([10, 15, 45]);
  });

  test('a text without blocks has no height', () => {
    expect(new Heights(0).total).toBe(0);
    expect(new Heights(0).at(10)).toBe(0);
  });

  function filled(given: readonly number[]): Heights {
    const all = new Heights(given.length);
    given.forEach((height, block) => {
      all.set(block, height);
    });
    return all;
  }
});

test('a longer block is guessed higher, and a narrower column makes it higher still', () => {
  const block = (end: number) => ({ kind: 'paragraph' as const, furniture: false, start: 0, end });
  const type = { width: 552, size: 17, lead: 27.5 };
  expect(guessHeight(block(900), type)).toBeGreaterThan(guessHeight(block(90), type));
  expect(guessHeight(block(900), { ...type, width: 300 })).toBeGreaterThan(guessHeight(block(900), type));
});

test('each block knows its sentences; one without sentences has an empty range', () => {
  const block = (start: number, end: number) => ({ kind: 'paragraph' as const, furniture: false, start, end });
  const article = {
    name: 'a.txt',
    title: 'a',
    text: 'One. Two.\n\nThree.',
    blocks: [block(0, 9), block(9, 11), block(11, 17)],
    sentences: [
      { start: 0, end: 4, block: 0 },
      { start: 5, end: 9, block: 0 },
      { start: 11, end: 17, block: 2 },
    ],
  };
  expect(sentencesByBlock(article)).toEqual([
    { from: 0, to: 2 },
    { from: 0, to: 0 },
    { from: 2, to: 3 },
  ]);
});
