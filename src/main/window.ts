import { app, BrowserWindow, dialog, nativeTheme } from 'electron';
import windowState from 'electron-window-state';
import { join } from 'node:path';
import { m } from '../messages/messages.js';
import { locale } from './locale.ts';
import { log } from './log.ts';
import { ORIGIN } from './protocol.ts';
import type { SettingsFile } from './settings.ts';

/** The paper's colour (--paper of the page's tokens), so that the window doesn't flash before the page is there. */
const PAPER = { light: '#fdfcf9', dark: '#16181b' };

/** Opens the window where it was last time, and shows it when its first picture is ready. */
export function openWindow(settings: SettingsFile): BrowserWindow {
  const state = windowState({ defaultWidth: 1280, defaultHeight: 860, path: app.getPath('userData') });
  const window = new BrowserWindow({
    // Undefined until a position was saved; the keys must then be missing.
    ...(Number.isFinite(state.x) && Number.isFinite(state.y) ? { x: state.x, y: state.y } : {}),
    width: state.width,
    height: state.height,
    minWidth: 640,
    minHeight: 480,
    show: false,
    title: app.getName(),
    backgroundColor: paper(),
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      webviewTag: false,
      spellcheck: false,
      webSecurity: true,
      navigateOnDragDrop: false,
    },
  });
  state.manage(window);
  window.once('ready-to-show', () => {
    window.show();
  });
  settings.onChange(() => {
    if (!window.isDestroyed()) window.setBackgroundColor(paper());
  });
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    log.error(`the page ended: ${reason}`);
    if (reason !== 'clean-exit') void offerReload(window);
  });
  window.on('unresponsive', () => {
    log.warn('the page does not answer');
  });
  window.loadURL(`${ORIGIN}/index.html`).catch((error: unknown) => {
    log.error('the page did not load', error);
  });
  return window;
}

/** Brings the window to the front, as a second start expects. */
export function showWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

function paper(): string {
  return nativeTheme.shouldUseDarkColors ? PAPER.dark : PAPER.light;
}

/** After a crash of the page: what was saved is read back, so loading it anew is safe. */
async function offerReload(window: BrowserWindow): Promise<void> {
  const words = { locale: locale() };
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    message: m.main_crash_title({}, words),
    detail: m.main_crash_detail({}, words),
    buttons: [m.main_crash_reload({}, words), m.main_quit({}, words)],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  });
  if (response === 0) window.webContents.reload();
  else app.quit();
}
