import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_PIECES, REACH } from './network.ts';
import { batches, type Input } from './plan.ts';

const input = fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 12 }).map((lengths): Input => {
  const total = lengths.reduce((sum, length) => sum + length, 0);
  return {
    pieces: Array.from({ length: total }, (_, i) => i),
    segments: lengths.map((length, row) => ({ length, row })),
  };
});

describe('the plan of batches', () => {
  it('sums every piece of every sentence once, for the row of its segment', () => {
    fc.assert(
      fc.property(input, (sentence) => {
        const expected = sentence.segments.flatMap(({ length, row }) => Array.from({ length }, () => row));
        const rows: number[] = [];
        const pieces: number[] = [];
        for (const stretch of [...batches([sentence])].flat()) {
          pieces.push(...stretch.pieces.slice(stretch.from, stretch.to));
          for (const { length, row } of stretch.segments) rows.push(...Array.from({ length }, () => row));
        }
        expect(pieces).toEqual(sentence.pieces);
        expect(rows).toEqual(expected);
      }),
    );
  });

  it('never makes a batch larger than the network takes', () => {
    fc.assert(
      fc.property(fc.array(input, { maxLength: 5 }), (sentences) => {
        for (const batch of batches(sentences)) {
          expect(batch.reduce((sum, { pieces }) => sum + pieces.length, 0)).toBeLessThanOrEqual(MOST_PIECES);
        }
      }),
    );
  });

  it('shows every piece of a long sentence all neighbours that its features see', () => {
    fc.assert(
      fc.property(input, (sentence) => {
        for (const { pieces, from, to } of [...batches([sentence])].flat()) {
          const atStart = pieces[0] === 0;
          const atEnd = pieces.at(-1) === sentence.pieces.length - 1;
          expect(atStart || from >= REACH).toBe(true);
          expect(atEnd || pieces.length - to >= REACH).toBe(true);
        }
      }),
    );
  });

  it('cuts a sentence in the same way in whatever company', () => {
    fc.assert(
      fc.property(fc.array(input, { minLength: 1, maxLength: 5 }), (sentences) => {
        const together = [...batches(sentences)].flat();
        const alone = sentences.flatMap((sentence) => [...batches([sentence])].flat());
        expect(together).toEqual(alone);
      }),
    );
  });
});
