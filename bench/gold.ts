import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folder of hand-aligned documents, where no other is given. */
export const GOLD_FOLDER = '../shared/gold/sentences';

/** French and English sentence numbers that belong together; one side may be empty. */
export interface PlainBead {
  readonly fr: readonly number[];
  readonly en: readonly number[];
}

/** A hand-aligned document: NAME.fr.sents, NAME.en.sents (one sentence a line) and NAME.gold.tsv. */
export interface GoldDocument {
  readonly name: string;
  /** Name of the document that this one is a variant of; its own where it is none. */
  readonly base: string;
  /** What kind of text it is and what was done to it: "novels", "novels del20". */
  readonly group: string;
  readonly fr: readonly string[];
  readonly en: readonly string[];
  readonly beads: readonly PlainBead[];
}

const KINDS: Readonly<Record<string, string>> = { lit: 'novels', story: 'stories', art: 'articles', news: 'news' };

export function readGold(folder: string): GoldDocument[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.gold.tsv'))
    .sort()
    .map((file) => readDocument(folder, file.replace('.gold.tsv', '')));
}

/** The groups in the order in which they are printed: kinds as they come, the plain documents before the variants. */
export function groupsOf(documents: readonly GoldDocument[]): string[] {
  const groups = [...new Set(documents.map(({ group }) => group))];
  const rank = (group: string): string => {
    const [kind = '', variant = ''] = group.split(' ');
    return `${Object.values(KINDS).indexOf(kind)} ${kind} ${variant}`;
  };
  return groups.sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
}

/** Beads of a file in the gold format; further columns are left aside. */
export function readBeads(text: string): PlainBead[] {
  const numbers = (column: string): number[] =>
    column
      .split(',')
      .filter((number) => number.trim() !== '')
      .map(Number)
      .sort((a, b) => a - b);
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [fr = '', en = ''] = line.split('\t');
      return { fr: numbers(fr), en: numbers(en) };
    });
}

/** The sentences of a file with one sentence a line; the last line break does not start another. */
export function readLines(path: string): string[] {
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
}

function readDocument(folder: string, name: string): GoldDocument {
  const [base = name, ...variant] = name.split('.');
  const prefix = base.split('-')[0] ?? base;
  return {
    name,
    base,
    group: [KINDS[prefix] ?? prefix, ...variant].join(' '),
    fr: readLines(join(folder, `${name}.fr.sents`)),
    en: readLines(join(folder, `${name}.en.sents`)),
    beads: readBeads(readFileSync(join(folder, `${name}.gold.tsv`), 'utf8')),
  };
}
