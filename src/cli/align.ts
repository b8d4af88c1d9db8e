import { join } from 'node:path';
import { mkdir, readFile } from 'node:fs/promises';
import { CSV_COLUMNS, type CompareOptions, type CsvOptions, type Result } from '../contract.ts';
import { compareFiles } from '../core/engine.ts';
import type { Encoder } from '../core/encoder/encoder.ts';
import { EXPORTERS, type ExportFormat } from '../core/export/exporter.ts';
import { rowsOf } from '../core/rows.ts';
import { failureWords } from './failureWords.ts';
import { fromHere, readSources, writeResult } from './files.ts';
import { ProgressLine } from './progressLine.ts';

/** The formats that say what differs inside a pair. */
const HAVE_MARKS: ReadonlySet<ExportFormat> = new Set(['csv', 'jsonl']);

export interface AlignSettings {
  readonly format: ExportFormat;
  readonly compare: CompareOptions;
  readonly csv: Pick<CsvOptions, 'separator' | 'byteOrderMark' | 'decimalComma' | 'furniture'>;
}

/** Aligns two files. What is wrong goes to the standard error. @returns the exported bytes, `null` after a failure */
export async function alignPair(
  paths: readonly string[],
  encoder: () => Promise<Encoder>,
  settings: AlignSettings,
): Promise<Uint8Array | null> {
  const exported = await exportPair(paths, encoder, settings);
  if (exported.ok) return exported.value;
  complain(failureWords(exported.failure));
  return null;
}

/**
 * Aligns every pair of a list, one after the other with one encoder, and goes on after a pair that fails.
 * @param list lines of name TAB French file TAB English file
 * @returns whether all went well
 */
export async function alignBatch(
  list: string,
  folder: string,
  encoder: () => Promise<Encoder>,
  settings: AlignSettings,
): Promise<boolean> {
  let lines: string[];
  try {
    lines = (await readFile(fromHere(list), 'utf8')).split(/\r?\n/);
    await mkdir(fromHere(folder), { recursive: true });
  } catch (error) {
    complain(error instanceof Error ? error.message : String(error));
    return false;
  }
  let isWhole = true;
  for (const [at, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const [name = '', ...paths] = line.split('\t');
    if (!isFileName(name) || paths.length !== 2) {
      complain(`${list}:${at + 1}: a line is a name, the French file and the English one, with tabs between them`);
      isWhole = false;
      continue;
    }
    const bytes = await alignPair(paths, encoder, settings);
    const path = join(folder, `${name}.${EXPORTERS[settings.format].extension}`);
    if (bytes === null || !(await save(path, bytes))) isWhole = false;
  }
  return isWhole;
}

/** @returns whether the file could be written */
export async function save(path: string, bytes: Uint8Array): Promise<boolean> {
  const written = await writeResult(path, bytes);
  if (!written.ok) complain(failureWords(written.failure));
  return written.ok;
}

export function complain(message: string): void {
  process.stderr.write(`vis-a-vis: ${message}\n`);
}

async function exportPair(
  paths: readonly string[],
  encoder: () => Promise<Encoder>,
  settings: AlignSettings,
): Promise<Result<Uint8Array>> {
  const files = await readSources(paths);
  if (!files.ok) return files;
  const line = new ProgressLine(process.stderr);
  const compared = await compareFiles(
    files.value,
    encoder(),
    { ...settings.compare, marks: HAVE_MARKS.has(settings.format) },
    {
      progress: (progress) => {
        line.show(progress);
      },
    },
  );
  line.clear();
  if (!compared.ok) return compared;
  const csv: CsvOptions = { ...settings.csv, columns: CSV_COLUMNS, header: true };
  return { ok: true, value: EXPORTERS[settings.format].write(compared.value, rowsOf(compared.value), csv) };
}

function isFileName(name: string): boolean {
  return name !== '' && name !== '.' && name !== '..' && !/[/\\\0]/.test(name);
}
