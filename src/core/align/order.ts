import type { Margins } from './search.ts';
import { heaviestChain } from './chain.ts';
import type { Pins } from './pins.ts';

/** A French and an English sentence that are each other's best partner. */
export interface Anchor {
  readonly i: number;
  readonly j: number;
  readonly margin: number;
}

export interface Order {
  /** All mutual best pairs, in French order. */
  readonly anchors: readonly Anchor[];
  /** Those that the order is built on, in French order. */
  readonly accepted: readonly Anchor[];
  /** How many of the accepted ones are out of the main order. */
  readonly moved: number;
  /** The English sentences in the order of their French counterparts. */
  readonly permutation: Int32Array;
}

/** Margin from which mutual best sentences are an anchor. Lower lets chance pairs in, higher leaves gaps. */
const ANCHOR_MARGIN = 0.12;
/** Off-chain anchors form a block when both sides go on within this many sentences. */
const BLOCK_REACH = 4;
/** What an off-chain anchor must exceed to speak for its block. */
const BLOCK_MARGIN = 0.12;
/**
 * Sum of excess margins from which a block is taken for moved, in an article that is otherwise in order; the same for a
 * block that would have to come from far away, which takes more to be believed.
 */
const BLOCK_SCORE = 0.25;
const BLOCK_SCORE_FAR = 0.35;
/** The same where much is out of order: there most off-chain anchors are right. Worth .94 to .99 strict on shuffled articles. */
const BLOCK_SCORE_SHUFFLED = 0.05;
/** Share of the anchors' weight on the chain below which an article counts as shuffled. */
const SHUFFLED = 0.8;
/** A block is near its place when it crosses at most this many anchors of the chain, and far from it beyond FAR. */
const NEAR = 2;
const FAR = 20;
/**
 * Share of the anchors' weight off the chain but near it from which neighbours change places as a habit of the article
 * (.008 at most in plain articles, .03 and more in others): then every such anchor counts. Worth .011 strict on novels and
 * .012 on stories whose neighbours were swapped, nothing elsewhere.
 */
const SWAPPING = 0.012;
/** Sentences between two anchors are compared with at most this many on either side. */
const LONGEST_LOOK = 200;

/**
 * Recovers the order: which English sentence comes after which when the French text is followed.
 * @param pins are certain; no other anchor may touch their sentences
 */
export function recoverOrder(margins: Margins, n: number, m: number, { anchors: pinned, taken }: Pins): Order {
  const free = mutualBest(margins, n).filter(({ i, j }) => taken.fr[i] !== 1 && taken.en[j] !== 1);
  const anchors = [...free, ...pinned].sort((a, b) => a.i - b.i);
  const onChain = new Set(heaviestChain(anchors));
  const off = anchors.filter((_, k) => !onChain.has(k));
  const weight = (list: readonly Anchor[]): number => list.reduce((sum, { margin }) => sum + margin, 0);
  const main = anchors.filter((_, k) => onChain.has(k));
  const shuffled = weight(main) < SHUFFLED * weight(anchors);
  const crossed = crossings(main);
  const near = off.filter((anchor) => crossed(anchor) <= NEAR);
  const swapping = weight(near) > SWAPPING * weight(anchors);
  const enough = (anchor: Anchor): number => {
    if (shuffled) return BLOCK_SCORE_SHUFFLED;
    if (swapping && crossed(anchor) <= NEAR) return 0;
    return crossed(anchor) > FAR ? BLOCK_SCORE_FAR : BLOCK_SCORE;
  };
  const blocks = movedBlocks(off, enough, new Set(pinned));
  const accepted = [...main, ...blocks].sort((a, b) => a.i - b.i);
  return { anchors, accepted, moved: blocks.length, permutation: permute(margins, n, m, accepted) };
}

function mutualBest(margins: Margins, n: number): Anchor[] {
  const anchors: Anchor[] = [];
  for (let i = 0; i < n; i++) {
    const first = margins.partnersOfFr.of(i)[0];
    if (first === undefined || first.margin < ANCHOR_MARGIN) continue;
    const back = margins.partnersOfEn.of(first.other)[0];
    if (back?.other === i) anchors.push({ i, j: first.other, margin: first.margin });
  }
  return anchors;
}

/** How many anchors of the chain another anchor crosses, by binary search: before it on one side, after it on the other. */
function crossings(chain: readonly Anchor[]): (anchor: Anchor) => number {
  const before = (side: 'i' | 'j', place: number): number => {
    let low = 0;
    let high = chain.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((chain[middle]?.[side] ?? 0) < place) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return ({ i, j }) => Math.abs(before('i', i) - before('j', j));
}

/**
 * The off-chain anchors whose block is sure enough; pinned ones always are.
 * @param enough the score that a block with this first anchor must have
 */
function movedBlocks(off: readonly Anchor[], enough: (first: Anchor) => number, pinned: ReadonlySet<Anchor>): Anchor[] {
  const used = new Set<Anchor>();
  const accepted: Anchor[] = [];
  off.forEach((first, x) => {
    if (used.has(first)) return;
    const block = [first];
    used.add(first);
    let last = first;
    for (let y = x + 1; y < off.length; y++) {
      const next = off[y] ?? last;
      if (next.i - last.i > BLOCK_REACH) break;
      const ahead = next.j - last.j;
      if (used.has(next) || ahead <= 0 || ahead > BLOCK_REACH) continue;
      block.push(next);
      used.add(next);
      last = next;
    }
    const score = block.reduce((sum, { margin }) => sum + margin - BLOCK_MARGIN, 0);
    accepted.push(...(score >= enough(first) ? block : block.filter((anchor) => pinned.has(anchor))));
  });
  return accepted;
}

/**
 * Sorts the English sentences by a key on the French side: an anchor's is its French sentence; those between two anchors
 * follow the left one or precede the right one, split where they fit best.
 */
function permute(margins: Margins, n: number, m: number, accepted: readonly Anchor[]): Int32Array {
  const identity = Int32Array.from({ length: m }, (_, j) => j);
  const byEnglish = [...accepted].sort((a, b) => a.j - b.j);
  const first = byEnglish[0];
  const last = byEnglish.at(-1);
  if (first === undefined || last === undefined) return identity;
  const rank = new Map(accepted.map((anchor, r) => [anchor, r]));
  const key = new Float64Array(m);
  key.fill(first.i - 0.5, 0, first.j);
  key.fill(last.i + 0.25, last.j);
  byEnglish.forEach((left, a) => {
    key[left.j] = left.i;
    const right = byEnglish[a + 1];
    if (right === undefined) return;
    const neighbours = rank.get(right) === (rank.get(left) ?? 0) + 1;
    const split = neighbours ? right.j : bestSplit(margins, n, left, right);
    key.fill(left.i + 0.25, left.j + 1, split);
    key.fill(right.i - 0.25, split, right.j);
  });
  return identity.sort((a, b) => (key[a] ?? 0) - (key[b] ?? 0) || a - b);
}

/** The first English sentence between the two anchors that goes with the right one. */
function bestSplit(margins: Margins, n: number, left: Anchor, right: Anchor): number {
  const gap = right.j - left.j - 1;
  const look = Math.min(gap, LONGEST_LOOK);
  const fit = (j: number, from: number, to: number): number => {
    let best = -1;
    for (let i = Math.max(0, from); i < Math.min(n, to); i++) best = Math.max(best, margins.of(i, j));
    return best;
  };
  const gain: number[] = [];
  for (let j = left.j + 1; j < right.j; j++) {
    gain.push(fit(j, left.i, left.i + 2 + look) - fit(j, right.i - 1 - look, right.i + 1));
  }
  let best = 0;
  let split = 0;
  let sum = 0;
  gain.forEach((value, q) => {
    sum += value;
    if (sum > best) {
      best = sum;
      split = q + 1;
    }
  });
  return left.j + 1 + split;
}
