import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, release, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { launchMeasured, type Launch } from './launch.ts';
import { proportionalMemory } from './processMemory.ts';

/** Starts of each of the two, in turn. */
const ROUNDS = 7;
/** Rounds in which memory is measured, too. */
const MEMORY_ROUNDS = 2;
/** The page lets its engine go after 20 s without work; only then is it at rest. Milliseconds. */
const UNTIL_REST = 25_000;

const EMPTY = resolve('bench/empty-window');
const SAMPLE = ['candide-1.fr.txt', 'candide-1.en.txt'].map((name) => resolve('resources/samples', name));

/**
 * Starts the built app, which comes back to a saved comparison, and an empty window of the same Electron in turn.
 * Prints medians with their ranges, and the ratios that DESIGN.md has targets for.
 * @param args the two files of the comparison; a sample without them
 */
export async function benchStart(args: readonly string[]): Promise<void> {
  const files = args.length === 2 ? args.map((file) => resolve(file)) : SAMPLE;
  const folder = await mkdtemp(join(tmpdir(), 'vis-a-vis-bench-'));
  try {
    const data = join(folder, 'app');
    await saveComparison(data, files);
    const rounds: Round[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const withMemory = round < MEMORY_ROUNDS && process.platform === 'linux';
      const empty = await measure(EMPTY, join(folder, 'empty'), withMemory);
      const app = await measure('.', data, withMemory);
      rounds.push({ empty, app });
    }
    print(rounds);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface Measured {
  /** From the start of the process, milliseconds. */
  readonly firstPaint: number;
  /** Until the largest piece of text is painted, milliseconds. */
  readonly readable: number;
  /** Proportional set size of all its processes at rest, bytes; null where it was not measured. */
  readonly memory: number | null;
}

interface Round {
  readonly empty: Measured;
  readonly app: Measured;
}

/** The comparison to come back to is made as a reader makes it: by opening two files. */
async function saveComparison(data: string, files: readonly string[]): Promise<void> {
  const launch = await launchMeasured('.', data, files);
  await launch.untilShown('main article, main [lang="fr"]', 600_000);
  await new Promise((done) => setTimeout(done, 2000));
  await launch.close();
}

async function measure(app: string, data: string, withMemory: boolean): Promise<Measured> {
  const launch: Launch = await launchMeasured(app, data, []);
  try {
    const { firstPaint, largestPaint, isArticle } = await launch.paints();
    if (app !== EMPTY && !isArticle) throw new Error('the app did not come back to the comparison');
    if (!withMemory) return { firstPaint, readable: largestPaint, memory: null };
    await new Promise((done) => setTimeout(done, UNTIL_REST));
    return { firstPaint, readable: largestPaint, memory: await proportionalMemory(launch.pid) };
  } finally {
    await launch.close();
  }
}

function print(rounds: readonly Round[]): void {
  const megabytes = (bytes: number | null): number | null => (bytes === null ? null : bytes / 1e6);
  console.log(`${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, ${process.platform} ${release()}`);
  console.log(`${ROUNDS} starts each, in turn; median (lowest to highest)\n`);
  line('first paint, ms', rounds, (one) => one.firstPaint);
  line('readable, ms', rounds, (one) => one.readable);
  line('memory at rest, MB (PSS)', rounds, (one) => megabytes(one.memory));
}

function line(what: string, rounds: readonly Round[], valueOf: (one: Measured) => number | null): void {
  const [app, empty] = (['app', 'empty'] as const).map((which) =>
    rounds
      .map((round) => valueOf(round[which]))
      .filter((value) => value !== null)
      .sort((a, b) => a - b),
  );
  if (!app?.length || !empty?.length) return;
  const shown = (values: readonly number[]): string =>
    `${median(values).toFixed(0)} (${(values[0] ?? 0).toFixed(0)} to ${(values.at(-1) ?? 0).toFixed(0)})`;
  const ratio = (median(app) / median(empty)).toFixed(2);
  console.log(`${what.padEnd(26)} app ${shown(app).padEnd(22)} empty window ${shown(empty).padEnd(22)} ratio ${ratio}`);
}

function median(sorted: readonly number[]): number {
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? 0)) / 2;
}
