import { LINK_MODEL } from '../src/core/align/comparable/model.ts';
import { openEncoder } from '../src/cli/encoder.ts';
import { groupOf, readBases } from './comparableBases.ts';
import { makeCompared, makeUnrelatedCompared, type Compared } from './comparableExamples.ts';
import { scoreLinks } from './comparableScore.ts';
import { GOLD_FOLDER } from './gold.ts';

/** Documents of each base and kind; other seeds than those that the model was fitted with. */
const EACH = 2;
const KINDS = [
  { name: 'literal', rewording: 0, dressed: false, seed: 1001 },
  { name: 'reworded', rewording: 0.6, dressed: false, seed: 1002 },
  { name: 'as news', rewording: 0, dressed: true, seed: 1003 },
] as const;
const UNRELATED = { each: 4, seed: 1004 };
/** Confidence from which a link counts as sure, and as possible. */
const SURE = 0.5;
const POSSIBLE = 0.25;

/**
 * `npm run eval -- comparable [DIR]`: makes documents that share some facts from the gold of DIR, links them clause by clause,
 * and prints precision, recall and F1 of the links, how far their ranges overlap with the right ones, and how many
 * links are found between articles that have nothing in common. The shipped model was fitted on documents made from
 * the same bases, but not on these; tools/train/comparable.ts prints figures for bases that it has not seen.
 */
export async function evalComparable(args: readonly string[]): Promise<void> {
  const bases = readBases(args[0] ?? GOLD_FOLDER);
  const groups = [...new Set(bases.map(groupOf))];
  const encoder = await openEncoder();
  try {
    console.log(`links from ${SURE} on: P / R / F1, overlap of ranges; F1 from ${POSSIBLE} on; calibration error`);
    for (const kind of KINDS) {
      for (const group of groups) {
        const documents: Compared[] = [];
        const ofGroup = bases.filter((base) => groupOf(base) === group);
        for await (const made of makeCompared(ofGroup, { ...kind, each: EACH }, encoder)) documents.push(made);
        const sure = scoreLinks(documents, shipped, SURE);
        const possible = scoreLinks(documents, shipped, POSSIBLE);
        const figures = [sure.precision, sure.recall, sure.f1].map(three).join(' / ');
        console.log(
          `${kind.name.padEnd(9)} ${group.padEnd(9)} ${figures}   ${three(sure.overlap)}   ${three(possible.f1)}   ${three(possible.calibration)}`,
        );
      }
    }
    const unrelated: Compared[] = [];
    for await (const made of makeUnrelatedCompared(bases, UNRELATED, encoder)) unrelated.push(made);
    const { links, documents } = scoreLinks(unrelated, shipped, POSSIBLE);
    console.log(
      `${unrelated.length} unrelated pairs: ${three(links)} links each, ${three(documents)} of them have any`,
    );
  } finally {
    encoder.close();
  }
}

function shipped(): typeof LINK_MODEL {
  return LINK_MODEL;
}

function three(value: number): string {
  return value.toFixed(3);
}
