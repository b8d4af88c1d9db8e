import type { BrowserWindow } from 'electron';
import { basename, resolve } from 'node:path';
import { z } from 'zod';
import type { OpenRequest } from '../contract.ts';
import { readArticles } from './files.ts';
import type { Library } from './library.ts';
import { log } from './log.ts';
import { showWindow } from './window.ts';

/**
 * What the window is asked to show, from wherever it comes: the command line, a second start, the system's "open with".
 * A request that comes before the page has asked for its first one waits for it.
 */
export class OpenRequests {
  readonly #library: Library;
  #paths: readonly string[];
  #window: BrowserWindow | null = null;
  #pageListens = false;

  constructor(library: Library, paths: readonly string[]) {
    this.#library = library;
    this.#paths = paths;
  }

  attach(window: BrowserWindow): void {
    this.#window = window;
    this.#pageListens = false;
    // A page that is loaded anew asks again.
    window.webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
      if (isMainFrame && !isSameDocument) this.#pageListens = false;
    });
  }

  detach(): void {
    this.#window = null;
    this.#pageListens = false;
  }

  /** What to show first: files that were named, else the comparison that was open when the app was closed, else the library. */
  async first(): Promise<OpenRequest> {
    this.#pageListens = true;
    const paths = this.#paths;
    this.#paths = [];
    return paths.length > 0 ? read(paths) : ((await this.#library.lastOpen()) ?? { kind: 'library' });
  }

  async open(paths: readonly string[]): Promise<void> {
    if (!this.#window || !this.#pageListens) {
      this.#paths = [...this.#paths, ...paths];
      return;
    }
    showWindow(this.#window);
    if (paths.length === 0) return;
    const request = await read(paths);
    if (!this.#window.isDestroyed()) this.#window.webContents.send('open', request);
  }

  async openFromSecondStart(data: unknown): Promise<void> {
    const parsed = z.object({ paths: z.array(z.string()) }).safeParse(data);
    if (parsed.success) await this.open(parsed.data.paths);
    else log.warn('second start refused');
  }
}

/**
 * The files that a command line names, as absolute paths.
 * @param argv `[electron, app, …]` of the unpacked app, `[program, …]` of the packaged one
 * @param packaged set by Electron: `process.defaultApp` is missing in the stand-in, so the name of the first argument decides
 */
export function namedPaths(argv: readonly string[], folder: string): readonly string[] {
  const rest = argv.slice(argv[1] === '.' || argv[1] === resolve(folder) ? 2 : 1);
  const end = rest.indexOf('--');
  const before = end < 0 ? rest : rest.slice(0, end);
  const after = end < 0 ? [] : rest.slice(end + 1);
  return [...before.filter((arg) => !arg.startsWith('-')), ...after].map((path) => resolve(folder, path));
}

async function read(paths: readonly string[]): Promise<OpenRequest> {
  const files = await readArticles(paths);
  if (files.ok) return { kind: 'files', files: files.value };
  log.info(`named files not opened: ${files.failure.code}, ${paths.map((path) => basename(path)).length} named`);
  return { kind: 'failure', failure: files.failure };
}
