import { _electron } from '@playwright/test';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT, expect, rootSwitches, test } from './app.ts';
import { comparisonShown, drop } from './open.ts';

const FRENCH = 'Le pont sera fermé pendant trois semaines. La mairie promet un bac gratuit pour les piétons.';
const ENGLISH = 'The bridge will be closed for three weeks. The town hall promises a free ferry for pedestrians.';

async function writePair(folder: string): Promise<readonly [string, string]> {
  const pair = [join(folder, 'pont.txt'), join(folder, 'bridge.txt')] as const;
  await writeFile(pair[0], FRENCH);
  await writeFile(pair[1], ENGLISH);
  return pair;
}

test('with nothing open the app shows its library, with three samples', async ({ start }) => {
  const { page } = await start();
  await expect(page.getByRole('heading', { name: 'Vis-à-vis' })).toBeVisible();
  const samples = page.getByRole('region', { name: 'Samples' });
  await expect(samples.getByRole('listitem')).toHaveCount(3);
});

test('a sample opens with one click', async ({ start }) => {
  const { page } = await start();
  await page.getByRole('region', { name: 'Samples' }).getByRole('button').first().click();
  await comparisonShown(page);
});

test('files named on the command line are opened', async ({ start, folder }) => {
  const { page } = await start({ args: await writePair(folder) });
  await comparisonShown(page);
  await expect(page.getByRole('region', { name: /^French/ })).toContainText('trois semaines');
});

test('a file on the command line that is not there is told', async ({ start, folder }) => {
  const [french] = await writePair(folder);
  const { page } = await start({ args: [french, join(folder, 'nothing.txt')] });
  await expect(page.getByRole('alert')).toContainText('nothing.txt');
});

test('a second start hands its files to the first window, and ends', async ({ start, folder, userData }) => {
  const { app, page } = await start();
  await expect(page.getByRole('heading', { name: 'Vis-à-vis' })).toBeVisible();
  const second = await _electron
    .launch({ cwd: ROOT, args: ['.', ...(await writePair(folder)), `--user-data-dir=${userData}`, ...rootSwitches()] })
    .then(
      (launched) => launched.process(),
      // It may be over before the test has got hold of it.
      () => null,
    );
  await comparisonShown(page);
  await expect(page.getByRole('region', { name: /^English/ })).toContainText('three weeks');
  expect(app.windows()).toHaveLength(1);
  await expect.poll(() => second?.exitCode !== null).toBe(true);
});

test('the next start comes back to the comparison that was open, and to the library when that was left', async ({
  start,
  folder,
}) => {
  const pair = await writePair(folder);
  const first = await start();
  await drop(first.page, pair);
  await comparisonShown(first.page);
  await expect.poll(() => keptCount(first.page)).toBe(1);
  await first.app.close();

  const second = await start();
  await comparisonShown(second.page);
  await expect(second.page.getByRole('region', { name: /^French/ })).toContainText('trois semaines');
  await second.page.getByRole('button', { name: 'Library' }).click();
  await expect(second.page.getByRole('region', { name: 'Recent' })).toContainText('pont');
  await second.app.close();

  const third = await start();
  await expect(third.page.getByRole('heading', { name: 'Vis-à-vis' })).toBeVisible();
});

test('the interface speaks French where the system does', async ({ start }) => {
  const { app, page } = await start({ env: { LANGUAGE: 'fr', LANG: 'fr_FR.UTF-8', LC_ALL: 'fr_FR.UTF-8' } });
  await expect(page.getByRole('button', { name: /Ouvrir deux articles/ })).toBeVisible();
  const menu = await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label));
  expect(menu).toContain('Fichier');
});

test('the menu’s commands reach the page', async ({ start, folder }) => {
  const { app, page } = await start({ args: await writePair(folder) });
  await comparisonShown(page);
  await app.evaluate(({ Menu }) => {
    const items = Menu.getApplicationMenu()?.items.flatMap((item) => item.submenu?.items ?? []);
    items?.find(({ label }) => label === 'Pairs')?.click();
  });
  await expect(page.getByRole('grid', { name: 'Pairs' })).toBeVisible();
});

async function keptCount(page: import('@playwright/test').Page): Promise<number> {
  return page.evaluate(async () => (await window.bridge.library()).recent.length);
}
