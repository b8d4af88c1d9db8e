import type { Compared } from '../../bench/comparableExamples.ts';
import { FEATURE_NAMES, type FeatureName } from '../../src/core/align/comparable/features.ts';
import { kinship, linkOdds, type LinkModel } from '../../src/core/align/comparable/model.ts';
import { fitLogistic, type Example } from './comparableModel.ts';

/**
 * Left out of the fit, with weight 0: made documents have few numbers and names of their own, so that what the fit makes of
 * them is an accident of the phrases they are dressed with (a shared number came out as a sign against a link), and
 * `mass` says nothing that `evidence` does not say better, knowing what both articles repeat.
 */
const LEFT_OUT: ReadonlySet<FeatureName> = new Set([
  'numbersShared',
  'numbersUnshared',
  'namesShared',
  'namesUnshared',
  'mass',
]);

/** Strength of the L2 penalties, in examples. */
const PENALTY = 30;
const PENALTY_ADAPTED = 1;
/** Parts of the second step's cross-validation. */
const FOLDS = 3;

/**
 * Fits the model in two steps: the pairs by themselves, then how far the rest of the two articles confirms them.
 * The second step sees odds of models that were fitted without the document's bases, as it will in use.
 */
export function fitModel(documents: readonly Compared[]): LinkModel {
  const first = fitFirst(documents);
  const adapted: Example[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const inside = (document: Compared): boolean => document.bases.some((base) => foldOf(base, FOLDS) === fold);
    const model = fitFirst(documents.filter((document) => !inside(document)));
    for (const document of documents) {
      if (foldOf(document.bases[0] ?? '', FOLDS) === fold) adapted.push(...adaptedExamples(document, model));
    }
  }
  const second = fitLogistic(adapted, PENALTY_ADAPTED);
  return {
    ...first,
    adapted: { bias: second.bias, odds: second.weights[0] ?? 1, kinship: second.weights[1] ?? 0 },
  };
}

/** Parts for cross-validation: all documents made from one base are in one of them. */
export function foldOf(base: string, folds: number): number {
  let hash = 0;
  for (const letter of base) hash = (Math.imul(hash, 31) + letter.charCodeAt(0)) >>> 0;
  return hash % folds;
}

function fitFirst(documents: readonly Compared[]): LinkModel {
  const used = FEATURE_NAMES.flatMap((name, index) => (LEFT_OUT.has(name) ? [] : [index]));
  const examples = documents.flatMap(({ pairs, document }) => {
    const gold = goldKeys(document.links);
    return pairs.map((pair) => ({
      features: Float64Array.from(used, (index) => pair.features[index] ?? 0),
      linked: gold.has(`${pair.fr}-${pair.en}`),
    }));
  });
  const fitted = fitLogistic(examples, PENALTY);
  const weights = Object.fromEntries(
    FEATURE_NAMES.map((name, index) => [name, fitted.weights[used.indexOf(index)] ?? 0]),
  );
  return {
    bias: fitted.bias,
    weights: weights as Record<FeatureName, number>,
    adapted: { bias: 0, odds: 1, kinship: 0 },
  };
}

function adaptedExamples({ pairs, document }: Compared, model: LinkModel): Example[] {
  const gold = goldKeys(document.links);
  const odds = pairs.map((pair) => linkOdds(pair, model));
  const kin = kinship(pairs, odds, { fr: document.fr.length, en: document.en.length });
  return pairs.map((pair, index) => ({
    features: Float64Array.of(odds[index] ?? 0, kin[index] ?? 0),
    linked: gold.has(`${pair.fr}-${pair.en}`),
  }));
}

function goldKeys(links: readonly { readonly fr: number; readonly en: number }[]): Set<string> {
  return new Set(links.map(({ fr, en }) => `${fr}-${en}`));
}
