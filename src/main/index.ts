import { app, type BrowserWindow } from 'electron';
import { join, resolve } from 'node:path';
import { answerPage } from './ipc.ts';
import { namedPaths } from './commandLine.ts';
import { Library } from './library.ts';
import { log, startLog } from './log.ts';
import { showMenu } from './menu.ts';
import { OpenRequests } from './openRequests.ts';
import { declareScheme, serveApp } from './protocol.ts';
import { lockContents, lockSession, refuseBackgroundTraffic } from './security.ts';
import { SettingsFile } from './settings.ts';
import { openWindow, showWindow } from './window.ts';

/**
 * The main process: it owns the disk, the window and the menu, and trusts no message. It parses no article; that is
 * done in the sandboxed page's worker.
 *
 * Everything here happens before 'ready' and without a top-level await, which would keep a packaged app from starting.
 */
function main(): void {
  const folder = app.commandLine.getSwitchValue('user-data-dir');
  // A plain name for the folder: the product's own has an accent, which file systems spell in two ways.
  app.setPath('userData', folder === '' ? join(app.getPath('appData'), 'vis-a-vis') : resolve(folder));
  startLog();
  const paths = namedPaths(process.argv, process.cwd(), app.isPackaged);
  if (!app.requestSingleInstanceLock({ paths })) {
    app.quit();
    return;
  }
  declareScheme();
  nameForHeaders();
  refuseBackgroundTraffic();
  lockContents();
  const library = new Library(app.getPath('userData'));
  const requests = new OpenRequests(library, paths);
  // macOS names files by this event, before and after 'ready'.
  app.on('open-file', (event, path) => {
    event.preventDefault();
    requests.openOneOfSeveral(path);
  });
  app.on('second-instance', (_event, _argv, _cwd, data) => void requests.openFromSecondStart(data));
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  app.whenReady().then(
    () => {
      start(library, requests);
    },
    (error: unknown) => {
      log.error('not ready', error);
      app.exit(1);
    },
  );
}

function start(library: Library, requests: OpenRequests): void {
  const settings = new SettingsFile(app.getPath('userData'));
  let window: BrowserWindow | null = null;
  lockSession();
  serveApp();
  answerPage({ library, requests, settings, window: () => window });
  const open = (): void => {
    window = openWindow(settings);
    window.once('closed', () => {
      window = null;
      requests.detach();
    });
    showMenu(settings, window);
    requests.attach(window);
  };
  open();
  settings.onChange(() => {
    if (window) showMenu(settings, window);
  });
  app.on('activate', () => {
    if (window) showWindow(window);
    else open();
  });
}

/** Chromium's own name for itself has the product's in it, whose accent no header can carry: every fetch by the page would fail. */
function nameForHeaders(): void {
  app.userAgentFallback = app.userAgentFallback
    .split(' ')
    .filter((part) => /^[\x21-\x7e]+$/.test(part))
    .join(' ');
}

main();
