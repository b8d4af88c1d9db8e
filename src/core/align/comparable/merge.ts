import type { Bead, PartialLink, Range, Side } from '../../../contract.ts';
import { inBeadOrder, withMoves } from './order.ts';

type Sides<T> = Readonly<Record<Side, T>>;

export interface ScoredPair {
  readonly fr: number;
  readonly en: number;
  readonly confidence: number;
  /** The part of each sentence's word weight that lies in its span. */
  readonly share: Sides<number>;
  readonly parts: Sides<Range>;
  readonly whole: Sides<Range>;
}

/** A pair makes a bead when its span is at least this much of one of the two sentences; a lesser one is a link beside the beads. */
const MAIN_SHARE = 0.4;
/** From this share on the whole sentence is meant. */
const WHOLE_SHARE = 0.9;
/** The aligner's beads of several sentences are taken into account from this confidence on. */
const ALIGNED = 0.55;
/** And one of their pairs must be at least this probable. */
const ALIGNED_PAIR = 0.5;

/**
 * Settles which links are beads: the most probable first, each sentence once, the aligner's n-m beads among them.
 * What is left over of the links from `least` on stays as links between clauses; what is left over of the sentences
 * becomes null beads.
 */
export function mergeLinks(
  frCount: number,
  enCount: number,
  pairs: readonly ScoredPair[],
  aligned: readonly Bead[],
  least: number,
): { readonly beads: Bead[]; readonly links: PartialLink[] } {
  const shown = pairs.filter((pair) => pair.confidence >= least);
  const confidenceOf = new Map(pairs.map((pair) => [key(pair.fr, pair.en), pair.confidence]));
  const proposals: Proposal[] = [
    ...shown
      .filter((pair) => Math.max(pair.share.fr, pair.share.en) >= MAIN_SHARE)
      .map((pair) => ({ bead: oneToOne(pair), pair })),
    ...aligned.flatMap((bead) => severalSentences(bead, confidenceOf)),
  ].sort((a, b) => b.bead.confidence - a.bead.confidence || b.bead.fr.length - a.bead.fr.length);
  const taken: Sides<Set<number>> = { fr: new Set(), en: new Set() };
  const chosen: Proposal[] = [];
  for (const proposal of proposals) {
    const { fr, en } = proposal.bead;
    if (fr.some((index) => taken.fr.has(index)) || en.some((index) => taken.en.has(index))) continue;
    for (const index of fr) taken.fr.add(index);
    for (const index of en) taken.en.add(index);
    chosen.push(proposal);
  }
  const inside = new Set(chosen.flatMap(({ bead }) => bead.fr.flatMap((fr) => bead.en.map((en) => key(fr, en)))));
  const links = shown
    .filter((pair) => !inside.has(key(pair.fr, pair.en)))
    .map(({ fr, en, parts, confidence }) => ({ fr, en, parts, confidence }));
  const beads = [
    ...withMoves(chosen.map(({ bead }) => bead)),
    ...nullBeads('fr', frCount, taken.fr, pairs),
    ...nullBeads('en', enCount, taken.en, pairs),
  ];
  return { beads: inBeadOrder(beads), links: links.sort((a, b) => a.fr - b.fr || a.en - b.en) };
}

interface Proposal {
  readonly bead: Bead;
}

function key(fr: number, en: number): string {
  return `${fr}-${en}`;
}

function oneToOne(pair: ScoredPair): Bead {
  const { fr, en, confidence, share, parts, whole } = pair;
  const bead = { fr: [fr], en: [en], confidence, moved: false };
  if (share.fr >= WHOLE_SHARE && share.en >= WHOLE_SHARE) return bead;
  return {
    ...bead,
    parts: {
      fr: share.fr >= WHOLE_SHARE ? whole.fr : parts.fr,
      en: share.en >= WHOLE_SHARE ? whole.en : parts.en,
    },
  };
}

function severalSentences(bead: Bead, confidenceOf: ReadonlyMap<string, number>): Proposal[] {
  const { fr, en, confidence } = bead;
  if (fr.length * en.length < 2 || confidence < ALIGNED) return [];
  const best = Math.max(...fr.flatMap((i) => en.map((j) => confidenceOf.get(key(i, j)) ?? 0)));
  return best < ALIGNED_PAIR ? [] : [{ bead: { fr, en, confidence, moved: false } }];
}

/** A sentence stands alone with the probability that none of its pairs is a link. */
function nullBeads(side: Side, count: number, taken: ReadonlySet<number>, pairs: readonly ScoredPair[]): Bead[] {
  const alone = new Float64Array(count).fill(1);
  for (const pair of pairs) alone[pair[side]] = (alone[pair[side]] ?? 1) * (1 - pair.confidence);
  const beads: Bead[] = [];
  for (let index = 0; index < count; index++) {
    if (taken.has(index)) continue;
    const sides = side === 'fr' ? { fr: [index], en: [] } : { fr: [], en: [index] };
    beads.push({ ...sides, confidence: alone[index] ?? 1, moved: false });
  }
  return beads;
}
