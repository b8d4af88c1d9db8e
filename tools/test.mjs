/**
 * `npm test`: sets up what is missing, builds, and runs every check, all of them even when one fails. What a check prints is
 * shown; the last line counts: each unit test, each end-to-end test, and each check that is not made of tests.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from './setup/build.mjs';
import { ensureDependencies } from './setup/dependencies.mjs';
import { ensureElectron } from './setup/electron-runtime.mjs';
import { onScreen } from './setup/libraries.mjs';
import { ROOT, runForeground, scriptOf } from './setup/run.mjs';
import { orExit, say } from './setup/say.mjs';

const REPORTS = join(ROOT, '.cache/reports');
const UNIT_REPORT = join(REPORTS, 'unit.json');
const E2E_REPORT = join(REPORTS, 'e2e.json');

/** @typedef {{passed: number, failed: number, lines: string[]}} Count */

try {
  ensureDependencies();
  ensureBuilt('app');
  ensureBuilt('node');
  await ensureElectron();
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  console.log('0 passed, 1 failed');
  process.exit(1);
}
rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });
process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'] = E2E_REPORT;

const counts = [
  await check('eslint', [scriptOf('eslint'), '.']),
  await check('prettier', [scriptOf('prettier'), '--check', '--log-level=warn', '.']),
  await check('types', [scriptOf('typescript', 'tsc'), '--noEmit', '-p', 'tsconfig.json']),
  await check('types in components', [scriptOf('svelte-check'), '--tsconfig', 'tsconfig.json', '--fail-on-warnings']),
  await check('layers', [
    scriptOf('dependency-cruiser', 'depcruise'),
    '--config',
    '.dependency-cruiser.cjs',
    'src',
    'bench',
    'tools',
  ]),
  await check('nothing unused', [scriptOf('knip')]),
  await tests(
    'unit tests',
    [
      process.execPath,
      scriptOf('vitest'),
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${UNIT_REPORT}`,
    ],
    unitCount,
  ),
  await tests(
    'end-to-end tests',
    await onScreenOrExit(scriptOf('@playwright/test', 'playwright'), 'test', '--reporter=list,json'),
    e2eCount,
  ),
];

console.log('');
for (const { lines } of counts) for (const line of lines) console.log(line);
const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

/**
 * A check that passes or fails as a whole.
 * @param {string} name
 * @param {readonly string[]} script for node, with its arguments
 * @returns {Promise<Count>}
 */
async function check(name, script) {
  const ok = (await run(name, [process.execPath, ...script])) === 0;
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, lines: [`${ok ? 'ok    ' : 'FAILED'} ${name}`] };
}

/**
 * A run of tests. One that ends badly without a failed test (it could not start, or an error stood outside of a test) counts as a failure.
 * @param {string} name
 * @param {readonly string[]} command
 * @param {() => {passed: number, failed: number}} countOf reads the run's report
 * @returns {Promise<Count>}
 */
async function tests(name, command, countOf) {
  const ok = (await run(name, command)) === 0;
  const { passed, failed } = reported(countOf);
  const failures = failed === 0 && (!ok || passed === 0) ? 1 : failed;
  const result = `${passed} passed, ${failures} failed`;
  return { passed, failed: failures, lines: [`${failures === 0 ? 'ok    ' : 'FAILED'} ${name}: ${result}`] };
}

/**
 * @param {string} name
 * @param {readonly string[]} command
 */
async function run(name, [program, ...args]) {
  console.log(`\n--- ${name}`);
  const begun = Date.now();
  const code = await runForeground(program, args, { cwd: ROOT });
  console.log(`    ${code === 0 ? 'done' : `exit code ${code}`}, ${((Date.now() - begun) / 1000).toFixed(1)} s`);
  return code;
}

/** @param {string[]} script */
async function onScreenOrExit(...script) {
  return (await orExit(() => onScreen(process.execPath, script))).flat();
}

/** @param {() => {passed: number, failed: number}} countOf */
function reported(countOf) {
  try {
    return countOf();
  } catch {
    return { passed: 0, failed: 0 };
  }
}

function unitCount() {
  const report = JSON.parse(readFileSync(UNIT_REPORT, 'utf8'));
  return { passed: report.numPassedTests, failed: report.numFailedTests };
}

function e2eCount() {
  const { stats } = JSON.parse(readFileSync(E2E_REPORT, 'utf8'));
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky };
}
