/** `npm run eval -- …` and `npm run bench -- …`: a program of bench/, built first where that is needed. */
import { ensureBuilt } from './setup/build.mjs';
import { ensureDependencies } from './setup/dependencies.mjs';
import { ensureElectron } from './setup/electron-runtime.mjs';
import { onScreen } from './setup/libraries.mjs';
import { ROOT, runForeground } from './setup/run.mjs';
import { orExit } from './setup/say.mjs';

const [name, ...args] = process.argv.slice(2);
const command = await orExit(async () => {
  ensureDependencies();
  ensureBuilt('node');
  const program = [`${ROOT}out/node/${name}.js`, ...args];
  if (name !== 'bench' || args[0] !== 'start') return [process.execPath, program];
  // The start-up benchmark measures the app itself.
  ensureBuilt('app');
  await ensureElectron();
  return onScreen(process.execPath, program);
});
process.exit(await runForeground(...command));
