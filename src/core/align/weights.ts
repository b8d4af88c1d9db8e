import trained from './weights.json' with { type: 'json' };
import { SHAPES } from './shapes.ts';

/** What speaks for or against a bead, in the order of the weights; see features.ts for the definitions. */
export const FEATURES = [
  'cosine over mean',
  'cosine over mean, joined',
  'cosine over near',
  'cosine over near, long',
  'cosine low',
  'cosine high',
  'length',
  'length, joined',
  'length far off',
  'gain',
  'gain negative',
  'gain small',
  'coverage',
  'covered mass',
  'coverage, joined',
  'numbers matched',
  'numbers unmatched',
  'question',
  'exclamation',
  'quote',
  'colon',
  'size',
  'coverage where cosine low',
] as const;

/** What speaks for a sentence to stand alone. */
export const NULL_FEATURES = ['bias', 'size', 'best margin', 'best margin high'] as const;

/** The alignment model's weights. */
export interface Weights {
  /** In the order of FEATURES. */
  readonly bead: Float64Array;
  /** In the order of SHAPES. */
  readonly shape: Float64Array;
  /** In the order of NULL_FEATURES. */
  readonly alone: Float64Array;
  /** For a sentence alone that follows another one alone on the same side. */
  readonly continued: number;
}

/** The weights in weights.json, written by tools/train. */
export const TRAINED: Weights = readWeights(trained);

function readWeights(data: {
  readonly bead: Readonly<Record<string, number>>;
  readonly shape: Readonly<Record<string, number>>;
  readonly alone: Readonly<Record<string, number>>;
  readonly continued: number;
}): Weights {
  const value = (from: Readonly<Record<string, number>>) => (name: string) => {
    const weight = from[name];
    if (weight === undefined) throw new Error(`No weight for "${name}"`);
    return weight;
  };
  return {
    bead: Float64Array.from(FEATURES.map(value(data.bead))),
    shape: Float64Array.from(SHAPES.map(({ name }) => value(data.shape)(name))),
    alone: Float64Array.from(NULL_FEATURES.map(value(data.alone))),
    continued: data.continued,
  };
}
