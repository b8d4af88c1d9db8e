/**
 * When a comparison was last open, as the library says it: the time for today, "yesterday", the weekday within the last
 * week, else the date. `words` are the interface's own; dates follow `locale`.
 */
export function whenOpened(openedAt: number, now: number, locale: string, words: Words): string {
  const days = dayNumber(now) - dayNumber(openedAt);
  const at = new Date(openedAt);
  if (days <= 0) return words.today(new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit' }).format(at));
  if (days === 1) return words.yesterday();
  if (days < 7) return new Intl.DateTimeFormat(locale, { weekday: 'long' }).format(at);
  const sameYear = at.getFullYear() === new Date(now).getFullYear();
  return new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'long',
    ...(sameYear ? {} : { year: 'numeric' }),
  }).format(at);
}

interface Words {
  readonly today: (time: string) => string;
  readonly yesterday: () => string;
}

/** Calendar days in the reader's own time zone: noon, so that a change of the clock can't shift it. */
function dayNumber(time: number): number {
  const date = new Date(time);
  return Math.round(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate(), 12) / 86_400_000);
}
