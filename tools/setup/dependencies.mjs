import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, runSync } from './run.mjs';
import { say } from './say.mjs';

/** Installs the packages of package-lock.json where they are missing or differ. Throws when npm fails. */
export function ensureDependencies() {
  const difference = firstDifference();
  if (difference === null) return;
  say(`Set-up: installing packages with npm ci (${difference}) …`);
  const { ok } = runSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  if (!ok) throw new Error('npm ci failed; its own message is above.');
}

/**
 * Compares what is asked for with npm's own record of what it put into node_modules, so that an `npm install` by hand
 * counts as well as `npm ci` does.
 * @returns {string | null} why the packages have to be installed; null: all is there
 */
function firstDifference() {
  const wanted = lockedPackages('package-lock.json');
  if (wanted === null) throw new Error('package-lock.json is missing or damaged.');
  const installed = lockedPackages('node_modules/.package-lock.json');
  if (installed === null) return 'there are none yet';
  for (const [path, { version, optional, devOptional, link }] of Object.entries(wanted)) {
    if (path === '' || link) continue;
    const found = installed[path];
    // Optional packages for other systems are left out by npm.
    if (!found && (optional || devOptional)) continue;
    if (found?.version !== version) return `${path.replace(/^.*node_modules\//, '')} ${version} is missing`;
  }
  return null;
}

/**
 * @param {string} file
 * @returns {Record<string, {version?: string, optional?: boolean, devOptional?: boolean, link?: boolean}> | null}
 */
function lockedPackages(file) {
  try {
    return JSON.parse(readFileSync(join(ROOT, file), 'utf8')).packages;
  } catch {
    return null;
  }
}
