import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BaseDocument } from './comparableDocuments.ts';

/** The one-to-one pairs of every undisturbed document of a gold folder, by name. */
export function readBases(folder: string): BaseDocument[] {
  return readdirSync(folder)
    .filter((file) => /^[^.]+\.gold\.tsv$/.test(file))
    .sort()
    .map((file) => readBase(folder, file.replace('.gold.tsv', '')));
}

/** The kind of text that a gold document's name begins with. */
export function groupOf(base: BaseDocument): string {
  const prefix = base.name.split('-')[0] ?? '';
  return { lit: 'novels', story: 'stories', art: 'articles' }[prefix] ?? prefix;
}

function readBase(folder: string, name: string): BaseDocument {
  const lines = (suffix: string): string[] => {
    const all = readFileSync(join(folder, `${name}.${suffix}`), 'utf8').split('\n');
    return all.at(-1) === '' ? all.slice(0, -1) : all;
  };
  const fr = lines('fr.sents');
  const en = lines('en.sents');
  const pairs = lines('gold.tsv').flatMap((line) => {
    const [left = '', right = ''] = line.split('\t');
    if (!/^\d+$/.test(left) || !/^\d+$/.test(right)) return [];
    return [{ fr: fr[Number(left)] ?? '', en: en[Number(right)] ?? '' }];
  });
  return { name, pairs };
}
