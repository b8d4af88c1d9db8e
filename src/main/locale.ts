import { app } from 'electron';
import type { Locale, Settings } from '../contract.ts';

let chosen: Settings['locale'] = 'system';

/** The interface's language: the reader's choice, else the first of the system's languages that the app speaks, else English. */
export function locale(): Locale {
  if (chosen !== 'system') return chosen;
  const spoken = app.getPreferredSystemLanguages().map((tag) => tag.slice(0, 2).toLowerCase());
  return spoken.find((tag) => tag === 'fr' || tag === 'en') ?? 'en';
}

export function chooseLocale(choice: Settings['locale']): void {
  chosen = choice;
}
