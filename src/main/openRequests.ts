import type { BrowserWindow } from 'electron';
import { z } from 'zod';
import type { OpenRequest } from '../contract.ts';
import { readArticles } from './files.ts';
import type { Library } from './library.ts';
import { log } from './log.ts';
import { showWindow } from './window.ts';

/** How long files that are named one by one count as named together, in milliseconds. */
const GATHERING = 100;

/**
 * What the window is asked to show, from wherever it comes: the command line, a second start, the system's "open with".
 * A request that comes before the page has asked for its first one waits for it.
 */
export class OpenRequests {
  readonly #library: Library;
  #paths: readonly string[];
  #window: BrowserWindow | null = null;
  #pageListens = false;
  #gathered: readonly string[] = [];

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
      if (paths.length > 0) this.#paths = paths;
      return;
    }
    showWindow(this.#window);
    if (paths.length === 0) return;
    const request = await read(paths);
    if (!this.#window.isDestroyed()) this.#window.webContents.send('open', request);
  }

  /** macOS names the files of one gesture one by one, within a moment. */
  openOneOfSeveral(path: string): void {
    if (this.#gathered.length === 0) {
      setTimeout(() => {
        const paths = this.#gathered;
        this.#gathered = [];
        void this.open(paths);
      }, GATHERING);
    }
    this.#gathered = [...this.#gathered, path];
  }

  async openFromSecondStart(data: unknown): Promise<void> {
    const parsed = z.object({ paths: z.array(z.string()) }).safeParse(data);
    if (parsed.success) await this.open(parsed.data.paths);
    else log.warn('second start refused');
  }
}

async function read(paths: readonly string[]): Promise<OpenRequest> {
  const files = await readArticles(paths);
  if (files.ok) return { kind: 'files', files: files.value };
  log.info(`named files not opened: ${files.failure.code}`);
  return { kind: 'failure', failure: files.failure };
}
