import { existsSync, mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, runSync } from './run.mjs';
import { say } from './say.mjs';

/** What each build is made of. A folder counts with all that is in it, and with its own time, which a deletion changes. */
const COMMON = [
  'src/contract.ts',
  'src/core',
  'resources/messages',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];
const SOURCES = {
  app: [...COMMON, 'src/main', 'src/preload', 'src/renderer', 'src/worker', 'electron.vite.config.ts'],
  node: [...COMMON, 'src/cli', 'bench', 'tools/train', 'vite.node.config.ts'],
};

/**
 * Builds the app (out/main, out/preload, out/renderer) or the programs for Node (out/node) where a source is newer.
 * @param {'app' | 'node'} part
 * @param {{quiet?: boolean}} [options] quiet: vite's own report is shown only when it fails
 */
export function ensureBuilt(part, { quiet = true } = {}) {
  const stamp = join(ROOT, 'out', `${part}.built`);
  const built = existsSync(stamp) && existsSync(join(ROOT, 'src/messages/messages.js')) ? statSync(stamp).mtimeMs : 0;
  if (SOURCES[part].every((source) => newestTime(join(ROOT, source)) <= built)) return;
  say(part === 'app' ? 'Building the app …' : 'Building the command line …');
  // A source that changes while the build runs is newer than it.
  const begun = new Date();
  const { ok, output } = runSync('npm', ['run', '--silent', `build:${part}`], { quiet });
  if (!ok) throw new Error(`The build failed.\n${output}`);
  mkdirSync(join(ROOT, 'out'), { recursive: true });
  writeFileSync(stamp, '');
  utimesSync(stamp, begun, begun);
}

/**
 * @param {string} path
 * @returns {number} milliseconds since 1970; 0 where there is nothing
 */
function newestTime(path) {
  const about = statSync(path, { throwIfNoEntry: false });
  if (!about) return 0;
  if (!about.isDirectory()) return about.mtimeMs;
  return readdirSync(path).reduce((newest, name) => Math.max(newest, newestTime(join(path, name))), about.mtimeMs);
}
