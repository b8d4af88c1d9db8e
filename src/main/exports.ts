import { app, dialog, type BrowserWindow } from 'electron';
import { basename, dirname, extname, join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import type { Result } from '../contract.ts';
import { systemWords } from './files.ts';
import { plainName } from './plainName.ts';

let lastFolder: string | null = null;

/**
 * Asks where to, then writes in one step.
 * @returns the file's name; `null` where the reader changed their mind
 */
export async function saveExport(
  window: BrowserWindow,
  suggestedName: string,
  bytes: Uint8Array,
): Promise<Result<string | null>> {
  const ending = extname(suggestedName).slice(1);
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    defaultPath: join(lastFolder ?? app.getPath('documents'), plainName(suggestedName)),
    filters: ending === '' ? [] : [{ name: ending.toUpperCase(), extensions: [ending] }],
    properties: ['showOverwriteConfirmation', 'createDirectory'],
  });
  if (canceled || filePath === '') return { ok: true, value: null };
  const name = basename(filePath);
  try {
    await writeFileAtomic(filePath, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  } catch (error) {
    return { ok: false, failure: { code: 'not-saved', files: [name], detail: systemWords(error) } };
  }
  lastFolder = dirname(filePath);
  return { ok: true, value: name };
}
