import { ALONE_EN, ALONE_FR, bestPath, type PathStep } from './path.ts';
import { posteriors, type Posteriors } from './posteriors.ts';
import type { Candidate } from './leftovers.ts';
import type { WordBag } from './learn.ts';
import type { Lexicon } from './lexicon.ts';
import { adaptPriors, withPriors, type Priors } from './priors.ts';
import { scoreLattice, type Lattice, type Scores } from './scores.ts';
import type { Sequence } from './sequence.ts';
import { SHAPE_EN, SHAPE_FR } from './shapes.ts';
import { part, type Steps } from './steps.ts';
import type { Weights } from './weights.ts';

/** Rounds in which the priors are adapted to the articles. */
const PRIOR_ROUNDS = 2;
/** Beads that the articles' own dictionary is learned from. */
const LEXICON_POSTERIOR = 0.5;

/** The best way through the lattice, and how probable its steps are. */
export interface Decoding {
  readonly path: readonly PathStep[];
  readonly posteriors: Posteriors;
  readonly priors: Priors;
  readonly scores: Scores;
}

export function* decode(lattice: Lattice, lexicon: Lexicon, weights: Weights, start: Priors): Steps<Decoding> {
  const raw = yield* part(scoreLattice(lattice, lexicon, weights), 0, 0.6);
  let priors = start;
  for (let round = 0; round < PRIOR_ROUNDS; round++) {
    const found = posteriors(lattice, withPriors(raw, priors));
    const steps = part(found, 0.6 + 0.1 * round, 0.7 + 0.1 * round);
    priors = adaptPriors(yield* steps, lattice.fr.count, lattice.en.count);
  }
  const scores = withPriors(raw, priors);
  const last = yield* part(posteriors(lattice, scores), 0.8, 0.9);
  const path = yield* part(bestPath(lattice, scores), 0.9, 1);
  return { path, posteriors: last, priors, scores };
}

/** The path's steps in the articles' own sentence numbers. */
export function candidatesOf(lattice: Lattice, { path, posteriors: found }: Decoding): Candidate[] {
  return path.map(({ shape, i, j }) => {
    if (shape === ALONE_FR) {
      return { fr: sentences(lattice.fr, i, 1), en: [], origin: 'alone', evidence: found.aloneFr[i] ?? 0 };
    }
    if (shape === ALONE_EN) {
      return { fr: [], en: sentences(lattice.en, j, 1), origin: 'alone', evidence: found.aloneEn[j] ?? 0 };
    }
    const fr = sentences(lattice.fr, i, SHAPE_FR[shape] ?? 1);
    const en = sentences(lattice.en, j, SHAPE_EN[shape] ?? 1);
    return { fr, en, origin: 'lattice', evidence: found.of(i, j, shape) };
  });
}

/** The words of the beads that are more probably right than wrong. */
export function* bagsOf({ fr, en }: Lattice, { path, posteriors: found }: Decoding): Steps<WordBag[]> {
  const bags: WordBag[] = [];
  for (const [step, { shape, i, j }] of path.entries()) {
    if (step % 256 === 0) yield step / path.length;
    if (shape < 0 || found.of(i, j, shape) <= LEXICON_POSTERIOR) continue;
    const bag = { fr: wordsAt(fr, i, SHAPE_FR[shape] ?? 1), en: wordsAt(en, j, SHAPE_EN[shape] ?? 1) };
    if (bag.fr.length > 0 && bag.en.length > 0) bags.push(bag);
  }
  return bags;
}

function sentences(sequence: Sequence, place: number, count: number): number[] {
  return [...sequence.order.subarray(place, place + count)].sort((a, b) => a - b);
}

function wordsAt(sequence: Sequence, place: number, count: number): Int32Array {
  const words = sequence.words.subarray(sequence.starts[place], sequence.starts[place + count]);
  return Int32Array.from(new Set(words)).sort();
}
