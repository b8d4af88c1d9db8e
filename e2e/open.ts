import type { ElectronApplication, Page } from '@playwright/test';

/** What the next "open" dialog answers: these files, or none, as when the person changes their mind. */
export async function answerOpenDialog(app: ElectronApplication, paths: readonly string[]): Promise<void> {
  await app.evaluate(
    ({ dialog }, filePaths) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: filePaths.length === 0, filePaths });
    },
    [...paths],
  );
}

/** Where the next "save" dialog says to save. */
export async function answerSaveDialog(app: ElectronApplication, path: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, path);
}

/** Opens two files by the library's button and the system's dialog. */
export async function openByDialog(app: ElectronApplication, page: Page, paths: readonly string[]): Promise<void> {
  await answerOpenDialog(app, paths);
  await page.getByRole('button', { name: /Open two articles/ }).click();
}

/** Drops files on the window as the system does: with their paths, which a page can't make up. */
export async function drop(page: Page, paths: readonly string[]): Promise<void> {
  await page.locator('#window > *').first().waitFor();
  const inspector = await page.context().newCDPSession(page);
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await inspector.send('Input.dispatchDragEvent', { type, x: 300, y: 300, data });
  }
  await inspector.detach();
}

/** Waits until a comparison is on screen. */
export async function comparisonShown(page: Page): Promise<void> {
  await page.getByRole('group', { name: 'Layout' }).waitFor({ timeout: 90_000 });
}
