import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { CSV_COLUMNS, type CsvOptions } from '../../contract.ts';
import { comparisonFixture, rangeOf } from '../comparisonFixture.ts';
import { rowsOf } from '../rows.ts';
import { csvTable, writeCsv } from './csv.ts';

const ALL: CsvOptions = {
  separator: ',',
  byteOrderMark: false,
  decimalComma: false,
  columns: CSV_COLUMNS,
  header: true,
  furniture: false,
};

const plain = comparisonFixture({
  fr: ['Les 29 pays, dit-il ; voilà.', '--Messieurs !', 'Rien\n"de tel".', '#Partager'],
  en: ['The 28 countries.', 'Gentlemen!', 'Come in.', 'More.'],
  beads: [
    { fr: [0], en: [0], confidence: 0.98765 },
    { fr: [1], en: [1, 2], moved: true },
    { fr: [2], en: [] },
    { fr: [], en: [3] },
    { fr: [3], en: [] },
  ],
});
const { fr, en } = plain.articles;
const comparison = {
  ...plain,
  marks: [
    { kind: 'changed', fact: 'number', fr: rangeOf(fr, 0, '29'), en: rangeOf(en, 0, '28'), certainty: 0.9 } as const,
  ],
};

/** Read back with a reader that has nothing to do with the writer. */
function readBack(bytes: Uint8Array, separator: string): string[][] {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes).replace(/^\uFEFF/, '');
  const { data, errors } = Papa.parse<string[]>(text, { delimiter: separator, skipEmptyLines: false });
  expect(errors).toEqual([]);
  expect(data.at(-1)).toEqual(['']);
  return data.slice(0, -1);
}

it('writes one line a row with everything that is known', () => {
  expect(readBack(writeCsv(comparison, rowsOf(comparison), ALL), ',')).toEqual([
    [...CSV_COLUMNS],
    ['Les 29 pays, dit-il ; voilà.', 'The 28 countries.', 'match', '1', '1', '0.988', '', '', '29 → 28', '', ''],
    ["'--Messieurs !", 'Gentlemen! Come in.', 'moved', '2', '2+3', '0.9', '', '', '', '', ''],
    ['', 'More.', 'only in English', '', '4', '0.9', 'More.', '', '', '', ''],
    ['Rien\n"de tel".', '', 'only in French', '3', '', '0.9', '', 'Rien\n"de tel".', '', '', ''],
  ]);
});

it('writes the confidence with a comma for spreadsheets that expect one', () => {
  const options: CsvOptions = { ...ALL, separator: ';', decimalComma: true, columns: ['confidence'], header: false };
  expect(readBack(writeCsv(comparison, rowsOf(comparison), options), ';')[0]).toEqual(['0,988']);
});

it('tells what changed from the original to the other text', () => {
  const turned = { ...comparison, original: 'en' as const };
  const table = csvTable(turned, rowsOf(turned), { ...ALL, columns: ['added', 'dropped', 'changed'], header: false });
  expect(table[0]).toEqual(['', '', '28 → 29']);
  expect(table[2]).toEqual(['', 'More.', '']);
});

it('gives the clauses of a partial pair beside its sentences', () => {
  const parts = { fr: rangeOf(fr, 2, 'de tel'), en: rangeOf(en, 3, 'More') };
  const partial = { ...comparison, links: [{ fr: 2, en: 3, parts, confidence: 0.5 }] };
  const table = csvTable(partial, rowsOf(partial), { ...ALL, header: false });
  expect(table[2]).toEqual(['Rien\n"de tel".', 'More.', 'partial', '3', '4', '0.5', '', '', '', 'de tel', 'More']);
});

it('leaves page furniture out unless it is asked for', () => {
  const rows = rowsOf(comparison);
  expect(csvTable(comparison, rows, ALL).flat()).not.toContain('#Partager');
  expect(csvTable(comparison, rows, { ...ALL, furniture: true }).flat()).toContain('#Partager');
});

it('begins with a byte order mark where Excel needs one', () => {
  const rows = rowsOf(comparison);
  expect([...writeCsv(comparison, rows, { ...ALL, byteOrderMark: true }).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(writeCsv(comparison, rows, ALL)[0]).toBe('f'.charCodeAt(0));
});

it('ends every line with CR LF', () => {
  const text = new TextDecoder().decode(writeCsv(comparison, rowsOf(comparison), ALL));
  expect(text.endsWith('\r\n')).toBe(true);
  expect(
    text
      .replace(/"[^"]*"/g, '')
      .split('\r\n')
      .join(''),
  ).not.toMatch(/[\r\n]/);
});

it('keeps the columns in the order of the options', () => {
  const table = csvTable(comparison, rowsOf(comparison), { ...ALL, columns: ['en', 'fr'] });
  expect(table.slice(0, 2)).toEqual([
    ['en', 'fr'],
    ['The 28 countries.', 'Les 29 pays, dit-il ; voilà.'],
  ]);
});

describe('a cell that a spreadsheet would run', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '＝1'])('%j is made harmless', (text) => {
    const one = comparisonFixture({ fr: [text], en: ['x'], beads: [{ fr: [0], en: [0] }] });
    expect(csvTable(one, rowsOf(one), { ...ALL, columns: ['fr'], header: false })).toEqual([[`'${text}`]]);
  });

  it('is left alone where the sign stands inside', () => {
    const one = comparisonFixture({ fr: ['a=b'], en: ['x'], beads: [{ fr: [0], en: [0] }] });
    expect(csvTable(one, rowsOf(one), { ...ALL, columns: ['fr'], header: false })).toEqual([['a=b']]);
  });
});

it('gives any text back, with every separator, but for the guard', () => {
  const text = fc.oneof(
    fc.string({ minLength: 1, unit: 'grapheme' }),
    fc
      .array(fc.constantFrom('"', ',', ';', '\t', '\r', '\n', ' ', '=', "'", 'é', '«\u00a0'), { minLength: 1 })
      .map((all) => all.join('')),
  );
  fc.assert(
    fc.property(
      text,
      text,
      fc.constantFrom(',', ';', '\t'),
      fc.boolean(),
      (french, english, separator, byteOrderMark) => {
        const one = comparisonFixture({ fr: [french], en: [english], beads: [{ fr: [0], en: [0] }] });
        const options: CsvOptions = {
          ...ALL,
          separator,
          byteOrderMark,
          columns: ['fr', 'en', 'status'],
          header: false,
        };
        const [cells] = readBack(writeCsv(one, rowsOf(one), options), separator);
        const guarded = (given: string): string => (/^[=+\-@\t\r\n＝＋－＠]/.test(given) ? `'${given}` : given);
        expect(cells).toEqual([guarded(french), guarded(english), 'match']);
      },
    ),
  );
});
