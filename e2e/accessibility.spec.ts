import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SHARED, expect, test } from './app.ts';
import { comparisonShown, drop } from './open.ts';

const ARTICLES = ['articles/000_156c23a2229b63fd.txt', 'articles/002_8ed8cb8fd7162d78.txt'].map((name) =>
  join(SHARED, name),
);

/** What axe finds, each as its rule and the elements. */
async function violations(page: Page): Promise<readonly string[]> {
  // The other mode opens a page of its own, which Electron has no way to do.
  const { violations: found } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing to object to on any screen, ${theme}`, async ({ start, folder, userData }) => {
    test.setTimeout(120_000);
    await writeFile(join(userData, 'settings.json'), JSON.stringify({ theme }));
    const { page } = await start();
    const found: Record<string, readonly string[]> = {};
    await page.getByRole('region', { name: 'Samples' }).waitFor();
    found.library = await violations(page);

    await drop(page, [join(folder, 'missing.txt'), ...ARTICLES.slice(0, 1)]);
    await page.getByRole('alert').waitFor();
    found.failure = await violations(page);

    await drop(page, ARTICLES);
    await page.getByRole('progressbar').waitFor();
    found.progress = await violations(page);

    await comparisonShown(page);
    found.reading = await violations(page);
    const layout = page.getByRole('group', { name: 'Layout' });
    await layout.getByRole('button', { name: 'Pairs' }).click();
    await page.getByRole('grid', { name: 'Pairs' }).waitFor();
    found.pairs = await violations(page);
    await layout.getByRole('button', { name: 'Differences' }).click();
    await page.getByRole('list', { name: /^Differences/ }).waitFor();
    found.differences = await violations(page);
    await page.getByRole('button', { name: 'Export' }).click();
    await page.getByRole('dialog').waitFor();
    found.export = await violations(page);

    expect(Object.entries(found).filter(([, list]) => list.length > 0)).toEqual([]);
  });
}
