import { describe, expect, it } from 'vitest';
import type { Candidate } from './leftovers.ts';
import { pairKindOf } from './pairKind.ts';

const bead = (fr: number[], en: number[], evidence: number): Candidate => ({ fr, en, evidence, origin: 'lattice' });

describe('the kind of a pair', () => {
  it('is a translation where most sentences of one side stand in sure beads', () => {
    const candidates = [bead([0], [0], 1), bead([1], [1, 2], 0.9), bead([2], [], 0.8), bead([], [3], 0.9)];
    expect(pairKindOf(candidates, 3, 4)).toBe('translation');
  });

  it('is a translation of a part where one side is far longer', () => {
    expect(pairKindOf([bead([0], [7], 1), bead([1], [8], 1)], 2, 40)).toBe('translation');
  });

  it('is two reports where few sentences are paired, or none surely', () => {
    expect(pairKindOf([bead([0], [3], 1), bead([1], [], 1), bead([2], [], 1)], 3, 4)).toBe('comparable');
    expect(pairKindOf([bead([0], [0], 0.3), bead([1], [1], 0.4)], 2, 2)).toBe('comparable');
  });
});
