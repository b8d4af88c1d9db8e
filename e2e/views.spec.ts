import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SHARED, expect, test } from './app.ts';
import { answerOpenDialog, answerSaveDialog, comparisonShown, drop } from './open.ts';

const [OTAN, BRUSSELS] = ['000_156c23a2229b63fd.txt', '002_8ed8cb8fd7162d78.txt'].map((name) =>
  join(SHARED, 'articles', name),
) as [string, string];

test('language and theme are changed in the library and are the same at the next start', async ({ start }) => {
  const first = await start();
  await first.page.getByRole('button', { name: 'Language and theme' }).click();
  await first.page.getByRole('menuitemradio', { name: 'Dark' }).click();
  await first.page.getByRole('button', { name: 'Language and theme' }).click();
  await first.page.getByRole('menuitemradio', { name: 'Français' }).click();
  await expect(first.page.getByRole('button', { name: /Ouvrir deux articles/ })).toBeVisible();
  await first.app.close();
  const { page } = await start();
  await expect(page.getByRole('region', { name: 'Récents' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('one file of two that failed is replaced, and the other one stays', async ({ start, folder }) => {
  const { app, page } = await start();
  const blank = join(folder, 'blank.txt');
  await writeFile(blank, ' \n');
  await page.getByRole('region', { name: 'Samples' }).waitFor();
  await drop(page, [OTAN, blank]);
  await page.getByRole('alert').waitFor();
  await answerOpenDialog(app, [BRUSSELS]);
  await page.getByRole('button', { name: 'Choose another file…' }).click();
  await comparisonShown(page);
  await expect(page.getByRole('region', { name: /^French/ })).toContainText('Publié le');
});

test('a long text is shown before it is known what differs inside its pairs, and the rest is found meanwhile', async ({
  start,
  folder,
}) => {
  const first = await start();
  const sides = await Promise.all(
    (['fr', 'en'] as const).map(async (side) => {
      const path = join(folder, `persons.${side}.txt`);
      const lines = Array.from({ length: 900 }, (_, at) =>
        side === 'fr'
          ? `Hier soir, ${at + 1000} voyageurs ont attendu à la gare ${at + 7000} de leur pays.`
          : `Last night, ${at + 1000} travellers waited at station ${at === 899 ? 50 : at + 7000} of their country.`,
      );
      await writeFile(path, lines.join('\n'));
      return path;
    }),
  );
  await first.page.getByRole('region', { name: 'Samples' }).waitFor();
  await drop(first.page, sides);
  await comparisonShown(first.page);
  const marking = (page: typeof first.page) => page.getByText(/^Looking for what differs inside pairs…/);
  await expect(marking(first.page)).toBeVisible();
  await first.app.close();

  // It was closed halfway: the next start goes on.
  const { page } = await start();
  await comparisonShown(page);
  await expect(marking(page)).toHaveCount(0, { timeout: 60_000 });
  await page.keyboard.press('F7');
  await expect(page.getByText('Difference 1 of 1', { exact: true })).toBeVisible();
});

test('Escape stops a comparison that is under way, and the library is there again', async ({ start, folder }) => {
  const { page } = await start();
  const sides = await Promise.all(
    ['fr', 'en'].map(async (side) => {
      const path = join(folder, `long.${side}.txt`);
      const lines = Array.from({ length: 6000 }, (_, at) =>
        side === 'fr'
          ? `La ${at}e personne est arrivée hier soir à la gare avec ses bagages.`
          : `Person number ${at} arrived at the station last night with luggage.`,
      );
      await writeFile(path, lines.join('\n'));
      return path;
    }),
  );
  await page.getByRole('region', { name: 'Samples' }).waitFor();
  await drop(page, sides);
  await page.getByRole('progressbar').waitFor();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('region', { name: 'Samples' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Recent' }).getByRole('listitem')).toHaveCount(0);
});

test('a recent comparison is forgotten only after a question', async ({ start }) => {
  const { page } = await start({ args: [OTAN, BRUSSELS] });
  await comparisonShown(page);
  await page.getByRole('button', { name: 'Library' }).click();
  const recent = page.getByRole('region', { name: 'Recent' });
  await recent.getByRole('button', { name: /^Forget/ }).click();
  await page.keyboard.press('Escape');
  await expect(recent.getByRole('button', { name: /^Forget/ })).toBeFocused();
  await page.keyboard.press('Enter');
  await recent.getByRole('button', { name: 'Forget', exact: true }).click();
  await expect(recent).toContainText('The articles you compare are kept here');
});

test('pairs are walked through by key, filtered, and found again in the text', async ({ start }) => {
  const { page } = await start({ args: [OTAN, BRUSSELS] });
  await comparisonShown(page);
  await page.getByRole('button', { name: 'Pairs', exact: true }).click();
  await page.getByRole('button', { name: /only in French/ }).click();
  const rows = page.getByRole('grid', { name: 'Pairs' }).getByRole('row');
  await expect(rows.nth(1)).toContainText('Nothing in English says this.');
  await page.keyboard.press('End');
  const selected = page.locator('[role="row"][aria-selected="true"]');
  await expect(selected).toBeFocused();
  const sentence = await selected.getByRole('gridcell').nth(1).innerText();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: /^French/ })).toContainText(sentence.slice(0, 20));
  await expect(page.getByRole('button', { name: 'Reading' })).toHaveAttribute('aria-pressed', 'true');
});

test('filters that leave nothing say so, and are undone in one step', async ({ start }) => {
  const { page } = await start({ args: [OTAN, BRUSSELS] });
  await comparisonShown(page);
  await page.getByRole('button', { name: 'Differences', exact: true }).click();
  // Whole sentences that correspond: no difference is among them.
  await page.getByRole('button', { name: /sentences correspond/ }).click();
  await expect(page.getByRole('heading', { name: 'No difference is left by these filters' })).toBeVisible();
  await page.getByRole('button', { name: 'Show all differences' }).click();
  await expect(page.getByRole('list', { name: /^Differences/ })).toBeVisible();
});

test('the table is copied; a file that can’t be written is told in the dialog, which stays', async ({
  start,
  folder,
}) => {
  const { app, page } = await start({ args: [OTAN, BRUSSELS] });
  await comparisonShown(page);
  await page.getByRole('button', { name: 'Export' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export pairs' });
  await dialog.getByRole('button', { name: 'Copy' }).click();
  await expect(dialog.getByText('Copied')).toBeVisible();
  const copied = await app.evaluate(({ clipboard }) => clipboard.readText());
  expect(copied.split('\n')[0]).toContain('fr\ten');
  expect(copied).toContain('Jens Stoltenberg');
  await answerSaveDialog(app, join(folder, 'no-such-folder', 'pairs.csv'));
  await dialog.getByRole('button', { name: 'Save…' }).click();
  await expect(dialog.getByRole('alert')).toContainText('It could not be saved');
  await answerSaveDialog(app, join(folder, 'pairs.csv'));
  await dialog.getByRole('button', { name: 'Save…' }).click();
  await expect(dialog).toBeHidden();
});

test('the inspector says which word of a pair goes with which', async ({ start }) => {
  const { page } = await start({ args: [OTAN, BRUSSELS] });
  await comparisonShown(page);
  await page.getByRole('button', { name: 'Pairs', exact: true }).click();
  await page.getByRole('row', { name: /a appelé lundi l’Iran/ }).click();
  const inspector = page.getByRole('complementary', { name: /About pair/ });
  await expect(inspector.getByRole('heading', { name: 'Which word goes with which' })).toBeVisible();
  await expect(inspector.getByText(/Stoltenberg.* goes with .*Stoltenberg/)).toHaveCount(1);
});
