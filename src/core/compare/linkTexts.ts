import type { Side, WordLink } from '../../contract.ts';
import type { Encoder } from '../encoder/encoder.ts';
import { encodePairs } from './encodePairs.ts';
import { tokenize } from './tokens.ts';
import { linkWords } from './words.ts';

/** Links the words of two texts that correspond. Rejects with the signal's reason when aborted. */
export async function linkTexts(
  texts: Readonly<Record<Side, string>>,
  encoder: Encoder,
  signal?: AbortSignal,
): Promise<WordLink[]> {
  const words = (side: Side): string[] => tokenize(texts[side]).map(({ text }) => text);
  const pair = { fr: words('fr'), en: words('en') };
  if (pair.fr.length === 0 || pair.en.length === 0) return [];
  for await (const [encoded] of encodePairs([pair], encoder, signal)) if (encoded) return linkWords(encoded);
  return [];
}
