import { mkdir, open, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { MAX_FILE_BYTES } from '../src/contract.ts';
import { expect, test } from './app.ts';
import { answerOpenDialog, comparisonShown, drop, openByDialog } from './open.ts';

const FRENCH =
  'Le train est arrivé hier soir avec deux heures de retard. Les voyageurs ont attendu dans la gare. Personne ne leur a parlé.';
const ENGLISH =
  'The train arrived two hours late last night. The passengers waited in the station. Nobody spoke to them.';

interface Pair {
  readonly fr: string;
  readonly en: string;
}

async function writePair(folder: string): Promise<Pair> {
  const pair = { fr: join(folder, 'train-fr.txt'), en: join(folder, 'train-en.txt') };
  await writeFile(pair.fr, FRENCH);
  await writeFile(pair.en, ENGLISH);
  return pair;
}

/** The message names the file and what is wrong; then two good files open as if nothing had been. */
async function isToldAndRecovers(page: Page, app: Parameters<typeof answerOpenDialog>[0], told: Told, pair: Pair) {
  const alert = page.getByRole('alert');
  await expect(alert.getByRole('heading')).toHaveText(told.title);
  if (told.name !== undefined) await expect(alert).toContainText(told.name);
  await page.getByRole('button', { name: 'Back to the library' }).click();
  await openByDialog(app, page, [pair.fr, pair.en]);
  await comparisonShown(page);
}

interface Told {
  readonly title: string | RegExp;
  readonly name?: string;
}

test('two files open from the dialog, and a change of mind changes nothing', async ({ start, folder }) => {
  const { app, page } = await start();
  const pair = await writePair(folder);
  await openByDialog(app, page, []);
  await expect(page.getByRole('heading', { name: 'Vis-à-vis' })).toBeVisible();
  await openByDialog(app, page, [pair.en, pair.fr]);
  await comparisonShown(page);
  await expect(page.getByRole('region', { name: /^French/ })).toContainText('deux heures de retard');
  await expect(page.getByRole('region', { name: /^English/ })).toContainText('two hours late');
});

test('two dropped files open, whichever comes first', async ({ start, folder }) => {
  const { page } = await start();
  const pair = await writePair(folder);
  await drop(page, [pair.en, pair.fr]);
  await comparisonShown(page);
  await expect(page.getByRole('region', { name: /^French/ })).toContainText('deux heures de retard');
});

test('a dropped folder with two texts opens', async ({ start, folder }) => {
  const { page } = await start();
  const sub = join(folder, 'train');
  await mkdir(sub);
  await writePair(sub);
  await drop(page, [sub]);
  await comparisonShown(page);
});

test('an empty file is told', async ({ start, folder }) => {
  const { app, page } = await start();
  const pair = await writePair(folder);
  await writeFile(join(folder, 'blank.txt'), ' \n\n ');
  await drop(page, [pair.fr, join(folder, 'blank.txt')]);
  await isToldAndRecovers(page, app, { title: 'There is no text in this file', name: 'blank.txt' }, pair);
});

test('a binary file is told', async ({ start, folder }) => {
  const { app, page } = await start();
  const pair = await writePair(folder);
  await writeFile(join(folder, 'picture.txt'), Buffer.from('89504e470d0a1a0a0000000d49484452000000ff', 'hex'));
  await drop(page, [join(folder, 'picture.txt'), pair.en]);
  await isToldAndRecovers(page, app, { title: 'This is not a text', name: 'picture.txt' }, pair);
});

test('two files in one language are told, and the reader may say which is which', async ({ start, folder }) => {
  const { app, page } = await start();
  const pair = await writePair(folder);
  const other = join(folder, 'other-fr.txt');
  await writeFile(other, 'La gare était pleine de voyageurs fatigués. On leur a distribué du café et des couvertures.');
  await drop(page, [pair.fr, other]);
  await expect(page.getByRole('alert')).toContainText('Both articles are in French');
  await page.getByRole('button', { name: '“other-fr.txt” is English' }).click();
  await comparisonShown(page);
  await expect(page.getByRole('region', { name: /^English/ })).toContainText('voyageurs fatigués');
  await drop(page, [pair.fr, other]);
  await isToldAndRecovers(page, app, { title: 'Both articles are in French' }, pair);
});

test('a third language is told', async ({ start, folder }) => {
  const { app, page } = await start();
  const pair = await writePair(folder);
  const german = join(folder, 'zug.txt');
  await writeFile(
    german,
    'Der Zug ist gestern Abend mit zwei Stunden Verspätung angekommen. Niemand hat mit den Reisenden gesprochen.',
  );
  await drop(page, [pair.fr, german]);
  await isToldAndRecovers(page, app, { title: 'One article is neither French nor English', name: 'zug.txt' }, pair);
});

test('a vanished file is told', async ({ start, folder }) => {
  const { app, page } = await start();
  const pair = await writePair(folder);
  const gone = join(folder, 'gone.txt');
  await writeFile(gone, ENGLISH);
  await answerOpenDialog(app, [pair.fr, gone]);
  await rm(gone);
  await page.getByRole('button', { name: /Open two articles/ }).click();
  await isToldAndRecovers(page, app, { title: 'The file is no longer there', name: 'gone.txt' }, pair);
});

test('a folder beside a file is told', async ({ start, folder }) => {
  const { app, page } = await start();
  const pair = await writePair(folder);
  await mkdir(join(folder, 'sub'));
  await drop(page, [pair.fr, join(folder, 'sub')]);
  await isToldAndRecovers(page, app, { title: 'This is a folder', name: 'sub' }, pair);
});

test('a file over the limit is told, with the limit', async ({ start, folder }) => {
  const { app, page } = await start();
  const pair = await writePair(folder);
  const large = join(folder, 'large.txt');
  const file = await open(large, 'w');
  await file.truncate(MAX_FILE_BYTES + 1);
  await file.close();
  await drop(page, [pair.fr, large]);
  await expect(page.getByRole('alert')).toContainText('50 MB');
  await isToldAndRecovers(page, app, { title: 'This file is too large', name: 'large.txt' }, pair);
});

test('one file or three are told', async ({ start, folder }) => {
  const { app, page } = await start();
  const pair = await writePair(folder);
  await drop(page, [pair.fr]);
  await expect(page.getByRole('alert')).toContainText('One more article is needed');
  await drop(page, [pair.fr, pair.en, pair.en]);
  await isToldAndRecovers(page, app, { title: 'These are more than two files' }, pair);
});

test('files that can’t be read leave an open comparison one step away', async ({ start, folder }) => {
  const { page } = await start();
  const pair = await writePair(folder);
  await drop(page, [pair.fr, pair.en]);
  await comparisonShown(page);
  await drop(page, [pair.fr, join(folder, 'never-was.txt')]);
  await expect(page.getByRole('alert')).toContainText('never-was.txt');
  await page.getByRole('button', { name: 'Back to the library' }).click();
  await page
    .getByRole('button', { name: /train|Le train/i })
    .first()
    .click();
  await comparisonShown(page);
});
