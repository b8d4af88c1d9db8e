import { describe, expect, test } from 'vitest';
import { CSV_COLUMNS, type Comparison, type CsvOptions, type Row } from '../../contract.ts';
import { csvTable } from '../../core/export/csv.ts';
import { firstLines, previewOf } from './preview.ts';

const encoder = new TextEncoder();

describe('the raw preview', () => {
  test('shows the first lines, whatever ends them', () => {
    expect(firstLines(encoder.encode('fr;en\r\na;b\r\nc;d\r\n'), 2)).toBe('fr;en\na;b');
  });

  test('hides the byte order mark', () => {
    expect(firstLines(encoder.encode('\ufefffr;en\r\n'), 3)).toBe('fr;en');
  });

  test('of nothing is nothing', () => {
    expect(firstLines(new Uint8Array(), 3)).toBe('');
  });
});

describe('the preview', () => {
  const text = '--Oui. =1+1 Non.';
  const sentences = [
    { block: 0, start: 0, end: 6 },
    { block: 0, start: 7, end: 11 },
    { block: 0, start: 12, end: 16 },
  ];
  const article = { name: 'a', title: 'a', text, blocks: [], sentences };
  const comparison: Comparison = {
    articles: { fr: article, en: article },
    original: 'fr',
    pairKind: 'translation',
    beads: [],
    links: [],
    marks: [],
  };
  const row = (at: number): Row => ({
    status: 'match',
    fr: [at],
    en: [2],
    confidence: 0.9,
    marks: [],
    furniture: false,
  });
  const options: CsvOptions = {
    separator: ';',
    byteOrderMark: true,
    decimalComma: true,
    columns: CSV_COLUMNS,
    header: true,
    furniture: false,
  };

  test('marks the cells that the export made harmless, and counts them beyond what is shown', () => {
    const cells = csvTable(comparison, [row(0), row(1), row(2)], options);
    const preview = previewOf(cells, true, 1);
    expect(preview.header).toEqual([...CSV_COLUMNS]);
    expect(preview.rows).toHaveLength(1);
    expect(preview.rows[0]?.[0]).toEqual({ guard: "'", text: '--Oui.' });
    expect(preview.rows[0]?.[1]).toEqual({ guard: '', text: 'Non.' });
    expect(preview).toMatchObject({ count: 3, guarded: 2 });
  });

  test('begins where there is a guard to see, but never runs out of rows', () => {
    const plain = Array.from({ length: 20 }, () => ['a']);
    const at = (place: number) => previewOf(plain.with(place, ["'=1"]), false, 8);
    expect(at(3).from).toBe(0);
    expect(at(10).from).toBe(9);
    expect(at(19).from).toBe(12);
    expect(at(19).rows).toHaveLength(8);
    expect(previewOf(plain, false, 8).from).toBe(0);
  });

  test('takes the first row for a row where there is no heading', () => {
    const cells = csvTable(comparison, [row(2)], { ...options, header: false });
    expect(previewOf(cells, false, 8)).toMatchObject({ header: null, count: 1, guarded: 0 });
  });
});
