import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { piecesOf, textMarks, type Piece } from './pieces.ts';

const together = (pieces: readonly Piece[]): string =>
  pieces.flatMap(({ runs }) => runs.map(({ text }) => text)).join('');
const tight = (text: string): string[] =>
  piecesOf(text, { start: 0, end: text.length }, []).flatMap(({ runs }) =>
    runs.filter((run) => run.tight).map((run) => run.text),
  );

describe('piecesOf', () => {
  test('gives the text back, whatever the marks', () => {
    const mark = fc
      .tuple(fc.nat(40), fc.nat(12), fc.constantFrom('added' as const, 'dropped' as const, 'changed' as const))
      .map(([start, length, look]) => ({ start, end: start + length, look, faint: false }));
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 40 }), fc.array(mark), (text, marks) => {
        expect(together(piecesOf(text, { start: 0, end: text.length }, marks))).toBe(text);
      }),
    );
  });

  test('keeps French signs with their spaces, plain, no-break or narrow', () => {
    expect(tight('Il dit : « Non ! »')).toEqual([' :', '« N', ' !', ' »']);
    expect(tight('Quoi\u202f? 50\u00a0%')).toEqual(['\u202f?', '\u00a0%']);
    expect(tight('No space here: none; at all?')).toEqual([]);
  });

  test('marks stand on their own pieces, and a changed fact wins over a phrase around it', () => {
    const text = 'about 29 allies';
    const marks = [
      { start: 0, end: 8, look: 'added' as const, faint: false },
      { start: 6, end: 8, look: 'changed' as const, faint: true },
    ];
    expect(
      piecesOf(text, { start: 0, end: text.length }, marks).map(({ mark, runs }) => [mark?.look, runs[0]?.text]),
    ).toEqual([
      [undefined, 'about '],
      ['changed', '29'],
      [undefined, ' allies'],
    ]);
  });

  test('marks of another sentence are left to that sentence', () => {
    expect(
      piecesOf('One. Two.', { start: 0, end: 4 }, [{ start: 5, end: 8, look: 'added', faint: false }]),
    ).toHaveLength(1);
  });
});

test('a phrase on one side is dropped when that side is the original, else added; unsure marks are faint', () => {
  const phrase = {
    kind: 'only' as const,
    side: 'en' as const,
    range: { start: 1, end: 3 },
    unit: 'phrase' as const,
    certainty: 0.3,
  };
  const number = {
    kind: 'changed' as const,
    fact: 'number' as const,
    fr: { start: 4, end: 5 },
    en: { start: 6, end: 8 },
    certainty: 0.9,
  };
  expect(textMarks([phrase, number], 'en', 'fr')).toEqual([
    { start: 1, end: 3, look: 'added', faint: true },
    { start: 6, end: 8, look: 'changed', faint: false },
  ]);
  expect(textMarks([phrase, number], 'en', 'en')[0]?.look).toBe('dropped');
  expect(textMarks([phrase, number], 'fr', 'fr')).toEqual([{ start: 4, end: 5, look: 'changed', faint: false }]);
});
