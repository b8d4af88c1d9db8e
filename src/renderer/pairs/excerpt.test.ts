import { describe, expect, test } from 'vitest';
import type { Article } from '../../contract.ts';
import { excerptOf, type Stretch } from './excerpt.ts';

const text = 'Un deux. Trois quatre. Cinq six.';
const article: Article = {
  name: 'a.txt',
  title: '',
  text,
  blocks: [{ kind: 'paragraph', furniture: false, start: 0, end: text.length }],
  sentences: [
    { block: 0, start: 0, end: 8 },
    { block: 0, start: 9, end: 22 },
    { block: 0, start: 23, end: 32 },
  ],
};
const said = (stretches: readonly Stretch[]) =>
  stretches.map(({ range, quiet }) => `${quiet ? '~' : ''}${text.slice(range.start, range.end)}`);

describe('an excerpt', () => {
  test('of neighbouring sentences runs on', () => {
    expect(said(excerptOf(article, [0, 1], undefined, []))).toEqual(['Un deux. Trois quatre.']);
  });

  test('of sentences that are apart says that something was left out', () => {
    const stretches = excerptOf(article, [0, 2], undefined, []);
    expect(said(stretches)).toEqual(['Un deux.', 'Cinq six.']);
    expect(stretches.map(({ gap }) => gap)).toEqual([false, true]);
  });

  test('keeps what stands around the corresponding part, quietly', () => {
    expect(said(excerptOf(article, [1], { start: 9, end: 14 }, []))).toEqual(['Trois', '~ quatre.']);
    expect(said(excerptOf(article, [0, 1], { start: 9, end: 14 }, []))).toEqual(['~Un deux. ', 'Trois', '~ quatre.']);
  });

  test('of a part that is the whole has nothing quiet, and one that lies elsewhere nothing firm', () => {
    expect(said(excerptOf(article, [0], { start: 0, end: 8 }, []))).toEqual(['Un deux.']);
    expect(said(excerptOf(article, [0], { start: 23, end: 32 }, []))).toEqual(['~Un deux.']);
  });

  test('cuts a mark at the edge of the part', () => {
    const mark = { start: 11, end: 21, look: 'added' as const, faint: false };
    const [part, rest] = excerptOf(article, [1], { start: 9, end: 14 }, [mark]);
    expect(part?.marks).toEqual([{ ...mark, end: 14 }]);
    expect(rest?.marks).toEqual([{ ...mark, start: 14 }]);
  });
});
