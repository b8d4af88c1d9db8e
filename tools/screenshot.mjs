/**
 * A developer's look at the built app: starts it with a fresh data folder, does what is asked in order, saves a picture.
 *
 *   node tools/screenshot.mjs picture.png [file file] [--theme light|dark] [--size 1280x860] [--locale fr|en]
 *        [--click 'text or css'] [--press F7] [--hover css] [--wait css] [--pause ms]
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ensureBuilt } from './setup/build.mjs';
import { ensureElectron } from './setup/electron-runtime.mjs';
import { hasScreen, onScreen } from './setup/libraries.mjs';
import { ROOT, runForeground } from './setup/run.mjs';
import { orExit } from './setup/say.mjs';

if (!hasScreen()) process.exit(await runForeground(...onScreen(process.execPath, process.argv.slice(1))));

const [picture, ...rest] = process.argv.slice(2);
if (!picture) {
  process.stderr.write('Name the picture to write: node tools/screenshot.mjs picture.png …\n');
  process.exit(2);
}
await orExit(async () => {
  ensureBuilt('app');
  await ensureElectron();
});
const { _electron } = await import('@playwright/test');

const files = [];
const steps = [];
const options = { theme: 'light', size: '1280x860', locale: 'en' };
while (rest.length > 0) {
  const word = rest.shift();
  if (!word.startsWith('--')) files.push(resolve(word));
  else if (word.slice(2) in options) options[word.slice(2)] = rest.shift();
  else steps.push([word.slice(2), rest.shift()]);
}
const data = mkdtempSync(join(tmpdir(), 'vis-a-vis-screenshot-'));
writeFileSync(join(data, 'settings.json'), JSON.stringify({ theme: options.theme, locale: options.locale }));
const app = await _electron.launch({
  cwd: ROOT,
  args: ['.', ...files, `--user-data-dir=${data}`, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
});
try {
  const page = await app.firstWindow();
  page.on('console', (message) => process.stderr.write(`page: ${message.type()}: ${message.text()}\n`));
  page.on('pageerror', (error) => process.stderr.write(`page: ${error.stack ?? error.message}\n`));
  const [width, height] = options.size.split('x').map(Number);
  await app.evaluate(
    ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height),
    { width, height },
  );
  for (const [step, value] of steps) await take(page, step, value);
  await page.waitForTimeout(400);
  await page.screenshot({ path: picture });
} finally {
  await app.close();
  rmSync(data, { recursive: true, force: true });
}

/**
 * @param {import('@playwright/test').Page} page
 * @param {string} step
 * @param {string} value
 */
async function take(page, step, value) {
  const found = /^[.#[]|^[a-z]+[.#[:]/.test(value) ? page.locator(value).first() : page.getByText(value).first();
  if (step === 'click') await found.click();
  else if (step === 'hover') await found.hover();
  else if (step === 'wait') await found.waitFor({ timeout: 60_000 });
  else if (step === 'press') await page.keyboard.press(value);
  else if (step === 'pause') await page.waitForTimeout(Number(value));
  else throw new Error(`--${step}: no such step`);
}
