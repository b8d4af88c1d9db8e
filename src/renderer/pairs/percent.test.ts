import { expect, test } from 'vitest';
import { overwriteGetLocale } from '../../messages/runtime.js';
import { percentOf } from './percent.ts';

test('a probability is never said to be certain, nor better than it is', () => {
  overwriteGetLocale(() => 'en');
  expect(percentOf(0.9996)).toBe('99%');
  expect(percentOf(1)).toBe('99%');
  expect(percentOf(0.859)).toBe('85%');
  expect(percentOf(0.29)).toBe('29%');
  expect(percentOf(0)).toBe('1%');
});

test('per cent is written as the language does', () => {
  overwriteGetLocale(() => 'fr');
  expect(percentOf(0.62)).toMatch(/^62\s%$/);
});
