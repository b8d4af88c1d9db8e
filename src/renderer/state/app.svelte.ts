import type {
  Bridge,
  CompareOptions,
  Comparison,
  Failure,
  MenuCommand,
  OpenRequest,
  Progress,
  Result,
  Side,
  SourceFile,
} from '../../contract.ts';
import { openComparison, writeComparison } from '../../core/comparison.ts';
import { matchedOf } from '../../core/summary.ts';
import { m } from '../../messages/messages.js';
import type { Engine, Job } from '../engine.ts';
import { OpenComparison } from './comparison.svelte.ts';
import { Marking } from './marking.ts';
import { WordLinks } from './wordLinks.svelte.ts';
import type { Preferences } from './preferences.svelte.ts';

/** A saved comparison up to so many characters is read in a few milliseconds, sooner than a worker starts. */
const READ_AT_ONCE = 1_000_000;

/** What the progress page shows. */
export interface Underway {
  readonly files: readonly string[];
  /** Known once the languages are told apart. */
  readonly names: Readonly<Record<Side, string>> | null;
  readonly progress: Progress | null;
}

export type Screen =
  | { readonly kind: 'library' }
  | { readonly kind: 'progress' }
  /** `files`: what can be tried again with the reader's own word on it; null where nothing was read. */
  | { readonly kind: 'failure'; readonly failure: Failure; readonly files: readonly SourceFile[] | null }
  | { readonly kind: 'comparison'; readonly open: OpenComparison };

/**
 * The window: which screen is on, and how one gets from one to another.
 *
 *   screen                      library | progress | failure | comparison (with its OpenComparison)
 *   underway                    names and progress of the job that runs, null when none does
 *   exporting                   the export dialog is open
 *   notice                      a failure that leaves the screen as it is (not saved, a recent one vanished), null when none
 *   preferences, bridge         shared with the views
 *   open(files, options?)       aligns two files and shows them
 *   chooseAndOpen()             asks for the files first
 *   openDropped(files)          from drag and drop
 *   openSample(id), openRecent(id)
 *   retry(options)              the files of the failure, with the reader's word on sides or kind
 *   chooseInstead(at)           asks for another file in the place of one of the failure's (or for the one that lacks)
 *   swapSides()                 starts the job that runs anew, with the two languages the other way round
 *   cancel()                    stops the job, back to the screen before
 *   showLibrary()
 */
export class App {
  readonly bridge: Bridge;
  readonly preferences: Preferences;
  readonly #engine: Engine;

  screen: Screen = $state.raw({ kind: 'library' });
  underway: Underway | null = $state.raw(null);
  exporting = $state(false);
  notice: Failure | null = $state.raw(null);

  #job: Job | null = null;
  #marking: Marking | null = null;
  #keeping: Promise<void> = Promise.resolve();
  #started: CompareOptions & { readonly files: readonly SourceFile[] } = { files: [] };
  #before: Screen = { kind: 'library' };

  constructor(bridge: Bridge, engine: Engine, preferences: Preferences) {
    this.bridge = bridge;
    this.#engine = engine;
    this.preferences = preferences;
  }

  /** Shows what the window was opened for, and listens to main from then on. */
  async start(first: OpenRequest): Promise<void> {
    this.bridge.onOpen((request) => void this.#serve(request));
    this.bridge.onCommand((command) => void this.command(command));
    await this.#serve(first);
  }

  async open(files: readonly SourceFile[], options: CompareOptions = {}): Promise<void> {
    const names = files.map((file) => file.name);
    this.#started = { ...options, files };
    const listener = {
      read: (read: Readonly<Record<Side, string>>) => {
        if (this.underway) this.underway = { ...this.underway, names: read };
      },
      progress: (progress: Progress) => {
        if (this.underway) this.underway = { ...this.underway, progress };
      },
    };
    const result = await this.#run(names, () => this.#engine.compare(files, { ...options, marks: 'if-few' }, listener));
    if (!result) return;
    if (!result.ok) this.#fail(result.failure, files);
    else await this.#show(result.value, null);
  }

  async chooseAndOpen(): Promise<void> {
    await this.#openResult(await this.bridge.chooseArticles());
  }

  async openDropped(files: readonly File[]): Promise<void> {
    await this.#openResult(await this.bridge.openDropped(files));
  }

  async openSample(id: string): Promise<void> {
    await this.#openResult(await this.bridge.openSample(id));
  }

  async openRecent(id: string): Promise<void> {
    const document = await this.bridge.openRecent(id);
    if (document.ok) await this.#openSaved(id, document.value);
    else this.#fail(document.failure, null);
  }

  async retry(options: CompareOptions): Promise<void> {
    if (this.screen.kind === 'failure' && this.screen.files) await this.open(this.screen.files, options);
  }

  async chooseInstead(at: number): Promise<void> {
    const tried = this.screen.kind === 'failure' ? (this.screen.files ?? []) : [];
    const chosen = await this.bridge.chooseArticle();
    if (chosen === null) return;
    if (!chosen.ok) {
      this.#fail(chosen.failure, tried);
      return;
    }
    await this.open([...tried.slice(0, at), chosen.value, ...tried.slice(at + 1)]);
  }

  async swapSides(): Promise<void> {
    const { files, sides } = this.#started;
    const names = this.underway?.names;
    if (!names) return;
    const frenchFirst = sides ? sides[0] === 'fr' : files[0]?.name === names.fr;
    await this.open(files, { sides: frenchFirst ? ['en', 'fr'] : ['fr', 'en'] });
  }

  cancel(): void {
    const job = this.#job;
    if (!job) return;
    this.#job = null;
    this.underway = null;
    this.#turnTo(this.#before);
    job.cancel();
  }

  showLibrary(): void {
    this.cancel();
    this.exporting = false;
    this.notice = null;
    this.#turnTo({ kind: 'library' });
    document.title = m.app_name();
    // What is being saved counts as open once it is.
    void this.#keeping.then(() => this.bridge.leave());
  }

  async command(command: MenuCommand): Promise<void> {
    const open = this.screen.kind === 'comparison' ? this.screen.open : null;
    switch (command) {
      case 'open':
        return this.chooseAndOpen();
      case 'library':
        this.showLibrary();
        return;
      case 'export':
        if (open) this.exporting = true;
        return;
      case 'view-reading':
        if (open) open.view = 'reading';
        return;
      case 'view-pairs':
        if (open) open.view = 'pairs';
        return;
      case 'view-differences':
        if (open) open.view = 'differences';
        return;
      case 'next-difference':
        open?.goToDifference(1);
        return;
      case 'previous-difference':
        open?.goToDifference(-1);
        return;
      case 'larger-text':
        return this.preferences.resizeText(1);
      case 'smaller-text':
        return this.preferences.resizeText(-1);
    }
  }

  async #serve(request: OpenRequest): Promise<void> {
    switch (request.kind) {
      case 'library':
        this.showLibrary();
        return;
      case 'files':
        return this.open(request.files);
      case 'comparison':
        return this.#openSaved(request.id, request.document);
      case 'failure':
        this.#fail(request.failure, null);
        return;
    }
  }

  async #openResult(result: Result<readonly SourceFile[]> | null): Promise<void> {
    if (result === null) return;
    if (result.ok) await this.open(result.value);
    else this.#fail(result.failure, null);
  }

  async #openSaved(id: string, document: string): Promise<void> {
    const isShort = document.length < READ_AT_ONCE;
    const result = isShort ? openComparison(document, id) : await this.#run([], () => this.#engine.open(document, id));
    if (!result) return;
    if (!result.ok) this.#fail(result.failure, null);
    else await this.#show(result.value, id);
  }

  /** Runs one job with the progress page; null when the reader cancelled it or something else was opened meanwhile. */
  async #run(files: readonly string[], start: () => Job): Promise<Result<Comparison> | null> {
    this.#job?.cancel();
    if (this.screen.kind !== 'progress') this.#before = this.screen;
    this.exporting = false;
    this.notice = null;
    this.underway = { files, names: null, progress: null };
    this.#turnTo({ kind: 'progress' });
    const job = start();
    this.#job = job;
    const result = await job.result;
    if (this.#job !== job) return null;
    this.#job = null;
    this.underway = null;
    return result;
  }

  #fail(failure: Failure, files: readonly SourceFile[] | null): void {
    this.#turnTo({ kind: 'failure', failure, files });
  }

  async #show(comparison: Comparison, id: string | null): Promise<void> {
    const words = new WordLinks((texts) => this.#engine.words(texts).result);
    const open = new OpenComparison(comparison, id, words);
    const { fr, en } = comparison.articles;
    document.title = `${fr.title} · ${en.title}`;
    const kept = this.#keep(open);
    this.#turnTo({ kind: 'comparison', open });
    await kept;
  }

  /** What was left to be found in a comparison is looked for as long as it is on the screen. */
  #turnTo(screen: Screen): void {
    this.#marking?.stop();
    this.#marking = null;
    this.screen = screen;
    if (screen.kind !== 'comparison' || !screen.open.comparison.unmarked) return;
    const { open } = screen;
    this.#marking = new Marking(this.#engine, open, {
      keep: () => void this.#keep(open),
      fail: (failure) => {
        this.notice = failure;
      },
    });
  }

  /** Saves a comparison as it is now, after what is being saved already. */
  #keep(open: OpenComparison): Promise<void> {
    this.#keeping = this.#keeping.then(async () => {
      const { articles, pairKind } = open.comparison;
      const kept = await this.bridge.keep({
        id: open.id,
        about: {
          titles: { fr: articles.fr.title, en: articles.en.title },
          pairKind,
          ...matchedOf(open.summary),
        },
        document: writeComparison(open.comparison),
      });
      if (kept.ok) open.id = kept.value;
      else this.notice = kept.failure;
    });
    return this.#keeping;
  }
}
