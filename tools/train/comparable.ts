/**
 * Fits the model of comparable articles to documents made from the gold (`node tools/run-built.mjs train-comparable [DIR]`),
 * prints what it is worth on bases that it has not seen, and writes src/core/align/comparable/weights.json.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readBases } from '../../bench/comparableBases.ts';
import { makeCompared, makeUnrelatedCompared, type Compared, type Recipe } from '../../bench/comparableExamples.ts';
import { scoreLinks } from '../../bench/comparableScore.ts';
import { GOLD_FOLDER } from '../../bench/gold.ts';
import { openEncoder } from '../../src/cli/encoder.ts';
import { packageRoot } from '../../src/cli/packageRoot.ts';
import { foldOf, fitModel } from './comparableFit.ts';

/** Reports of one event share fewer words than translations do: most documents are reworded, half of them dressed as news. */
const RECIPES: readonly Recipe[] = [
  { each: 3, rewording: 0, dressed: false, seed: 1 },
  { each: 3, rewording: 0.6, dressed: false, seed: 2 },
  { each: 3, rewording: 0.6, dressed: true, seed: 3 },
  { each: 3, rewording: 0.8, dressed: true, seed: 4 },
];
const UNRELATED = { each: 4, seed: 5 };
const FOLDS = 3;

const bases = readBases(process.argv[2] ?? GOLD_FOLDER);
const encoder = await openEncoder({ threads: 1 });
const related: Compared[] = [];
for (const recipe of RECIPES) for await (const made of makeCompared(bases, recipe, encoder)) related.push(made);
const unrelated: Compared[] = [];
for await (const made of makeUnrelatedCompared(bases, UNRELATED, encoder)) unrelated.push(made);
encoder.close();

const all = [...related, ...unrelated];
const models = Array.from({ length: FOLDS }, (_, fold) =>
  fitModel(all.filter(({ bases: from }) => from.every((base) => foldOf(base, FOLDS) !== fold))),
);
const model = fitModel(all);
const unseen = ({ bases: from }: Compared) => models[foldOf(from[0] ?? '', FOLDS)] ?? model;
for (const least of [0.5, 0.25]) {
  const { precision, recall, f1, overlap, calibration } = scoreLinks(related, unseen, least);
  const { links } = scoreLinks(unrelated, unseen, least);
  const figures = [precision, recall, f1, overlap, calibration, links].map((value) => value.toFixed(3));
  console.log(`from ${least}: P R F1 overlap calibration, links of an unrelated pair: ${figures.join(' ')}`);
}
writeFileSync(join(packageRoot(), 'src/core/align/comparable/weights.json'), `${JSON.stringify(model, rounded, 2)}\n`);

function rounded(_: string, value: unknown): unknown {
  return typeof value === 'number' ? Number(value.toFixed(4)) : value;
}
