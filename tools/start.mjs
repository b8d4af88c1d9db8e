/**
 * `npm start [french english]`: sets up what is missing, builds what is out of date, opens the app. Without a screen it
 * does the same job in the terminal.
 */
import { resolve } from 'node:path';
import { ensureBuilt } from './setup/build.mjs';
import { ensureDependencies } from './setup/dependencies.mjs';
import { ensureElectron } from './setup/electron-runtime.mjs';
import { hasScreen } from './setup/libraries.mjs';
import { ROOT, runForeground } from './setup/run.mjs';
import { orExit, say } from './setup/say.mjs';

// npm starts us in the repository; names are meant from where the person stands.
const folder = process.env['INIT_CWD'] ?? process.cwd();
const files = process.argv.slice(2).map((file) => (file.startsWith('-') ? file : resolve(folder, file)));

process.exit(hasScreen() ? await openWindow() : await runInTerminal());

async function openWindow() {
  const electron = await orExit(async () => {
    ensureDependencies();
    ensureBuilt('app');
    return ensureElectron();
  });
  const args = ['.', ...files];
  if (process.platform === 'linux' && process.getuid?.() === 0) {
    say('You are root, and Chromium has no sandbox for root: this start is without it. A normal user gets one.');
    args.push('--no-sandbox');
  }
  return runForeground(electron, args, { cwd: ROOT });
}

async function runInTerminal() {
  await orExit(() => {
    ensureDependencies();
    ensureBuilt('node');
  });
  say(
    'There is no screen here (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window opens: the same in the terminal.',
  );
  const table = resolve(folder, 'pairs.csv');
  return runForeground(process.execPath, [`${ROOT}out/node/cli.js`, 'show', ...files, '--csv', table]);
}
