import { CSV_COLUMNS, type CsvColumn, type CsvOptions } from '../../contract.ts';

export type Preset = 'excel-french' | 'excel-english' | 'other' | 'own';

export const PRESETS: readonly Preset[] = ['excel-french', 'excel-english', 'other', 'own'];

/**
 * Excel takes the list separator and the decimal sign of the system's settings (`;` and a comma in French ones) and
 * reads UTF-8 only behind a byte order mark; everything else wants neither.
 */
const FORMATS: Readonly<
  Record<Exclude<Preset, 'own'>, Pick<CsvOptions, 'separator' | 'byteOrderMark' | 'decimalComma'>>
> = {
  'excel-french': { separator: ';', byteOrderMark: true, decimalComma: true },
  'excel-english': { separator: ',', byteOrderMark: true, decimalComma: false },
  other: { separator: ',', byteOrderMark: false, decimalComma: false },
};

/** The preset that these options are, `own` where they are none. */
export function presetOf(options: CsvOptions): Preset {
  return (
    PRESETS.find(
      (preset) =>
        preset !== 'own' &&
        FORMATS[preset].separator === options.separator &&
        FORMATS[preset].byteOrderMark === options.byteOrderMark &&
        FORMATS[preset].decimalComma === options.decimalComma,
    ) ?? 'own'
  );
}

/** The options under another preset; `own` starts from what is there. */
export function withPreset(options: CsvOptions, preset: Preset): CsvOptions {
  return preset === 'own' ? options : { ...options, ...FORMATS[preset] };
}

/** Columns keep the file's order, in whatever order they are chosen. */
export function withColumn(options: CsvOptions, column: CsvColumn, chosen: boolean): CsvOptions {
  return {
    ...options,
    columns: CSV_COLUMNS.filter((other) => (other === column ? chosen : options.columns.includes(other))),
  };
}

/** A file name for the exported pairs, from the article's name: no ending, nothing that a file system refuses. */
export function suggestedName(names: readonly [string, string]): string {
  const [fr, en] = names.map((name) =>
    name
      .replace(/\.[\p{L}\d]{1,5}$/u, '')
      .replace(/[\p{Cc}<>:"/\\|?*]+/gu, ' ')
      .replace(/\s+/g, ' ')
      .replace(/^[\s.]+|[\s.]+$/g, '')
      .slice(0, 40)
      .trim(),
  );
  return `${[fr, en].filter((name) => name).join(' - ') || 'pairs'}.csv`;
}

/** About how many bytes the cells make as a file: quotes are left out, which add a few in a hundred. */
export function sizeOf(cells: readonly (readonly string[])[]): number {
  return new TextEncoder().encode(cells.map((row) => row.join(';')).join('\r\n')).length;
}

/** A size in bytes in round words, in the locale's units: "12 kB", "12 ko". */
export function roundSize(bytes: number, locale: string): string {
  const [unit, divisor]: [string, number] =
    bytes < 1000 ? ['byte', 1] : bytes < 1_000_000 ? ['kilobyte', 1000] : ['megabyte', 1_000_000];
  const value = Number((bytes / divisor).toPrecision(2));
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'short' }).format(value);
}
