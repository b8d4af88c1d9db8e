import type { Side } from '../src/contract.ts';
import { openEncoder } from '../src/cli/encoder.ts';
import { DIMENSION } from '../src/core/encoder/encoder.ts';

/** The vectors of many documents' sentences, each distinct sentence encoded once. */
export async function encodeAll(
  documents: readonly Readonly<Record<Side, readonly string[]>>[],
): Promise<(document: Readonly<Record<Side, readonly string[]>>) => Record<Side, Float32Array>> {
  const distinct = [...new Set(documents.flatMap(({ fr, en }) => [...fr, ...en]))];
  const encoder = await openEncoder();
  try {
    const vectors = await encoder.encode(distinct);
    const place = new Map(distinct.map((sentence, index) => [sentence, index]));
    const pick = (sentences: readonly string[]): Float32Array => {
      const out = new Float32Array(sentences.length * DIMENSION);
      sentences.forEach((sentence, s) => {
        const from = (place.get(sentence) ?? 0) * DIMENSION;
        out.set(vectors.subarray(from, from + DIMENSION), s * DIMENSION);
      });
      return out;
    };
    return ({ fr, en }) => ({ fr: pick(fr), en: pick(en) });
  } finally {
    encoder.close();
  }
}
