import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evidenceOf } from './evidence.ts';

describe('what both sides share', () => {
  test('names are found without accents and case, numbers by their digits', () => {
    const found = evidenceOf(
      'L’Otan de Jens Stoltenberg a réuni à Téhéran 29 pays et 1 500 soldats.',
      'Jens Stoltenberg brought 29 countries and 1,500 soldiers to TEHERAN.',
    );
    expect(found.names).toEqual(['Jens', 'Stoltenberg', 'Téhéran']);
    expect(found.numbers.map((number) => number.replace(/\s/g, ''))).toContain('29');
  });

  test('nothing to compare is no evidence, neither for nor against', () => {
    expect(evidenceOf('il a dit non', 'he said no').shared).toBeNull();
  });

  test('an article at the start of a sentence is no name', () => {
    expect(evidenceOf('On y va.', 'On we go.').names).toEqual([]);
  });
});

describe('length', () => {
  test('French may be a little longer before it is called so', () => {
    expect(evidenceOf('a'.repeat(115), 'a'.repeat(100)).longer).toBeNull();
    expect(evidenceOf('a'.repeat(200), 'a'.repeat(100)).longer).toBe('fr');
    expect(evidenceOf('a'.repeat(60), 'a'.repeat(100)).longer).toBe('en');
  });

  test('shares lie between 0 and 1 for any two texts', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (fr, en) => {
        const { length, shared } = evidenceOf(fr, en);
        expect(length).toBeGreaterThanOrEqual(0);
        expect(length).toBeLessThanOrEqual(1);
        if (shared !== null) expect(shared).toBeLessThanOrEqual(1);
      }),
    );
  });
});
