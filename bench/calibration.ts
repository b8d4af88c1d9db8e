import { writeFileSync } from 'node:fs';
import { evidenceOf, rateAlone, type CalibratedOrigin } from '../src/core/align/confidence.ts';
import { drive } from '../src/core/align/steps.ts';
import { solve } from '../src/core/align/solve.ts';
import { fitLogistic, type Example, type Logistic } from '../tools/train/comparableModel.ts';
import { GOLD_FOLDER, groupsOf, readGold } from './gold.ts';
import { keyOf } from './score.ts';
import { encodeAll } from './vectors.ts';

const ORIGINS: readonly CalibratedOrigin[] = ['lattice', 'alone', 'leftover'];
/** Pull of the weights towards 0, in examples. */
const PENALTY = 1;
const BINS = 15;

interface Observation extends Example {
  readonly base: string;
  readonly group: string;
  readonly origin: CalibratedOrigin;
}

/**
 * `npm run eval -- calibration [DIR] [--write FILE]`: how well confidence tells how often a bead is right: the expected
 * calibration error of each kind of bead, fitted on all documents but the one, and its variants, that is predicted.
 * `--write` fits on all documents and writes the model (src/core/align/confidence.json).
 */
export async function evalCalibration(args: readonly string[]): Promise<void> {
  const writeAt = args.indexOf('--write');
  const target = writeAt < 0 ? undefined : args[writeAt + 1];
  const folder = args.find((_, at) => writeAt < 0 || at < writeAt) ?? GOLD_FOLDER;
  const observations = await observe(folder);
  console.log('kind       beads  right   error   (expected calibration error, cross-validated over documents)');
  for (const origin of ORIGINS) {
    const own = observations.filter((observation) => observation.origin === origin);
    if (own.length === 0) continue;
    const held = heldOut(own);
    const right = own.filter((observation) => observation.linked).length / own.length;
    const error = calibrationError(own, held).toFixed(4);
    console.log(`${origin.padEnd(9)} ${String(own.length).padStart(6)}  ${right.toFixed(3)}  ${error}`);
    for (const group of [...new Set(own.map((observation) => observation.group))]) {
      const members = own.filter((observation) => observation.group === group);
      const predicted = held.filter((_, k) => own[k]?.group === group);
      const figure = calibrationError(members, predicted).toFixed(4);
      console.log(`  ${group.padEnd(16)} ${String(members.length).padStart(5)}          ${figure}`);
    }
  }
  if (target === undefined) return;
  const model = Object.fromEntries(
    ORIGINS.map((origin) => {
      const own = observations.filter((observation) => observation.origin === origin);
      const { bias, weights } = fitLogistic(own, PENALTY);
      return [origin, { bias: rounded(bias), weights: [...weights].map(rounded) }];
    }),
  );
  writeFileSync(target, `${JSON.stringify(model, null, 2)}\n`);
}

/**
 * Every bead of every document, and whether gold has it. Leftover links hardly occur in translations: they are observed
 * by aligning the documents once more as comparable articles.
 */
async function observe(folder: string): Promise<Observation[]> {
  const documents = readGold(folder);
  const order = groupsOf(documents);
  documents.sort((a, b) => order.indexOf(a.group) - order.indexOf(b.group));
  const vectorsOf = await encodeAll(documents);
  const observations: Observation[] = [];
  for (const { fr, en, base, group, beads, ...document } of documents) {
    const gold = new Set(beads.map(keyOf));
    const input = { fr, en, vectors: vectorsOf({ fr, en, ...document }) };
    for (const pairKind of [undefined, 'comparable'] as const) {
      const { candidates } = await drive(solve(pairKind === undefined ? input : { ...input, pairKind }), 1, {});
      const rate = rateAlone(candidates, fr.length + en.length);
      for (const candidate of candidates) {
        const { origin } = candidate;
        if (origin === 'pinned' || (pairKind === 'comparable') !== (origin === 'leftover')) continue;
        observations.push({
          base,
          group,
          origin,
          features: Float64Array.from(evidenceOf(candidate, rate)),
          linked: gold.has(keyOf(candidate)),
        });
      }
    }
  }
  return observations;
}

/** Each observation's probability from a model that has not seen its document. */
function heldOut(observations: readonly Observation[]): number[] {
  const models = new Map(
    [...new Set(observations.map(({ base }) => base))].map((base) => [
      base,
      fitLogistic(
        observations.filter((observation) => observation.base !== base),
        PENALTY,
      ),
    ]),
  );
  return observations.map(({ base, features }) => probability(models.get(base), features));
}

function probability(model: Logistic | undefined, features: Float64Array): number {
  const sum = features.reduce((total, value, k) => total + value * (model?.weights[k] ?? 0), model?.bias ?? 0);
  return 1 / (1 + Math.exp(-sum));
}

function rounded(weight: number): number {
  return Number(weight.toFixed(4));
}

/** Mean distance of confidence and share of right beads, in BINS bins of equal width. */
function calibrationError(observations: readonly Observation[], predicted: readonly number[]): number {
  const difference = new Array<number>(BINS).fill(0);
  observations.forEach(({ linked }, k) => {
    const p = predicted[k] ?? 0;
    const bin = Math.min(BINS - 1, Math.floor(p * BINS));
    difference[bin] = (difference[bin] ?? 0) + p - (linked ? 1 : 0);
  });
  return difference.reduce((sum, value) => sum + Math.abs(value), 0) / observations.length;
}
