import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MAX_FILE_BYTES } from '../contract.ts';
import { readArticles } from './files.ts';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vis-a-vis-read-'));
  await writeFile(join(folder, 'fr.txt'), 'Bonjour.');
  await writeFile(join(folder, 'en.txt'), 'Hello.');
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

function failure(code: string, file: string): object {
  return { ok: false, failure: expect.objectContaining({ code, files: [file] }) as object };
}

test('two files are handed over with their names and bytes, in the order in which they were named', async () => {
  const files = await readArticles([join(folder, 'fr.txt'), join(folder, 'en.txt')]);
  expect(files).toEqual({
    ok: true,
    value: [
      { name: 'fr.txt', bytes: new TextEncoder().encode('Bonjour.') },
      { name: 'en.txt', bytes: new TextEncoder().encode('Hello.') },
    ],
  });
});

test('a folder stands for the two texts in it, whatever else is there', async () => {
  await mkdir(join(folder, 'sub.txt'));
  await writeFile(join(folder, '.hidden.txt'), 'x');
  await writeFile(join(folder, 'picture.png'), 'x');
  const files = await readArticles([folder]);
  expect(files.ok && files.value.map(({ name }) => name)).toEqual(['en.txt', 'fr.txt']);
});

test('a folder with three texts or with one is told', async () => {
  await writeFile(join(folder, 'third.txt'), 'x');
  expect(await readArticles([folder])).toMatchObject({ failure: { code: 'too-many', detail: '3' } });
  await rm(join(folder, 'third.txt'));
  await rm(join(folder, 'fr.txt'));
  expect(await readArticles([folder])).toMatchObject({ failure: { code: 'needs-two', files: ['en.txt'] } });
});

test('one file or three are told', async () => {
  const one = join(folder, 'fr.txt');
  expect(await readArticles([one])).toMatchObject({ failure: { code: 'needs-two', files: ['fr.txt'] } });
  expect(await readArticles([one, one, one])).toMatchObject({ failure: { code: 'too-many', detail: '3' } });
  expect(await readArticles([])).toMatchObject({ failure: { code: 'needs-two', files: [] } });
});

describe('beside a good file', () => {
  async function besideGood(path: string): Promise<object> {
    return readArticles([join(folder, 'fr.txt'), path]);
  }

  test('a vanished one is told', async () => {
    expect(await besideGood(join(folder, 'gone.txt'))).toEqual(failure('not-found', 'gone.txt'));
    expect(await besideGood(join(folder, 'fr.txt', 'below.txt'))).toEqual(failure('not-found', 'below.txt'));
  });

  test('a folder is told', async () => {
    await mkdir(join(folder, 'sub'));
    expect(await besideGood(join(folder, 'sub'))).toEqual(failure('folder', 'sub'));
  });

  test('one over the limit is told without being read, and one of just the limit is taken', async () => {
    const path = join(folder, 'large.txt');
    const file = await open(path, 'w');
    await file.truncate(MAX_FILE_BYTES + 1);
    expect(await besideGood(path)).toEqual(failure('too-large', 'large.txt'));
    await file.truncate(MAX_FILE_BYTES);
    await file.close();
    expect(await besideGood(path)).toMatchObject({ ok: true });
  });

  test.skipIf(process.platform === 'win32')('a pipe or a device is refused, and not waited for', async () => {
    execFileSync('mkfifo', [join(folder, 'pipe.txt')]);
    expect(await besideGood(join(folder, 'pipe.txt'))).toEqual(failure('unreadable', 'pipe.txt'));
    expect(await besideGood('/dev/zero')).toEqual(failure('unreadable', 'zero'));
  });

  // Root may read everything, so this one is for everybody else.
  test.skipIf(process.platform === 'win32' || process.getuid?.() === 0)('an unreadable one is told', async () => {
    await writeFile(join(folder, 'secret.txt'), 'x', { mode: 0o000 });
    const answer = await besideGood(join(folder, 'secret.txt'));
    expect(answer).toEqual(failure('unreadable', 'secret.txt'));
    expect(answer).toMatchObject({ failure: { detail: 'permission denied' } });
  });
});
