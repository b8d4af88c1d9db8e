import { readFile, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { buffer } from 'node:stream/consumers';
import writeFileAtomic from 'write-file-atomic';
import { MAX_FILE_BYTES, type Failure, type FailureCode, type Result, type SourceFile } from '../contract.ts';

/** Where relative names start: `npm run` changes the folder to the package's and says where the person stood. */
export function fromHere(path: string): string {
  const stood = process.env.npm_lifecycle_event === 'cli' ? process.env.INIT_CWD : undefined;
  return resolve(stood ?? process.cwd(), path);
}

/** A file's bytes; `-` is the standard input. */
async function readSource(path: string): Promise<Result<SourceFile>> {
  if (path === '-') return { ok: true, value: { name: '-', bytes: await buffer(process.stdin) } };
  const name = basename(path);
  try {
    const about = await stat(fromHere(path));
    if (about.isDirectory()) return failed('folder', path);
    if (about.size > MAX_FILE_BYTES) return failed('too-large', path, `${MAX_FILE_BYTES / 1e6} MB`);
    return { ok: true, value: { name, bytes: await readFile(fromHere(path)) } };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    return code === 'ENOENT' || code === 'ENOTDIR' ? failed('not-found', path) : failed('unreadable', path, code);
  }
}

export async function readSources(paths: readonly string[]): Promise<Result<SourceFile[]>> {
  const files: SourceFile[] = [];
  for (const path of paths) {
    const read = await readSource(path);
    if (!read.ok) return read;
    files.push(read.value);
  }
  return { ok: true, value: files };
}

/** Writes a file as a whole or not at all. */
export async function writeResult(path: string, bytes: Uint8Array): Promise<Result<null>> {
  try {
    await writeFileAtomic(fromHere(path), Buffer.from(bytes));
    return { ok: true, value: null };
  } catch (error) {
    return failed('not-saved', path, error instanceof Error ? error.message : String(error));
  }
}

function failed(code: FailureCode, path: string, detail?: string): { ok: false; failure: Failure } {
  return { ok: false, failure: { code, files: [path], ...(detail && { detail }) } };
}
