import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { runSync } from './run.mjs';
import { say } from './say.mjs';

/** What Electron needs of a bare Debian or Ubuntu, beside what every system has. */
const ELECTRON_PACKAGES = ['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1', 'ca-certificates'];
const SCREEN_PACKAGES = ['xvfb', 'xauth'];

/**
 * Makes sure that the program finds its shared libraries (Linux).
 * @param {string} program
 */
export function ensureLibraries(program) {
  if (process.platform !== 'linux') return;
  if (missingLibraries(program).length === 0) return;
  install(ELECTRON_PACKAGES, `Electron needs ${missingLibraries(program).join(', ')}`);
  const missing = missingLibraries(program);
  if (missing.length > 0) throw new Error(`Electron still misses these libraries: ${missing.join(', ')}`);
}

/** Is there a screen to open a window on? */
export function hasScreen() {
  return process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}

/**
 * How to start a program that needs a screen: as it is, or under a virtual one.
 * @param {string} program
 * @param {readonly string[]} args
 * @returns {[string, string[]]}
 */
export function onScreen(program, args) {
  if (hasScreen()) return [program, [...args]];
  if (!isOnPath('xvfb-run') || !isOnPath('xauth')) install(SCREEN_PACKAGES, 'without a screen, xvfb-run is needed');
  return ['xvfb-run', ['-a', program, ...args]];
}

/** @param {string} program */
function missingLibraries(program) {
  const { output } = runSync('ldd', [program], { quiet: true });
  return [...output.matchAll(/^\s*(\S+) => not found/gm)].map(([, name]) => name);
}

/** @param {string} program */
function isOnPath(program) {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));
}

/**
 * @param {readonly string[]} packages
 * @param {string} reason
 */
function install(packages, reason) {
  const names = packages.map(currentName).join(' ');
  const command = `apt-get update && apt-get install -y --no-install-recommends ${names}`;
  if (process.getuid?.() !== 0 || !isOnPath('apt-get')) {
    throw new Error(`Set-up: ${reason}. Install it, on Debian or Ubuntu with\n  sudo sh -c '${command}'`);
  }
  say(`Set-up: ${reason}; ${command} …`);
  process.env['DEBIAN_FRONTEND'] = 'noninteractive';
  const { ok, output } = runSync('sh', ['-c', command], { quiet: true });
  if (!ok) throw new Error(`${command} failed:\n${output}`);
}

/**
 * Debian 13 and Ubuntu 24.04 renamed some libraries when their time type grew to 64 bits.
 * @param {string} name
 */
function currentName(name) {
  return runSync('apt-cache', ['show', `${name}t64`], { quiet: true }).ok ? `${name}t64` : name;
}
