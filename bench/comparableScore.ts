import type { Range } from '../src/contract.ts';
import { leastShown, scorePairs } from '../src/core/align/comparable/link.ts';
import type { LinkModel } from '../src/core/align/comparable/model.ts';
import type { Compared } from './comparableExamples.ts';

/** Counts over many documents of what a model links. */
export interface LinkScores {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  /** Mean overlap of the ranges, intersection over union of characters, of right links whose gold range is known. */
  readonly overlap: number;
  /** Links a document, and the share of documents that have any: for articles that have nothing in common. */
  readonly links: number;
  readonly documents: number;
  /** Expected calibration error: mean distance of confidence from how often it is right, links of 0.1 and more. */
  readonly calibration: number;
}

/** How well a model links made documents; counts what the app would show of the links from `least` on. */
export function scoreLinks(
  documents: readonly Compared[],
  modelOf: (document: Compared) => LinkModel,
  least: number,
): LinkScores {
  let right = 0;
  let shown = 0;
  let gold = 0;
  let linked = 0;
  const overlaps: number[] = [];
  const bins = Array.from({ length: 10 }, () => ({ sum: 0, right: 0, count: 0 }));
  for (const compared of documents) {
    const links = new Map(compared.document.links.map((link) => [`${link.fr}-${link.en}`, link]));
    gold += links.size;
    let here = 0;
    const scored = scorePairs(compared.pairs, compared.fr, compared.en, modelOf(compared));
    const from = Math.max(least, leastShown(scored));
    for (const pair of scored) {
      const link = links.get(`${pair.fr}-${pair.en}`);
      const bin = bins[Math.min(9, Math.floor(pair.confidence * 10))];
      if (bin) {
        bin.sum += pair.confidence;
        bin.right += link ? 1 : 0;
        bin.count++;
      }
      if (pair.confidence < from) continue;
      here++;
      if (!link) continue;
      right++;
      if (link.parts.fr) overlaps.push(overlap(link.parts.fr, pair.parts.fr));
      if (link.parts.en) overlaps.push(overlap(link.parts.en, pair.parts.en));
    }
    shown += here;
    if (here > 0) linked++;
  }
  const precision = right / Math.max(1, shown);
  const recall = right / Math.max(1, gold);
  const likely = bins.slice(1);
  return {
    precision,
    recall,
    f1: (2 * precision * recall) / Math.max(1e-9, precision + recall),
    overlap: overlaps.reduce((sum, value) => sum + value, 0) / Math.max(1, overlaps.length),
    links: shown / Math.max(1, documents.length),
    documents: linked / Math.max(1, documents.length),
    calibration:
      likely.reduce((sum, bin) => sum + Math.abs(bin.sum - bin.right), 0) /
      Math.max(
        1,
        likely.reduce((sum, bin) => sum + bin.count, 0),
      ),
  };
}

function overlap(a: Range, b: Range): number {
  const common = Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
  return common / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
}
