import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Library } from './library.ts';

vi.mock('./log.ts', () => ({ log: { error: vi.fn(), warn: vi.fn(), info: vi.fn() } }));

const about = { titles: { fr: 'Un', en: 'One' }, pairKind: 'translation', matched: 3, sentences: 4 } as const;

let folder = '';
let library: Library;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vis-a-vis-library-'));
  library = new Library(folder);
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

async function kept(document: string): Promise<string> {
  const id = await library.keep(null, about, document);
  if (!id.ok) throw new Error(id.failure.code);
  return id.value;
}

test('a new library is empty', async () => {
  expect(await library.recent()).toEqual([]);
  expect(await library.lastOpen()).toBeNull();
});

test('what is kept is listed, latest first, and read back', async () => {
  const first = await kept('{"first":1}');
  await new Promise((resolve) => setTimeout(resolve, 5));
  const second = await kept('{"second":2}');
  expect((await library.recent()).map(({ id }) => id)).toEqual([second, first]);
  expect((await library.recent())[0]).toMatchObject(about);
  expect(await library.open(first)).toEqual({ ok: true, value: '{"first":1}' });
});

test('keeping it again under its id replaces it', async () => {
  const id = await kept('{}');
  await library.keep(id, { ...about, matched: 4 }, '{"changed":true}');
  expect(await library.recent()).toHaveLength(1);
  expect(await library.open(id)).toEqual({ ok: true, value: '{"changed":true}' });
});

test('the next start comes back to the comparison that is open, in a new process too', async () => {
  const id = await kept('{"x":1}');
  expect(await new Library(folder).lastOpen()).toEqual({ kind: 'comparison', id, document: '{"x":1}' });
  await library.leave();
  expect(await new Library(folder).lastOpen()).toBeNull();
});

test('a comparison that was forgotten is neither listed nor come back to', async () => {
  const id = await kept('{}');
  expect(await library.forget(id)).toEqual({ ok: true, value: null });
  expect(await library.recent()).toEqual([]);
  expect(await library.lastOpen()).toBeNull();
  expect(await library.open(id)).toMatchObject({ ok: false, failure: { code: 'not-found' } });
});

test('a damaged description is kept aside and costs no other comparison', async () => {
  const damaged = await kept('{"text":"still here"}');
  const whole = await kept('{}');
  await writeFile(join(folder, 'library', damaged, 'about.json'), '{"titles":');
  expect((await library.recent()).map(({ id }) => id)).toEqual([whole]);
  const files = await readdir(join(folder, 'library', damaged));
  expect(files.some((name) => name.startsWith('about.json.damaged-'))).toBe(true);
  expect(await readFile(join(folder, 'library', damaged, 'document.json'), 'utf8')).toBe('{"text":"still here"}');
});

test('where nothing can be written, that is told', async () => {
  await writeFile(join(folder, 'library'), 'a file where the folder should be');
  expect(await library.keep(null, about, '{}')).toMatchObject({ ok: false, failure: { code: 'not-saved' } });
});
