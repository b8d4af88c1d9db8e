import { readFile } from 'node:fs/promises';
import { join, parse } from 'node:path';
import { z } from 'zod';
import { CSV_COLUMNS, SIDES, type CompareOptions, type CsvOptions } from '../contract.ts';
import { compareFiles } from '../core/engine.ts';
import type { Encoder } from '../core/encoder/encoder.ts';
import { writeCsv } from '../core/export/csv.ts';
import { rowsOf } from '../core/rows.ts';
import { complain, save } from './align.ts';
import { describe } from './describe.ts';
import { failureWords } from './failureWords.ts';
import { readSources } from './files.ts';
import { packageRoot } from './packageRoot.ts';
import { ProgressLine } from './progressLine.ts';

/** Columns of the text where the output is no terminal. */
const WIDTH = 100;

/**
 * Prints comparisons for reading: of the two files, or of the samples where none are named.
 * @param csv also write the pairs there; further samples get a number in the name
 * @returns whether all went well
 */
export async function show(
  paths: readonly string[],
  encoder: () => Promise<Encoder>,
  options: CompareOptions,
  csv:
    (Pick<CsvOptions, 'separator' | 'byteOrderMark' | 'decimalComma' | 'furniture'> & { readonly path: string }) | null,
): Promise<boolean> {
  const pairs = paths.length > 0 ? [paths] : await samplePairs();
  let isWhole = true;
  for (const [at, pair] of pairs.entries()) {
    const files = await readSources(pair);
    const line = new ProgressLine(process.stderr);
    const compared = files.ok
      ? await compareFiles(files.value, encoder(), options, {
          progress: (progress) => {
            line.show(progress);
          },
        })
      : files;
    line.clear();
    if (!compared.ok) {
      complain(failureWords(compared.failure));
      isWhole = false;
      continue;
    }
    const rows = rowsOf(compared.value);
    process.stdout.write(`${at === 0 ? '' : '\n'}${describe(compared.value, rows, process.stdout.columns || WIDTH)}\n`);
    if (csv === null) continue;
    const path = numbered(csv.path, at);
    const bytes = writeCsv(compared.value, rows, { ...csv, columns: CSV_COLUMNS, header: true });
    if (await save(path, bytes)) process.stderr.write(`The pairs are in ${path}\n`);
    else isWhole = false;
  }
  return isWhole;
}

const Samples = z.array(z.object({ fr: z.object({ file: z.string() }), en: z.object({ file: z.string() }) }));

async function samplePairs(): Promise<string[][]> {
  const folder = join(packageRoot(), 'resources/samples');
  const samples = Samples.parse(JSON.parse(await readFile(join(folder, 'samples.json'), 'utf8')));
  return samples.map((sample) => SIDES.map((side) => join(folder, sample[side].file)));
}

/** pairs.csv, pairs-2.csv, pairs-3.csv */
function numbered(path: string, at: number): string {
  if (at === 0) return path;
  const { dir, name, ext } = parse(path);
  return join(dir, `${name}-${at + 1}${ext}`);
}
