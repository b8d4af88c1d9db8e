import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Papa from 'papaparse';
import { SHARED, expect, test } from './app.ts';
import { answerSaveDialog, comparisonShown, openByDialog } from './open.ts';
import { shownPairs } from './pairs.ts';

const ARTICLES = {
  '000': join(SHARED, 'articles/000_156c23a2229b63fd.txt'),
  '002': join(SHARED, 'articles/002_8ed8cb8fd7162d78.txt'),
  '004': join(SHARED, 'articles/004_bd9a1907927c92da.txt'),
};

/** What a person finds in 000 and 002: a piece of the French sentence, and one of the English sentence that says the same. */
const FOUND_BY_HAND: readonly (readonly [string, string])[] = [
  ['davantage de violence et de provocations', 'more violence and provocation'],
  [
    'décision des Etats-Unis, pas de la coalition ou de l’Otan',
    'Decision of the United States, not of the coalition or NATO',
  ],
  ['suspendre ses opérations d’entraînement en Irak', 'training mission in Iraq is in any case suspended'],
  ['dès que la situation sur le terrain le permet', 'As soon as the situation on the ground allows it'],
  ['inquiets des activités déstabilisatrices', 'concern about the destabilizing activities of Iran'],
];

/** What belongs to the pages that the articles stood on, and not to the articles. */
const FURNITURE = [
  'Publié le',
  'La rédaction vous conseille',
  'Recevez chaque matin',
  'S’ABONNER',
  "S'ABONNER",
  'Partager',
  'Please enter your',
];

test('two articles on one event: what corresponds is found, the rest stands alone, the page furniture nowhere', async ({
  start,
}) => {
  const { app, page } = await start();
  await openByDialog(app, page, [ARTICLES['002'], ARTICLES['000']]);
  await comparisonShown(page);
  const pairs = await shownPairs(page);
  const paired = pairs.filter(({ about }) => !about.startsWith('only in'));
  for (const [french, english] of FOUND_BY_HAND) {
    const found = paired.some(({ fr, en }) => fr.includes(french) && en.includes(english));
    expect(found, `${french} / ${english}`).toBe(true);
  }
  expect(pairs.some(({ about }) => about.startsWith('only in French'))).toBe(true);
  expect(pairs.some(({ about }) => about.startsWith('only in English'))).toBe(true);
  for (const piece of FURNITURE) {
    expect(
      pairs.filter(({ fr, en }) => fr.includes(piece) || en.includes(piece)),
      piece,
    ).toEqual([]);
  }
  // The photo's caption.
  expect(paired.filter(({ en }) => en.includes('KENZO TRIBOUILLARD'))).toEqual([]);
});

test('articles days apart: the one thing that both say is found', async ({ start }) => {
  const { app, page } = await start();
  await openByDialog(app, page, [ARTICLES['004'], ARTICLES['002']]);
  await comparisonShown(page);
  const pairs = await shownPairs(page);
  const call = pairs.filter(({ fr }) => fr.includes('s’abstenir de toute nouvelle violence'));
  expect(call.some(({ en }) => en.includes('to avoid " more violence and provocation'))).toBe(true);
  const alone = pairs.filter(({ about }) => about.startsWith('only in'));
  expect(alone.length).toBeGreaterThan(pairs.length / 2);
});

test('the text is there whole, and the sentence under the pointer lights up with its counterpart', async ({
  start,
}) => {
  const { app, page } = await start();
  await openByDialog(app, page, [ARTICLES['000'], ARTICLES['002']]);
  await comparisonShown(page);
  const french = page.getByRole('region', { name: /^French/ });
  const english = page.getByRole('region', { name: /^English/ });
  await expect(french.getByRole('heading', { name: /cesser la violence/ }).first()).toBeVisible();
  await french.locator('[data-sentence]', { hasText: 'décision des Etats-Unis' }).hover();
  const lit = english.locator('[data-sentence].at');
  await expect(lit).toContainText('Decision of the United States');
  await expect(lit).toBeVisible();
});

test('the pairs are exported as CSV, and another reader gets the same out of it', async ({ start, folder }) => {
  const { app, page } = await start();
  await openByDialog(app, page, [ARTICLES['000'], ARTICLES['002']]);
  await comparisonShown(page);
  const pairs = await shownPairs(page);
  await page.getByRole('button', { name: 'Export' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export pairs' });
  await dialog.getByLabel(/Excel, French settings/).check();
  const target = join(folder, 'paires.csv');
  await answerSaveDialog(app, target);
  await dialog.getByRole('button', { name: 'Save…' }).click();
  await expect(dialog).toBeHidden();

  const text = await readFile(target, 'utf8');
  expect(text.startsWith('\uFEFF')).toBe(true);
  const { data, errors, meta } = Papa.parse<Record<string, string>>(text.slice(1), {
    header: true,
    skipEmptyLines: true,
  });
  expect(errors).toEqual([]);
  expect(meta.delimiter).toBe(';');
  expect(data).toHaveLength(pairs.length);
  for (const [french, english] of FOUND_BY_HAND) {
    const row = data.find((each) => each.fr?.includes(french) && each.en?.includes(english));
    expect(['match', 'partial', 'moved'], `${french}: ${row?.status ?? 'missing'}`).toContain(row?.status);
  }
});

test('a chapter of a book and its translation open and align from end to end', async ({ start, folder }) => {
  const { app, page } = await start();
  const files = await Promise.all(
    (['fr', 'en'] as const).map(async (language) => {
      const sentences = await readFile(join(SHARED, `gold/sentences/lit-candide.${language}.sents`), 'utf8');
      const path = join(folder, `candide-1.${language}.txt`);
      await writeFile(path, firstChapter(sentences).join('\n'));
      return path;
    }),
  );
  await openByDialog(app, page, files);
  await comparisonShown(page);
  const pairs = await shownPairs(page);
  const paired = pairs.filter(({ about }) => !about.startsWith('only in'));
  expect(paired.length / pairs.length).toBeGreaterThan(0.8);
  const said = paired.filter(({ fr }) => fr.includes('Il y avait en Vestphalie'));
  expect(said.some(({ en }) => en.includes('Westphalia'))).toBe(true);
});

/** From the heading of the first chapter to that of the second. */
function firstChapter(text: string): readonly string[] {
  const lines = text.split('\n');
  const headings = lines.flatMap((line, at) => (/^CHAP(ITRE|TER) /.test(line) ? [at] : []));
  return lines.slice(headings[0], headings[1]);
}

test('differences can be walked through by key, and each is announced', async ({ start }) => {
  const { app, page } = await start();
  await openByDialog(app, page, [ARTICLES['000'], ARTICLES['002']]);
  await comparisonShown(page);
  const announced = page.getByRole('status').filter({ hasText: /^Difference / });
  for (const [key, at] of [
    ['F7', 1],
    ['F7', 2],
    ['Shift+F7', 1],
  ] as const) {
    await page.keyboard.press(key);
    await expect(announced).toContainText(new RegExp(`^Difference ${at} of \\d+`));
  }
});

test('the word under the pointer lights up with its counterpart, in both directions', async ({ start }) => {
  const { page } = await start({ args: [ARTICLES['000'], ARTICLES['002']] });
  await comparisonShown(page);
  const lit = () => page.evaluate(() => [...(CSS.highlights.get('word') ?? [])].map(String));
  for (const side of ['fr', 'en']) {
    const at = await page.evaluate((lang) => {
      const walker = document.createTreeWalker(
        document.querySelector(`section[lang="${lang}"] .scroller`) ?? document.body,
        NodeFilter.SHOW_TEXT,
      );
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const from = node.nodeValue?.indexOf('violence et de') ?? -1;
        const start = from >= 0 ? from : (node.nodeValue?.indexOf('violence and') ?? -1);
        if (start < 0) continue;
        const range = document.createRange();
        range.setStart(node, start);
        range.setEnd(node, start + 'violence'.length);
        const { x, y, width, height } = range.getBoundingClientRect();
        return { x: x + width / 2, y: y + height / 2 };
      }
      return null;
    }, side);
    if (!at) throw new Error('The word is not on the page');
    await page.mouse.move(at.x, at.y);
    await expect.poll(lit, { timeout: 15_000 }).toEqual(['violence', 'violence']);
    await page.mouse.move(2, 2);
    await expect.poll(lit).toEqual([]);
  }
});
