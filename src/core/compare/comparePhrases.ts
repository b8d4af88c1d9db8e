import type { WordLink } from '../../contract.ts';
import type { WordPair } from './encodePairs.ts';
import { gatherEvidence } from './phraseFeatures.ts';
import { findPhrases, type Phrase } from './phrases.ts';
import { presentable } from './presentable.ts';

/** What the words of a pair say. */
export interface ComparedWords {
  readonly links: readonly WordLink[];
  /** With clean edges, surest first. */
  readonly phrases: readonly Phrase[];
}

/** Compares the words of a pair: which go together, and which phrases stand on one side only. */
export function comparePhrases(pair: WordPair): ComparedWords {
  if (pair.fr.words.length === 0 || pair.en.words.length === 0) return { links: [], phrases: [] };
  const evidence = gatherEvidence(pair);
  const phrases = findPhrases(evidence).flatMap((phrase) => presentable(phrase, pair[phrase.side].words) ?? []);
  return { links: evidence.links, phrases };
}
