import { Menu, app, shell, type BrowserWindow, type MenuItemConstructorOptions } from 'electron';
import type { MenuCommand, Settings, Theme } from '../contract.ts';
import { m } from '../messages/messages.js';
import { locale } from './locale.ts';
import { log } from './log.ts';
import type { SettingsFile } from './settings.ts';

type Items = MenuItemConstructorOptions[];

/** The native menu, in the reader's language. What concerns the text is sent to the page as a command. */
export function showMenu(settings: SettingsFile, window: BrowserWindow): void {
  const mac = process.platform === 'darwin';
  const send = (command: MenuCommand, label: string, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    ...(accelerator === undefined ? {} : { accelerator }),
    click: () => {
      if (!window.isDestroyed()) window.webContents.send('command', command);
    },
  });
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...(mac ? [{ role: 'appMenu' } as const] : []),
      { label: m.main_file({}, words()), submenu: fileItems(send, mac) },
      { label: m.main_edit({}, words()), submenu: editItems() },
      { label: m.main_view({}, words()), submenu: viewItems(send, settings, window) },
      { label: m.main_go({}, words()), submenu: goItems(send) },
      ...(mac ? [{ role: 'windowMenu' } as const] : []),
      { role: 'help', label: m.main_help({}, words()), submenu: helpItems(mac) },
    ]),
  );
}

type Send = (command: MenuCommand, label: string, accelerator?: string) => MenuItemConstructorOptions;

function words(): { locale: 'fr' | 'en' } {
  return { locale: locale() };
}

function fileItems(send: Send, mac: boolean): Items {
  return [
    send('open', m.main_open({}, words()), 'CmdOrCtrl+O'),
    send('library', m.main_library({}, words()), 'CmdOrCtrl+L'),
    { type: 'separator' },
    send('export', m.main_export({}, words()), 'CmdOrCtrl+E'),
    { type: 'separator' },
    mac ? { role: 'close', label: m.main_close({}, words()) } : { role: 'quit', label: m.main_quit({}, words()) },
  ];
}

function editItems(): Items {
  return [
    { role: 'undo', label: m.main_undo({}, words()) },
    { role: 'redo', label: m.main_redo({}, words()) },
    { type: 'separator' },
    { role: 'cut', label: m.main_cut({}, words()) },
    { role: 'copy', label: m.main_copy({}, words()) },
    { role: 'paste', label: m.main_paste({}, words()) },
    { role: 'selectAll', label: m.main_select_all({}, words()) },
  ];
}

function viewItems(send: Send, settings: SettingsFile, window: BrowserWindow): Items {
  return [
    send('view-reading', m.main_view_reading({}, words()), 'CmdOrCtrl+1'),
    send('view-pairs', m.main_view_pairs({}, words()), 'CmdOrCtrl+2'),
    send('view-differences', m.main_view_differences({}, words()), 'CmdOrCtrl+3'),
    { type: 'separator' },
    send('larger-text', m.main_larger_text({}, words()), 'CmdOrCtrl+Plus'),
    send('smaller-text', m.main_smaller_text({}, words()), 'CmdOrCtrl+-'),
    { type: 'separator' },
    { label: m.main_theme({}, words()), submenu: themeItems(settings) },
    { label: m.main_language({}, words()), submenu: languageItems(settings, window) },
    { type: 'separator' },
    { role: 'togglefullscreen', label: m.main_full_screen({}, words()) },
  ];
}

function themeItems(settings: SettingsFile): Items {
  const labels: readonly (readonly [Theme, string])[] = [
    ['system', m.main_as_system({}, words())],
    ['light', m.main_theme_light({}, words())],
    ['dark', m.main_theme_dark({}, words())],
  ];
  return labels.map(([theme, label]) => ({
    type: 'radio',
    label,
    checked: settings.current.theme === theme,
    click: () => settings.change({ theme }),
  }));
}

/** Each language is called by its own name, so that it is found by who reads only that one. */
function languageItems(settings: SettingsFile, window: BrowserWindow): Items {
  const labels: readonly (readonly [Settings['locale'], string])[] = [
    ['system', m.main_as_system({}, words())],
    ['fr', 'Français'],
    ['en', 'English'],
  ];
  return labels.map(([language, label]) => ({
    type: 'radio',
    label,
    checked: settings.current.locale === language,
    click: () => {
      // The page takes its words once, when it is loaded; it comes back to the comparison that is open.
      settings.change({ locale: language });
      if (!window.isDestroyed()) window.webContents.reload();
    },
  }));
}

function goItems(send: Send): Items {
  return [
    send('next-difference', m.main_next_difference({}, words()), 'F7'),
    send('previous-difference', m.main_previous_difference({}, words()), 'Shift+F7'),
  ];
}

function helpItems(mac: boolean): Items {
  return [
    {
      label: m.main_show_log({}, words()),
      click: () => {
        shell.showItemInFolder(log.transports.file.getFile().path);
      },
    },
    ...(app.isPackaged
      ? []
      : [{ role: 'toggleDevTools', label: m.main_developer_tools({}, words()) } satisfies MenuItemConstructorOptions]),
    ...(mac ? [] : [{ role: 'about', label: m.main_about({}, words()) } satisfies MenuItemConstructorOptions]),
  ];
}
