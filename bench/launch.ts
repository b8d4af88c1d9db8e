import { chromium, type Browser, type Page } from '@playwright/test';
import { spawn, type ChildProcess } from 'node:child_process';
import { createRequire } from 'node:module';

/** A started Electron, and what its window's own clock says. */
export interface Launch {
  readonly pid: number;
  /** Times from the start of the process, milliseconds. Waits until nothing larger was painted for a while. */
  paints(): Promise<Paints>;
  untilShown(selector: string, milliseconds: number): Promise<void>;
  close(): Promise<void>;
}

interface Paints {
  readonly firstPaint: number;
  readonly largestPaint: number;
  /** The largest paint was of an article's text. */
  readonly isArticle: boolean;
}

/** No larger paint for this long: what is there is all there will be. Milliseconds. */
const SETTLED = 1500;
const ATTEMPTS = 4;

/**
 * Starts an app the way a person does, without a test's loader in its main process, and looks at its page from outside.
 * The window's times are read afterwards from its own performance entries, so that looking doesn't slow it down.
 */
export async function launchMeasured(app: string, data: string, files: readonly string[]): Promise<Launch> {
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const begun = Date.now();
  const child = spawn(
    electronProgram(),
    [app, ...files, `--user-data-dir=${data}`, '--remote-debugging-port=0', ...sandbox],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const browser = await connect(await inspectorOf(child));
  const page = await firstPage(browser);
  const { pid } = child;
  if (pid === undefined) throw new Error('Electron did not start');
  return {
    pid,
    paints: () => paintsOf(page, begun),
    untilShown: async (selector, timeout) => {
      await page.locator(selector).first().waitFor({ timeout });
    },
    close: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      await browser.close().catch(() => undefined);
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** ELECTRON_EXEC_PATH is set by the set-up where the official Electron can't be had. */
function electronProgram(): string {
  return process.env.ELECTRON_EXEC_PATH ?? (createRequire(import.meta.url)('electron') as string);
}

function inspectorOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const address = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
      if (address !== undefined) resolve(address);
    });
    child.once('exit', () => {
      reject(new Error(`Electron ended at once:\n${said}`));
    });
  });
}

/** A connection made while the window comes up is sometimes never answered; a second one is. */
async function connect(address: string): Promise<Browser> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await chromium.connectOverCDP(address, { timeout: 5000 });
    } catch (error) {
      if (attempt === ATTEMPTS) throw error;
    }
  }
}

async function firstPage(browser: Browser): Promise<Page> {
  for (;;) {
    const page = browser.contexts().flatMap((context) => context.pages())[0];
    if (page) return page;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function paintsOf(page: Page, begun: number): Promise<Paints> {
  await page.waitForFunction(() => performance.getEntriesByName('first-paint').length > 0);
  const times = await page.evaluate(
    (settled) =>
      new Promise<{ first: number; largest: number; isArticle: boolean }>((resolve) => {
        const first = performance.timeOrigin + (performance.getEntriesByName('first-paint')[0]?.startTime ?? NaN);
        let largest = NaN;
        let isArticle = false;
        let timer = 0;
        const observer = new PerformanceObserver((list) => {
          const entry = list.getEntries().at(-1) as LargestContentfulPaint | undefined;
          largest = performance.timeOrigin + (entry?.startTime ?? NaN);
          isArticle = entry?.element?.closest('section[lang]') != null;
          clearTimeout(timer);
          timer = window.setTimeout(() => {
            observer.disconnect();
            resolve({ first, largest, isArticle });
          }, settled);
        });
        observer.observe({ type: 'largest-contentful-paint', buffered: true });
      }),
    SETTLED,
  );
  return { firstPaint: times.first - begun, largestPaint: times.largest - begun, isArticle: times.isArticle };
}
