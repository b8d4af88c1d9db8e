import type { Comparison, CsvOptions, Row } from '../../contract.ts';
import { writeBeads } from './beads.ts';
import { writeCsv } from './csv.ts';
import { writeJsonLines } from './jsonl.ts';
import { writeLinks } from './links.ts';

/** One format that a comparison can be written in. */
export interface Exporter {
  /** Of the files, without the dot. */
  readonly extension: string;
  /** UTF-8. The rows are all of them, or those that the reader chose; formats without rows write everything. */
  write(comparison: Comparison, rows: readonly Row[], csv: CsvOptions): Uint8Array;
}

export const EXPORT_FORMATS = ['csv', 'jsonl', 'beads', 'links'] as const;

export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export const EXPORTERS: Readonly<Record<ExportFormat, Exporter>> = {
  csv: { extension: 'csv', write: writeCsv },
  jsonl: { extension: 'jsonl', write: writeJsonLines },
  beads: { extension: 'tsv', write: writeBeads },
  links: { extension: 'links', write: writeLinks },
};
