import { expect, test } from 'vitest';
import { confidenceOf, rateAlone } from './confidence.ts';
import type { Candidate } from './leftovers.ts';

const candidate = (origin: Candidate['origin'], evidence: number): Candidate => ({
  fr: [0],
  en: [0],
  origin,
  evidence,
});

test('rises with the evidence, of every kind, and stays a probability', () => {
  for (const origin of ['lattice', 'alone', 'leftover'] as const) {
    const rising = [0, 0.2, 0.5, 0.8, 1].map((evidence) => confidenceOf(candidate(origin, evidence), 0.1));
    expect(rising).toEqual([...rising].sort((a, b) => a - b));
    expect(rising.every((confidence) => confidence >= 0 && confidence <= 1)).toBe(true);
  }
});

test('is certain of what the reader has pinned', () => {
  expect(confidenceOf(candidate('pinned', 0), 0.5)).toBe(1);
});

test('trusts a sentence alone more where many are', () => {
  const candidates = [candidate('alone', 0.9), candidate('lattice', 0.9)];
  expect(rateAlone(candidates, 3)).toBeCloseTo(2 / 23);
  expect(confidenceOf(candidate('alone', 0.9), 0.3)).toBeGreaterThan(confidenceOf(candidate('alone', 0.9), 0.01));
});
