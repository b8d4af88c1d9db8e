import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Failure, FailureCode } from '../../contract.ts';
import { overwriteGetLocale } from '../../messages/runtime.js';
import { adviceOn } from './advice.ts';

const CODES: readonly FailureCode[] = [
  'empty',
  'binary',
  'too-large',
  'folder',
  'not-found',
  'unreadable',
  'unknown-format',
  'broken',
  'locked',
  'same-language',
  'other-language',
  'needs-two',
  'too-many',
  'damaged',
  'newer-version',
  'not-saved',
  'no-encoder',
  'cancelled',
  'internal',
];
const TWO = ['a.txt', 'b.txt'];
const kinds = (failure: Failure, tried = TWO) => adviceOn(failure, tried, 'en').ways.map((way) => way.kind);

let locale: 'en' | 'fr' = 'en';
beforeEach(() => {
  overwriteGetLocale(() => locale);
});
afterEach(() => {
  locale = 'en';
});

describe('every failure', () => {
  test.each(CODES)('%s says something of its own in both languages, and leaves a way out', (code) => {
    const failure: Failure = { code, files: ['a.txt'] };
    const english = adviceOn(failure, TWO, 'en');
    locale = 'fr';
    const french = adviceOn(failure, TWO, 'fr');
    expect(french.title).not.toBe(english.title);
    expect(french.text).not.toBe(english.text);
    expect(english.text + french.text).not.toMatch(/[{}]|undefined|failure_/);
    expect(english.ways.at(-1)).toEqual({ kind: 'library' });
  });

  test('has a title that no other one has', () => {
    const titles = CODES.map((code) => adviceOn({ code, files: [] }, [], 'en').title);
    expect(new Set(titles).size).toBe(CODES.length);
  });
});

describe('two articles in one language', () => {
  test('are named, with their language', () => {
    const advice = adviceOn({ code: 'same-language', files: TWO, detail: 'fr' }, TWO, 'en');
    expect(advice.title).toBe('Both articles are in French');
    expect(advice.text).toContain('“a.txt” and “b.txt”');
  });

  test('can be replaced by one in the other language, or taken as the reader says', () => {
    const advice = adviceOn({ code: 'same-language', files: TWO, detail: 'fr' }, TWO, 'en');
    expect(advice.ways.slice(0, 3)).toEqual([
      { kind: 'replace', replaces: 1, language: 'en' },
      { kind: 'sides', sides: ['en', 'fr'], named: 0 },
      { kind: 'sides', sides: ['fr', 'en'], named: 1 },
    ]);
  });
});

test('a third language is called by its name, in the language of the interface', () => {
  const failure: Failure = { code: 'other-language', files: ['b.txt'], detail: 'de' };
  expect(adviceOn(failure, TWO, 'en').text).toContain('German');
  locale = 'fr';
  expect(adviceOn(failure, TWO, 'fr').text).toContain('allemand');
  expect(adviceOn({ ...failure, detail: 'und' }, TWO, 'fr').text).toContain('autre langue');
});

describe('when one file of two failed', () => {
  test('only that one is to be chosen again', () => {
    expect(adviceOn({ code: 'empty', files: ['b.txt'] }, TWO, 'en').ways[0]).toMatchObject({ replaces: 1 });
    expect(adviceOn({ code: 'binary', files: ['a.txt'] }, TWO, 'en').ways[0]).toMatchObject({ replaces: 0 });
  });

  test('and both have the same name, both are chosen anew', () => {
    expect(kinds({ code: 'empty', files: ['a.txt'] }, ['a.txt', 'a.txt'])).toEqual(['choose', 'library']);
  });
});

test('the limit and the system’s own words are passed on', () => {
  const large = adviceOn({ code: 'too-large', files: ['a.txt'], detail: '50 MB' }, TWO, 'en');
  expect(large.text).toContain('50 MB');
  expect(large.detail).toBeNull();
  expect(adviceOn({ code: 'unreadable', files: ['a.txt'], detail: 'EACCES' }, [], 'en').detail).toBe('EACCES');
});
