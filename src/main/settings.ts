import { nativeTheme } from 'electron';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { z } from 'zod';
import { CSV_COLUMNS, type Settings } from '../contract.ts';
import { keepAside } from './keepAside.ts';
import { chooseLocale } from './locale.ts';
import { log } from './log.ts';

/** The reader's settings, in one small file of the app's data folder. */
export class SettingsFile {
  readonly #path: string;
  #settings: Settings;
  readonly #listeners: (() => void)[] = [];

  /** Reads the file at once (it is small, and the window's colour depends on it). A damaged one is kept aside. */
  constructor(folder: string) {
    this.#path = join(folder, 'settings.json');
    this.#settings = { ...DEFAULTS, ...this.#read() };
    this.#apply();
  }

  get current(): Settings {
    return this.#settings;
  }

  change(change: Partial<Settings>): Settings {
    this.#settings = { ...this.#settings, ...change };
    this.#apply();
    for (const listener of this.#listeners) listener();
    try {
      // At once, although it keeps the process for some milliseconds: the reader may close the app right after.
      writeFileAtomic.sync(this.#path, `${JSON.stringify(this.#settings, null, 2)}\n`);
    } catch (error) {
      // They hold until the app is closed; a full disk must not keep anyone from reading.
      log.error('settings not saved', error);
    }
    return this.#settings;
  }

  onChange(listener: () => void): void {
    this.#listeners.push(listener);
  }

  #apply(): void {
    nativeTheme.themeSource = this.#settings.theme;
    chooseLocale(this.#settings.locale);
  }

  #read(): Partial<Settings> {
    let text: string;
    try {
      text = readFileSync(this.#path, 'utf8');
    } catch {
      return {};
    }
    try {
      return settingsChange.parse(JSON.parse(text));
    } catch {
      log.error('settings were damaged');
      keepAside(this.#path);
      return {};
    }
  }
}

const csvOptions = z.object({
  separator: z.enum([',', ';', '\t']),
  byteOrderMark: z.boolean(),
  decimalComma: z.boolean(),
  columns: z.array(z.enum(CSV_COLUMNS)).max(CSV_COLUMNS.length),
  header: z.boolean(),
  furniture: z.boolean(),
});

/** Some or all of the settings, as the page or the file gives them. */
export const settingsChange = z.object({
  theme: z.enum(['system', 'light', 'dark']).exactOptional(),
  locale: z.enum(['system', 'fr', 'en']).exactOptional(),
  textSize: z.number().min(8).max(48).exactOptional(),
  csv: csvOptions.exactOptional(),
}) satisfies z.ZodType<Partial<Settings>>;

const DEFAULTS: Settings = {
  theme: 'system',
  locale: 'system',
  textSize: 17,
  csv: {
    separator: ',',
    byteOrderMark: true,
    decimalComma: false,
    columns: CSV_COLUMNS,
    header: true,
    furniture: false,
  },
};
