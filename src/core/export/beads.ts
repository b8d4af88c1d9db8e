import type { Comparison } from '../../contract.ts';
import { beadsInReadingOrder } from '../rows.ts';
import { utf8 } from './words.ts';

/**
 * One bead a line in the order of the French text: French sentence indexes, TAB, English ones; from 0, comma-separated,
 * either side may be empty. Every sentence is in it, page furniture too. The format of gold alignments.
 */
export function writeBeads(comparison: Comparison): Uint8Array {
  const lines = beadsInReadingOrder(comparison.beads).map(({ fr, en }) => `${fr.join(',')}\t${en.join(',')}\n`);
  return utf8(lines.join(''));
}
