import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Progress, Stage } from '../../contract.ts';
import { shareDone, stepState } from './share.ts';

const STAGES: readonly Stage[] = ['read', 'encode', 'align', 'compare'];

describe('the bar', () => {
  test('starts empty and ends full', () => {
    expect(shareDone(null)).toBe(0);
    expect(shareDone({ stage: 'compare', done: 12, total: 12 })).toBeCloseTo(1, 10);
  });

  test('never goes back as the stages go on', () => {
    const report = fc.record({
      stage: fc.constantFrom(...STAGES),
      done: fc.nat(500),
      total: fc.constant(400),
    });
    fc.assert(
      fc.property(fc.array(report), (reports: Progress[]) => {
        const ordered = reports.toSorted(
          (a, b) => STAGES.indexOf(a.stage) - STAGES.indexOf(b.stage) || a.done - b.done,
        );
        const shares = ordered.map(shareDone);
        expect(shares).toEqual(shares.toSorted((a, b) => a - b));
        expect(shares.every((share) => share >= 0 && share <= 1.0000001)).toBe(true);
      }),
    );
  });

  test('a stage that does not know its total yet adds nothing', () => {
    expect(shareDone({ stage: 'encode', done: 0, total: 0 })).toBe(shareDone({ stage: 'read', done: 1, total: 1 }));
  });
});

test('the step that is worked on stands between those done and those to come', () => {
  expect(STAGES.map((stage) => stepState(stage, 'align'))).toEqual(['done', 'done', 'now', 'later']);
  expect(stepState('read', undefined)).toBe('now');
});
