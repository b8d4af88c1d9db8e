import { dialog, ipcMain, type BrowserWindow, type IpcMainInvokeEvent } from 'electron';
import { z } from 'zod';
import type { Bridge, Result, SourceFile } from '../contract.ts';
import { m } from '../messages/messages.js';
import { saveExport } from './exports.ts';
import { ARTICLE_ENDINGS, readArticles, readSource } from './files.ts';
import { aboutComparison, comparisonId, type Library } from './library.ts';
import { askToOpenLink } from './links.ts';
import { locale } from './locale.ts';
import { log } from './log.ts';
import type { OpenRequests } from './openRequests.ts';
import { ORIGIN } from './protocol.ts';
import { openSample, readSamples } from './samples.ts';
import { settingsChange, type SettingsFile } from './settings.ts';

interface Parts {
  readonly library: Library;
  readonly requests: OpenRequests;
  readonly settings: SettingsFile;
  readonly window: () => BrowserWindow | null;
}

/** Answers the page's calls. A call from another frame, or with a payload that doesn't fit, is refused before anything is done. */
export function answerPage(parts: Parts): void {
  for (const [name, { payload, answer }] of Object.entries(callsOf(parts))) {
    ipcMain.handle(`bridge:${name}`, (event, ...args: unknown[]) => {
      if (!isOurPage(event, parts.window())) {
        log.warn(`${name}: a stranger's call refused`);
        throw new Error('Refused');
      }
      const parsed = payload.safeParse(args);
      if (!parsed.success) {
        log.warn(`${name}: payload refused`);
        throw new Error('Refused');
      }
      return (answer as (...args: unknown[]) => unknown)(...(parsed.data as unknown[]));
    });
  }
}

/** The calls that cross the boundary. Preload turns dropped files into their paths; the page itself never names one. */
type CallName = Exclude<keyof Bridge, 'onOpen' | 'onCommand'>;
type Arguments<Name extends CallName> = Name extends 'openDropped' ? [readonly string[]] : Parameters<Bridge[Name]>;

interface Call<Args extends readonly unknown[], Answer> {
  readonly payload: z.ZodType<Args>;
  readonly answer: (...args: Args) => Answer | Promise<Answer>;
}

type Calls = { readonly [Name in CallName]: Call<Arguments<Name>, Awaited<ReturnType<Bridge[Name]>>> };

const nothing = z.tuple([]);
const id = z.tuple([comparisonId]);

function callsOf({ library, requests, settings, window }: Parts): Calls {
  return {
    start: { payload: nothing, answer: () => requests.first() },
    chooseArticles: { payload: nothing, answer: () => chooseArticles(window()) },
    chooseArticle: { payload: nothing, answer: () => chooseArticle(window()) },
    openDropped: { payload: z.tuple([z.array(z.string()).max(1000)]), answer: readArticles },
    library: {
      payload: nothing,
      answer: async () => ({ samples: await readSamples(), recent: await library.recent() }),
    },
    openSample: { payload: z.tuple([z.string().max(200)]), answer: openSample },
    openRecent: { payload: id, answer: (one) => library.open(one) },
    forgetRecent: { payload: id, answer: (one) => library.forget(one) },
    keep: {
      payload: z.tuple([
        z.object({ id: comparisonId.nullable(), about: aboutComparison, document: z.string().max(500_000_000) }),
      ]),
      answer: (entry) => library.keep(entry.id, entry.about, entry.document),
    },
    leave: { payload: nothing, answer: () => library.leave() },
    saveExport: {
      payload: z.tuple([z.object({ suggestedName: z.string().max(1000), bytes: z.instanceof(Uint8Array) })]),
      answer: ({ suggestedName, bytes }) => {
        const over = window();
        return over ? saveExport(over, suggestedName, bytes) : { ok: true, value: null };
      },
    },
    settings: { payload: nothing, answer: () => settings.current },
    changeSettings: { payload: z.tuple([settingsChange]), answer: (change) => settings.change(change) },
    openLink: { payload: z.tuple([z.string().max(5000)]), answer: askToOpenLink },
  };
}

function isOurPage(event: IpcMainInvokeEvent, window: BrowserWindow | null): boolean {
  const frame = event.senderFrame;
  return window !== null && frame !== null && frame === window.webContents.mainFrame && frame.origin === ORIGIN;
}

async function chooseArticles(window: BrowserWindow | null): Promise<Result<readonly SourceFile[]> | null> {
  const paths = await askForFiles(window, m.main_open_title({}, { locale: locale() }), ['multiSelections']);
  return paths.length === 0 ? null : readArticles(paths);
}

async function chooseArticle(window: BrowserWindow | null): Promise<Result<SourceFile> | null> {
  const [path] = await askForFiles(window, m.main_open_one_title({}, { locale: locale() }), []);
  return path === undefined ? null : readSource(path);
}

/** The system's dialog; no path where the reader changed their mind. */
async function askForFiles(
  window: BrowserWindow | null,
  title: string,
  properties: readonly 'multiSelections'[],
): Promise<readonly string[]> {
  if (!window) return [];
  const words = { locale: locale() };
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title,
    properties: ['openFile', ...properties],
    filters: [
      { name: m.main_open_texts({}, words), extensions: ARTICLE_ENDINGS.map((ending) => ending.slice(1)) },
      { name: m.main_open_all({}, words), extensions: ['*'] },
    ],
  });
  return canceled ? [] : filePaths;
}
