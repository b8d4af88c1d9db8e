import type { Bridge, Locale, Settings } from '../../contract.ts';
import { overwriteGetLocale } from '../../messages/runtime.js';

/** Text size that the reader can choose, CSS pixels. */
const SMALLEST_TEXT = 13;
const LARGEST_TEXT = 28;

/**
 * What the reader likes, kept by main.
 *
 *   settings                 as kept (theme, locale, text size, CSV options)
 *   locale                   the language of the interface, the system's where the reader chose none
 *   change(change)           shows and keeps a change
 *   resizeText(step)         larger or smaller text, in pixels
 */
export class Preferences {
  readonly #bridge: Bridge;
  settings: Settings;
  readonly locale: Locale = $derived.by(() =>
    this.settings.locale === 'system' ? systemLocale() : this.settings.locale,
  );

  static async load(bridge: Bridge): Promise<Preferences> {
    return new Preferences(bridge, await bridge.settings());
  }

  constructor(bridge: Bridge, settings: Settings) {
    this.#bridge = bridge;
    this.settings = $state.raw(settings);
    overwriteGetLocale(() => this.locale);
    this.#watchContrast();
    this.#apply();
  }

  async change(change: Partial<Settings>): Promise<void> {
    this.settings = { ...this.settings, ...change };
    this.#apply();
    this.settings = await this.#bridge.changeSettings(change);
    this.#apply();
  }

  async resizeText(step: number): Promise<void> {
    const textSize = Math.min(LARGEST_TEXT, Math.max(SMALLEST_TEXT, this.settings.textSize + step));
    if (textSize !== this.settings.textSize) await this.change({ textSize });
  }

  #apply(): void {
    const root = document.documentElement;
    const { theme, textSize } = this.settings;
    if (theme === 'system') delete root.dataset.theme;
    else root.dataset.theme = theme;
    root.style.setProperty('--reader-size', `${textSize}px`);
    root.lang = this.locale;
  }

  /** The tokens for high contrast hang on an attribute, so that a setting can turn them on too. */
  #watchContrast(): void {
    const query = matchMedia('(prefers-contrast: more)');
    const follow = (): void => {
      if (query.matches) document.documentElement.dataset.contrast = 'more';
      else delete document.documentElement.dataset.contrast;
    };
    query.addEventListener('change', follow);
    follow();
  }
}

function systemLocale(): Locale {
  return navigator.language.startsWith('fr') ? 'fr' : 'en';
}
