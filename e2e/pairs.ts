import type { Page } from '@playwright/test';

/** One row of the Pairs view, as it can be read there. */
export interface ShownPair {
  readonly fr: string;
  readonly en: string;
  /** What stands beside it: "corresponds", "only in French", … and what differs. */
  readonly about: string;
}

/**
 * All rows of the Pairs view, page furniture left out, read as a person does: from the top, by going down line by line. Only
 * the rows in sight are in the page.
 */
export async function shownPairs(page: Page): Promise<readonly ShownPair[]> {
  await page.getByRole('group', { name: 'Layout' }).getByRole('button', { name: 'Pairs' }).click();
  const grid = page.getByRole('grid', { name: 'Pairs' });
  const last = Number(await grid.getAttribute('aria-rowcount'));
  await grid.getByRole('row').nth(1).click();
  await page.keyboard.press('Home');
  const pairs: ShownPair[] = [];
  for (let index = 2; index <= last; index++) {
    const row = grid.locator(`[role="row"][aria-rowindex="${index}"]`);
    await row.waitFor();
    const cells = row.getByRole('gridcell');
    if ((await cells.count()) === 5) {
      pairs.push({
        fr: await textOf(page, index, 1),
        en: await textOf(page, index, 3),
        about: await textOf(page, index, 4),
      });
    }
    await page.keyboard.press('ArrowDown');
  }
  return pairs;
}

async function textOf(page: Page, row: number, cell: number): Promise<string> {
  const text = await page.locator(`[role="row"][aria-rowindex="${row}"]`).getByRole('gridcell').nth(cell).innerText();
  return text.replace(/\s+/g, ' ').trim();
}
