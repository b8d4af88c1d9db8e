import { randomUUID } from 'node:crypto';
import { mkdir, readFile, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { z } from 'zod';
import type { OpenRequest, RecentComparison, Result } from '../contract.ts';
import { systemWords } from './files.ts';
import { keepAside } from './keepAside.ts';
import { log } from './log.ts';

/** More are kept on disk; the library page shows this many. */
const SHOWN = 200;

/**
 * The comparisons that the reader has made, in the app's data folder: `library/<id>/document.json` is the saved document,
 * which only the worker understands, and `library/<id>/about.json` what the library page shows of it. One folder each,
 * so that a damaged file costs one comparison at the most, and no index can be out of date.
 */
export class Library {
  readonly #folder: string;

  constructor(userData: string) {
    this.#folder = join(userData, 'library');
  }

  /** Latest first. */
  async recent(): Promise<readonly RecentComparison[]> {
    const found = await Promise.all((await this.#ids()).map((id) => this.#about(id)));
    return found
      .filter((about) => about !== null)
      .sort((a, b) => b.openedAt - a.openedAt)
      .slice(0, SHOWN);
  }

  /** The document's text. From here on it is the one to come back to at the next start. */
  async open(id: string): Promise<Result<string>> {
    const about = await this.#about(id);
    const name = about ? `${about.titles.fr} / ${about.titles.en}` : id;
    try {
      const document = await readFile(this.#document(id), 'utf8');
      await this.#rememberOpen(id);
      if (about) await this.#writeAbout({ ...about, openedAt: Date.now() });
      return { ok: true, value: document };
    } catch (error) {
      const gone = error instanceof Error && 'code' in error && error.code === 'ENOENT';
      return {
        ok: false,
        failure: { code: gone ? 'not-found' : 'unreadable', files: [name], detail: systemWords(error) },
      };
    }
  }

  /** Saves a document and what is shown of it, each in one step: whoever reads them sees the old or the new, never a half. */
  async keep(
    id: string | null,
    about: Omit<RecentComparison, 'id' | 'openedAt'>,
    document: string,
  ): Promise<Result<string>> {
    const kept = id ?? randomUUID();
    try {
      await mkdir(join(this.#folder, kept), { recursive: true });
      await writeFileAtomic(this.#document(kept), document);
      await this.#writeAbout({ ...about, id: kept, openedAt: Date.now() });
      await this.#rememberOpen(kept);
      return { ok: true, value: kept };
    } catch (error) {
      log.error('comparison not saved', systemWords(error));
      return {
        ok: false,
        failure: { code: 'not-saved', files: [about.titles.fr, about.titles.en], detail: systemWords(error) },
      };
    }
  }

  async forget(id: string): Promise<Result<null>> {
    try {
      await rm(join(this.#folder, id), { recursive: true, force: true });
      if ((await this.#openId()) === id) await this.#rememberOpen(null);
      return { ok: true, value: null };
    } catch (error) {
      return { ok: false, failure: { code: 'not-saved', files: [], detail: systemWords(error) } };
    }
  }

  /** The reader is on the library page again. */
  async leave(): Promise<void> {
    try {
      await this.#rememberOpen(null);
    } catch (error) {
      log.error('open comparison not noted', systemWords(error));
    }
  }

  /** The comparison that was open when the app was closed; `null` where there was none, or where it is gone. */
  async lastOpen(): Promise<OpenRequest | null> {
    const id = await this.#openId();
    if (id === null) return null;
    const document = await this.open(id);
    if (document.ok) return { kind: 'comparison', id, document: document.value };
    await this.leave();
    return null;
  }

  async #ids(): Promise<readonly string[]> {
    try {
      return (await readdir(this.#folder)).filter((name) => comparisonId.safeParse(name).success);
    } catch {
      return [];
    }
  }

  async #about(id: string): Promise<RecentComparison | null> {
    const path = join(this.#folder, id, 'about.json');
    let text: string;
    try {
      text = await readFile(path, 'utf8');
    } catch {
      return null;
    }
    try {
      return { ...storedAbout.parse(JSON.parse(text)), id };
    } catch {
      log.error('a comparison’s description was damaged');
      keepAside(path);
      return null;
    }
  }

  async #writeAbout(about: RecentComparison): Promise<void> {
    await writeFileAtomic(join(this.#folder, about.id, 'about.json'), JSON.stringify(about));
  }

  #document(id: string): string {
    return join(this.#folder, id, 'document.json');
  }

  async #openId(): Promise<string | null> {
    try {
      return openNote.parse(JSON.parse(await readFile(join(this.#folder, 'open.json'), 'utf8'))).id;
    } catch {
      return null;
    }
  }

  async #rememberOpen(id: string | null): Promise<void> {
    await mkdir(this.#folder, { recursive: true });
    await writeFileAtomic(join(this.#folder, 'open.json'), JSON.stringify({ id } satisfies z.infer<typeof openNote>));
  }
}

/** The name of a comparison's folder: the app made it, and takes no other. */
export const comparisonId = z.uuid();

/** What the library page shows of a comparison, as the page gives it. */
export const aboutComparison = z.object({
  titles: z.object({ fr: z.string().max(2000), en: z.string().max(2000) }),
  pairKind: z.enum(['translation', 'comparable']),
  matched: z.int().min(0),
  sentences: z.int().min(0),
}) satisfies z.ZodType<Omit<RecentComparison, 'id' | 'openedAt'>>;

const storedAbout = aboutComparison.extend({ openedAt: z.number() });

const openNote = z.object({ id: comparisonId.nullable() });
