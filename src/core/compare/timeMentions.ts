import type { Range, Side } from '../../contract.ts';

/** A time of day. */
export interface TimeMention extends Range {
  /** Since midnight. */
  readonly minutes: number;
  /** Morning or afternoon is not said. */
  readonly twelveHours: boolean;
}

/** Finds times of day: 14 h 30, 14h, 9 heures du soir, midi; 2:30 pm, 14:30, nine o'clock is left to the numbers. */
export function timeMentions(text: string, side: Side): TimeMention[] {
  const mentions = side === 'fr' ? frenchTimes(text) : englishTimes(text);
  return mentions.filter(({ minutes }) => minutes <= 24 * 60);
}

export function sameTime(a: TimeMention, b: TimeMention): boolean {
  const day = a.twelveHours || b.twelveHours ? 12 * 60 : 24 * 60;
  return (a.minutes - b.minutes) % day === 0;
}

/** Whether a text says in which zone its times are: then they may have been converted. */
export function namesTimeZone(text: string): boolean {
  return /\b(?:GMT|UTC|[CEMP][DS]?T|CES?T|BST|heures? (?:de|locales?|française)|\p{Lu}\p{L}+ time|local time)\b/u.test(
    text,
  );
}

function frenchTimes(text: string): TimeMention[] {
  const figures = text.matchAll(
    /(?<![\d\p{L}])([0-2]?\d)\s?(?:h(?:\s?([0-5]\d))?(?![\p{L}\d])|heures?(?:\s([0-5]\d)(?!\s?\p{L}))?\s(du matin|du soir|de l['’]après-midi))/gu,
  );
  return [
    ...[...figures].map((match) => {
      const [whole, hours = '0', short, long, period] = match;
      const late = period !== undefined && !period.endsWith('matin') && Number(hours) < 12;
      const minutes = 60 * (Number(hours) + (late ? 12 : 0)) + Number(short ?? long ?? 0);
      return mention(match.index, whole, minutes, period === undefined && Number(hours) <= 12);
    }),
    ...words(text, /(?<!\p{L}|après-|avant-)(midi|minuit)(?!\p{L})/gu, 'midi'),
  ];
}

function englishTimes(text: string): TimeMention[] {
  const figures = text.matchAll(
    /(?<![\d\p{L}.:])(?:([0-2]?\d)(?:[:.]([0-5]\d))?\s?([ap])\.?m\b\.?|([0-2]?\d):([0-5]\d)(?![\d:]))/giu,
  );
  return [
    ...[...figures].map((match) => {
      const [whole, hours, minutes, half, plainHours, plainMinutes] = match;
      const hour = Number(hours ?? plainHours ?? 0);
      const shifted = half === undefined ? hour : (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
      return mention(
        match.index,
        whole,
        60 * shifted + Number(minutes ?? plainMinutes ?? 0),
        half === undefined && hour <= 12,
      );
    }),
    ...words(text, /(?<!\p{L})(noon|midday|midnight)(?!\p{L})/gu, 'noon'),
  ];
}

/** Noon and midnight. */
function words(text: string, pattern: RegExp, noon: string): TimeMention[] {
  return [...text.matchAll(pattern)].map((match) =>
    mention(match.index, match[0], match[0] === noon || match[0] === 'midday' ? 12 * 60 : 0, false),
  );
}

function mention(start: number, text: string, minutes: number, twelveHours: boolean): TimeMention {
  return { start, end: start + text.trimEnd().length, minutes, twelveHours };
}
