/**
 * What Electron's own default app does for `electron .`, for a build that was shipped without it: finds the app's folder
 * among the arguments, takes on its name, and hands over to its main file.
 *
 * An ES module with a top-level await at its end: Electron then holds 'ready' back until the app's main has run, which
 * protocol.registerSchemesAsPrivileged needs. (With require and then import, from CommonJS, 'ready' comes first.)
 */
import { app } from 'electron';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const require = createRequire(import.meta.url);
const args = process.argv.slice(1);
let folder = null;
while (args.length > 0 && folder === null) {
  const arg = args.shift();
  if (arg === '-r' || arg === '--require') require(resolve(args.shift()));
  else if (!arg.startsWith('-')) folder = resolve(arg);
}
if (folder === null) {
  process.stderr.write('Name the folder of an app: electron .\n');
  app.exit(1);
} else {
  const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  app.setName(about.productName ?? about.name);
  app.setVersion(about.version ?? '0.0.0');
  app.setAppPath(folder);
  const userData = app.commandLine.getSwitchValue('user-data-dir');
  app.setPath('userData', userData === '' ? join(app.getPath('appData'), app.getName()) : resolve(userData));
  // Playwright's loader cuts the arguments for itself and leaves [electron, '.', …].
  if (process.argv[1] !== '.') process.argv.splice(1, process.argv.length - 1, '.', ...args);
  await import(pathToFileURL(join(folder, about.main ?? 'index.js')).href);
}
