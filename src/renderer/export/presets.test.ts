import { describe, expect, test } from 'vitest';
import { CSV_COLUMNS, type CsvOptions } from '../../contract.ts';
import { PRESETS, presetOf, roundSize, sizeOf, suggestedName, withColumn, withPreset } from './presets.ts';

const options: CsvOptions = {
  separator: '\t',
  byteOrderMark: true,
  decimalComma: false,
  columns: CSV_COLUMNS,
  header: true,
  furniture: false,
};

describe('presets', () => {
  test('what a preset sets is recognised as that preset', () => {
    for (const preset of PRESETS) expect(presetOf(withPreset(options, preset))).toBe(preset);
  });

  test('French Excel gets semicolons and decimal commas, English Excel commas and decimal points, both a byte order mark', () => {
    expect(withPreset(options, 'excel-french')).toMatchObject({
      separator: ';',
      byteOrderMark: true,
      decimalComma: true,
    });
    expect(withPreset(options, 'excel-english')).toMatchObject({
      separator: ',',
      byteOrderMark: true,
      decimalComma: false,
    });
  });

  test('a preset leaves columns, headings and furniture as they were', () => {
    const changed = withPreset(options, 'other');
    expect(changed).toEqual({ ...options, separator: ',', byteOrderMark: false });
  });
});

test('a column that is chosen again stands in its old place', () => {
  const without = withColumn(options, 'en', false);
  expect(without.columns).toEqual(CSV_COLUMNS.filter((column) => column !== 'en'));
  expect(withColumn(without, 'en', true).columns).toEqual(CSV_COLUMNS);
});

describe('the suggested name', () => {
  test('is made of both articles’ names', () => {
    expect(suggestedName(['candide-2.txt', 'candide-2.en.txt'])).toBe('candide-2 - candide-2.en.csv');
  });

  test('holds nothing that a file system refuses', () => {
    expect(suggestedName(['a/b: c?.txt', '..'])).toBe('a b c.csv');
    expect(suggestedName(['', ''])).toBe('pairs.csv');
  });
});

test('a size is rounded and has the unit of the language', () => {
  expect(roundSize(12_345, 'en')).toBe('12 kB');
  expect(roundSize(12_345, 'fr')).toBe('12\u202fko');
  expect(roundSize(999, 'en')).toMatch(/1,000 byte|1000 byte/);
  expect(roundSize(3_210_000, 'en')).toBe('3.2 MB');
});

test('a size counts bytes, not letters', () => {
  expect(sizeOf([['é', 'b'], ['c']])).toBe('é;b'.length + 1 + 2 + 1);
});
