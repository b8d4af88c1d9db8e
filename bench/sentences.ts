import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { align } from '../src/core/align/align.ts';
import { GOLD_FOLDER, groupsOf, readGold } from './gold.ts';
import { hunalign } from './hunalign.ts';
import { Tally, type Scores } from './score.ts';
import { encodeAll } from './vectors.ts';

/**
 * `npm run eval -- sentences [DIR] [--out DIR]`: aligns every gold document of DIR, sentences as they are, and prints
 * F1 per group beside hunalign's on the same files. `--out` writes each document's beads: French numbers, English
 * numbers, confidence.
 */
export async function evalSentences(args: readonly string[]): Promise<void> {
  const outAt = args.indexOf('--out');
  const out = outAt < 0 ? undefined : args[outAt + 1];
  const folder = args.find((arg, at) => !arg.startsWith('--') && (outAt < 0 || at !== outAt + 1)) ?? GOLD_FOLDER;
  const documents = readGold(folder);
  if (out !== undefined) mkdirSync(out, { recursive: true });
  const vectorsOf = await encodeAll(documents);
  const ours = new Groups();
  const peers = new Groups();
  for (const document of documents) {
    const { beads } = await align({ fr: document.fr, en: document.en, vectors: vectorsOf(document) });
    ours.of(document.group).add(document.beads, beads);
    peers.of(document.group).add(document.beads, await hunalign(document.fr, document.en));
    if (out === undefined) continue;
    const rows = beads.map((bead) => `${bead.fr.join(',')}\t${bead.en.join(',')}\t${bead.confidence.toFixed(4)}\n`);
    writeFileSync(join(out, `${document.name}.tsv`), rows.join(''));
  }
  console.log('F1: strict / lax / null / link            hunalign');
  for (const group of groupsOf(documents)) {
    const count = documents.filter((document) => document.group === group).length;
    const row = `${figures(ours.of(group).scores())}   ${figures(peers.of(group).scores())}`;
    console.log(`${group.padEnd(16)} ${String(count).padStart(2)}  ${row}`);
  }
}

class Groups {
  readonly #tallies = new Map<string, Tally>();

  of(group: string): Tally {
    const tally = this.#tallies.get(group) ?? new Tally();
    this.#tallies.set(group, tally);
    return tally;
  }
}

function figures({ strict, lax, null: alone, link }: Scores): string {
  return [strict, lax, alone, link].map(({ f1 }) => f1.toFixed(4)).join(' ');
}
