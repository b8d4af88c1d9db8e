import { constants } from 'node:fs';
import { open, readdir, stat, type FileHandle } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { MAX_FILE_BYTES, type Failure, type Result, type SourceFile } from '../contract.ts';

/** What stands in a folder that is opened as a whole counts as an article by these endings. */
export const ARTICLE_ENDINGS = ['.txt', '.text', '.md', '.html', '.htm', '.xhtml', '.docx', '.epub', '.pdf'];

/**
 * Reads two files, or the two texts of one folder.
 * @param paths absolute; from a dialog, the command line, or a drop
 * @returns a failure for the first file that can't be had, or when there are not exactly two
 */
export async function readArticles(paths: readonly string[]): Promise<Result<readonly SourceFile[]>> {
  const [only] = paths;
  if (paths.length === 1 && only !== undefined && (await isFolder(only))) return readFolder(only);
  return readTwo(paths);
}

async function readFolder(folder: string): Promise<Result<readonly SourceFile[]>> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    const names = entries
      .filter((entry) => !entry.isDirectory() && !entry.name.startsWith('.'))
      .map(({ name }) => name)
      .filter((name) => ARTICLE_ENDINGS.includes(extname(name).toLowerCase()))
      .sort();
    if (names.length === 2) return await readTwo(names.map((name) => join(folder, name)));
    if (names.length < 2) return { ok: false, failure: { code: 'needs-two', files: names } };
    return { ok: false, failure: { code: 'too-many', files: [basename(folder)], detail: String(names.length) } };
  } catch (error) {
    return { ok: false, failure: failureOf(error, basename(folder)) };
  }
}

async function readTwo(paths: readonly string[]): Promise<Result<readonly SourceFile[]>> {
  const names = paths.map((path) => basename(path));
  if (paths.length < 2) return { ok: false, failure: { code: 'needs-two', files: names } };
  if (paths.length > 2) return { ok: false, failure: { code: 'too-many', files: names, detail: String(paths.length) } };
  const files: SourceFile[] = [];
  for (const path of paths) {
    const file = await readSource(path);
    if (!file.ok) return file;
    files.push(file.value);
  }
  return { ok: true, value: files };
}

/** Reads one file whole. The size is looked at first, and again while reading, as the file may grow. */
export async function readSource(path: string): Promise<Result<SourceFile>> {
  const name = basename(path);
  let file: FileHandle | null = null;
  try {
    // O_NONBLOCK: opening a named pipe that nobody writes to would wait for ever. Windows has no such flag.
    file = await open(path, constants.O_RDONLY | (process.platform === 'win32' ? 0 : constants.O_NONBLOCK));
    const about = await file.stat();
    if (about.isDirectory()) return { ok: false, failure: { code: 'folder', files: [name] } };
    if (!about.isFile()) return { ok: false, failure: { code: 'unreadable', files: [name] } };
    if (about.size > MAX_FILE_BYTES) return { ok: false, failure: tooLarge(name) };
    // One byte more than allowed tells whether the file has grown over the limit meanwhile.
    const chunks: Buffer[] = [];
    for await (const chunk of file.createReadStream({ end: MAX_FILE_BYTES, autoClose: false }))
      chunks.push(chunk as Buffer);
    const bytes = new Uint8Array(Buffer.concat(chunks));
    if (bytes.length > MAX_FILE_BYTES) return { ok: false, failure: tooLarge(name) };
    return { ok: true, value: { name, bytes } };
  } catch (error) {
    return { ok: false, failure: failureOf(error, name) };
  } finally {
    await file?.close();
  }
}

/** The system's refusal as a failure: gone, or there and not to be had. */
function failureOf(error: unknown, name: string): Failure {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ENOENT' || code === 'ENOTDIR') return { code: 'not-found', files: [name] };
  if (code === 'EISDIR') return { code: 'folder', files: [name] };
  return { code: 'unreadable', files: [name], detail: systemWords(error) };
}

/** "permission denied" of "EACCES: permission denied, open '/home/…'": without the path, which need not be shown. */
export function systemWords(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return /^[A-Z]+: ([^,]+)/.exec(message)?.[1] ?? message;
}

function tooLarge(name: string): Failure {
  return { code: 'too-large', files: [name], detail: `${MAX_FILE_BYTES / 1_000_000} MB` };
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}
