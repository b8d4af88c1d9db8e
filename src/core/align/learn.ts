import { lexiconOf, type Lexicon } from './lexicon.ts';
import type { Steps } from './steps.ts';

/** The different words of one bead's sides. */
export interface WordBag {
  readonly fr: Int32Array;
  readonly en: Int32Array;
}

/** Two words must meet in this many beads, and this much more often than by chance. */
const LEAST_MEETINGS = 2;
const ABOVE_CHANCE = 1.8;
/** Rounds of re-estimation. */
const ROUNDS = 3;
/** Weight of "no counterpart" when a word's match is shared out. */
const NOTHING = 0.15;
/** Strengths are scaled by this, and shrunk towards 0 for rare pairs by meetings / (meetings + SHRINK). */
const SCALE = 1.3;
const SHRINK = 0.8;
/** Weaker entries are left out. */
const LEAST_WORTH = 0.25;

/**
 * The article's own dictionary from beads that are probably right: Dice coefficients, then IBM model 1 (Brown et al. 1993)
 * with the counts shared out among the words that are candidates at all. Each French word is worked on by itself.
 */
export function* learnLexicon(bags: readonly WordBag[], frWords: number, enWords: number): Steps<Lexicon> {
  const frCount = new Int32Array(frWords);
  const enCount = new Int32Array(enWords);
  const beadsOf: number[][] = Array.from({ length: frWords }, () => []);
  for (const [bead, { fr, en }] of bags.entries()) {
    if (bead % 256 === 0) yield 0;
    for (const x of fr) {
      frCount[x] = (frCount[x] ?? 0) + 1;
      beadsOf[x]?.push(bead);
    }
    for (const y of en) enCount[y] = (enCount[y] ?? 0) + 1;
  }
  const meetings = new Int32Array(enWords);
  const strength = new Float64Array(enWords);
  const share = new Float64Array(enWords);
  const entries: Map<number, number>[] = [];
  for (const [x, beads] of beadsOf.entries()) {
    const own = new Map<number, number>();
    entries.push(own);
    yield x / frWords;
    if (beads.length < LEAST_MEETINGS) continue;
    const opposite = beads.map((bead) => bags[bead]?.en ?? new Int32Array(0));
    for (const en of opposite) for (const y of en) meetings[y] = (meetings[y] ?? 0) + 1;
    const met = [...new Set(opposite.flatMap((en) => [...en]))];
    const dice = (y: number): number => 2 / ((frCount[x] ?? 0) + (enCount[y] ?? 0));
    const candidates = met.filter((y) => {
      const times = meetings[y] ?? 0;
      return times >= LEAST_MEETINGS && times > (ABOVE_CHANCE * beads.length * (enCount[y] ?? 0)) / bags.length;
    });
    for (const y of candidates) strength[y] = (meetings[y] ?? 0) * dice(y);
    for (let round = 0; round < ROUNDS; round++) {
      for (const en of opposite) shareOut(en, strength, share);
      for (const y of candidates) {
        strength[y] = (share[y] ?? 0) * dice(y);
        share[y] = 0;
      }
    }
    for (const y of candidates) {
      const times = meetings[y] ?? 0;
      const worth = (Math.min(1, (strength[y] ?? 0) * SCALE) * times) / (times + SHRINK);
      if (worth >= LEAST_WORTH) own.set(y, worth);
    }
    for (const y of met) {
      meetings[y] = 0;
      strength[y] = 0;
    }
  }
  return lexiconOf(entries);
}

/** Adds one occurrence's match to the shares of the candidates opposite, in proportion to their strengths. */
function shareOut(en: Int32Array, strength: Float64Array, share: Float64Array): void {
  let sum = NOTHING;
  for (const y of en) sum += strength[y] ?? 0;
  for (const y of en) {
    const own = strength[y] ?? 0;
    if (own > 0) share[y] = (share[y] ?? 0) + own / sum;
  }
}
