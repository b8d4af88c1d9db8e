import { test as base, _electron, expect, type ElectronApplication, type Page } from '@playwright/test';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { outwardTraffic } from './netLog.ts';

/** The repository's folder, and the folder of shared articles and gold alignments beside it. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));
export const SHARED = join(ROOT, '../shared');

export interface Running {
  readonly app: ElectronApplication;
  readonly page: Page;
}

interface StartOptions {
  /** Arguments after `.`: files, or switches. */
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

interface Options {
  /** The test makes the session refuse a request on purpose. */
  readonly provokesRequests: boolean;
}

interface Fixtures {
  /** A scratch folder for the test's own files. */
  readonly folder: string;
  /** The app's data folder: fresh, and the same for every start within one test. */
  readonly userData: string;
  /** Starts the built app and waits for its page. What is still open at the test's end is closed. */
  readonly start: (options?: StartOptions) => Promise<Running>;
}

/**
 * A test of the real app. After each one Chromium's own network log is read: not one request may have left, by
 * whichever part of Electron, from the first moment on; and the page may not have thrown an error that nobody caught.
 */
export const test = base.extend<Options & Fixtures>({
  provokesRequests: [false, { option: true }],
  folder: async ({}, use) => {
    await inFreshFolder('files', use);
  },
  userData: async ({}, use) => {
    await inFreshFolder('data', use);
  },
  start: async ({ folder, userData, provokesRequests }, use) => {
    const running: ElectronApplication[] = [];
    const netLogs: string[] = [];
    const uncaught: string[] = [];
    await use(async ({ args = [], env = {} } = {}) => {
      const netLog = join(folder, `net-${running.length}.json`);
      const app = await _electron.launch({
        cwd: ROOT,
        args: ['.', ...args, `--user-data-dir=${userData}`, `--log-net-log=${netLog}`, ...rootSwitches()],
        env: { ...definedEnvironment(), LANGUAGE: 'en', LC_ALL: 'en_US.UTF-8', ...env },
      });
      running.push(app);
      netLogs.push(netLog);
      const page = await app.firstWindow();
      page.on('pageerror', (error) => uncaught.push(error.message));
      await page.waitForLoadState();
      return { app, page };
    });
    for (const app of running) await app.close();
    for (const netLog of netLogs) expect(outwardTraffic(await readFile(netLog, 'utf8'))).toEqual([]);
    expect(uncaught).toEqual([]);
    expect((await refusedRequests(userData)).length > 0).toBe(provokesRequests);
  },
});

export { expect };

/** Chromium has no sandbox for root, which is who runs tests in a container. */
export function rootSwitches(): readonly string[] {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

async function inFreshFolder(purpose: string, use: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), `vis-a-vis-${purpose}-`));
  await use(folder);
  await rm(folder, { recursive: true, force: true });
}

/** What the app's session blocked, as its log has it. */
async function refusedRequests(userData: string): Promise<readonly string[]> {
  const text = await readFile(join(userData, 'logs/main.log'), 'utf8').catch(() => '');
  return text.split('\n').filter((line) => line.includes('request refused'));
}

function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
