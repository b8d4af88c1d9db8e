import type { Range, Side } from '../../contract.ts';

/** Parts of a date that are stated; weekdays from Monday = 1. */
export interface DateParts {
  readonly weekday?: number;
  readonly day?: number;
  readonly month?: number;
  readonly year?: number;
}

/** A date in a text. Figures that can be read in two ways (3/1/2020) have both readings. */
export interface DateMention extends Range {
  readonly readings: readonly DateParts[];
}

/** Finds dates that name a month or a weekday, and dates in figures. */
export function dateMentions(text: string, side: Side): DateMention[] {
  const mentions = [...namedDates(text, side), ...figureDates(text, side)];
  return mentions.sort((a, b) => a.start - b.start);
}

/** Whether two mentions may state the same date: no part of it that both state differs. */
export function sameDate(a: DateMention, b: DateMention): boolean {
  return a.readings.some((x) => b.readings.some((y) => PARTS.every((part) => agree(x[part], y[part]))));
}

const PARTS = ['weekday', 'day', 'month', 'year'] as const;

function agree(a: number | undefined, b: number | undefined): boolean {
  return a === undefined || b === undefined || a === b;
}

const WEEKDAYS: Readonly<Record<Side, readonly string[]>> = {
  fr: ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
};

const MONTHS: Readonly<Record<Side, readonly string[]>> = {
  fr: [
    'janvier|janv\\.',
    'février|févr\\.',
    'mars',
    'avril|avr\\.',
    'mai',
    'juin',
    'juillet|juil\\.',
    'août',
    'septembre|sept\\.',
    'octobre|oct\\.',
    'novembre|nov\\.',
    'décembre|déc\\.',
  ],
  en: [
    'January|Jan\\.',
    'February|Feb\\.',
    'March|Mar\\.',
    'April|Apr\\.',
    'May',
    'June',
    'July',
    'August|Aug\\.',
    'September|Sept?\\.',
    'October|Oct\\.',
    'November|Nov\\.',
    'December|Dec\\.',
  ],
};

const YEAR = String.raw`(?<year>1\d{3}|20\d{2})(?!\d)`;

/** English months that are also words stand with a day, a year or a preposition. */
const MONTH_CONTEXT =
  /(?:\b(?:in|of|since|until|till|by|last|next|this|early|late|mid|from|to|and|through)[ -]|\d\s?)$/i;

const PATTERNS: Readonly<Record<Side, RegExp>> = { fr: frenchDate(), en: englishDate() };

function frenchDate(): RegExp {
  const weekday = `(?<weekday>${WEEKDAYS.fr.join('|')})`;
  const month = `(?<month>${MONTHS.fr.join('|')})`;
  const date = String.raw`(?:(?<day>[0-3]?\d)(?:er)?\s)?${month}(?:\s${YEAR})?`;
  return new RegExp(String.raw`(?<![\p{L}\d])(?:${weekday}(?:,?\s(?:le\s)?${date})?|${named(date)})(?!\p{L})`, 'giu');
}

function englishDate(): RegExp {
  const weekday = `(?<weekday>${WEEKDAYS.en.join('|')})`;
  const month = `(?<month>${MONTHS.en.join('|')})`;
  const dayFirst = String.raw`(?<day>[0-3]?\d)(?:st|nd|rd|th)?\s(?:of\s)?${month}(?:,?\s${YEAR})?`;
  const monthFirst = String.raw`${month}(?:\s(?<day>[0-3]?\d)(?:st|nd|rd|th)?(?!\d|[:.,]\d))?(?:,?\s${YEAR})?`;
  const date = `(?:${dayFirst}|${named(monthFirst)})`;
  return new RegExp(String.raw`(?<![\p{L}\d])(?:${weekday}(?:,?\s${date})?|${named(named(date))})(?!\p{L})`, 'gu');
}

/** The same pattern a second time: a group's name may stand only once in an expression. */
function named(pattern: string): string {
  return pattern.replace(/\(\?<(\w+)>/g, '(?<$1_>');
}

/** What named() makes of a group's name. */
const SUFFIXES = ['', '_', '__', '___'];

function namedDates(text: string, side: Side): DateMention[] {
  return [...text.matchAll(PATTERNS[side])].flatMap((match): DateMention[] => {
    const part = (name: string): string | undefined =>
      SUFFIXES.map((suffix) => match.groups?.[name + suffix]).find((value) => value !== undefined);
    const month = part('month');
    const isBare = part('day') === undefined && part('year') === undefined && part('weekday') === undefined;
    if (
      side === 'en' &&
      isBare &&
      /^(?:May|March)$/.test(month ?? '') &&
      !MONTH_CONTEXT.test(text.slice(0, match.index))
    )
      return [];
    const parts = {
      ...numbered('weekday', placeIn(WEEKDAYS[side], part('weekday'))),
      ...numbered('month', placeIn(MONTHS[side], month)),
      ...numbered('day', toNumber(part('day'))),
      ...numbered('year', toNumber(part('year'))),
    };
    return [{ start: match.index, end: match.index + match[0].length, readings: [parts] }];
  });
}

function numbered(part: keyof DateParts, value: number | undefined): DateParts {
  return value === undefined ? {} : { [part]: value };
}

function toNumber(digits: string | undefined): number | undefined {
  return digits === undefined ? undefined : Number(digits);
}

/** Place of a name in a list of alternatives, from 1. */
function placeIn(names: readonly string[], name: string | undefined): number | undefined {
  if (name === undefined) return undefined;
  const place = names.findIndex((pattern) => new RegExp(`^(?:${pattern})$`, 'iu').test(name));
  return place < 0 ? undefined : place + 1;
}

/** 06/01/2020, 2020-01-06. French puts the day first; English the month in America and the day in Britain. */
function figureDates(text: string, side: Side): DateMention[] {
  return [...text.matchAll(/(?<![\d/.-])(?:(\d{4})-(\d\d)-(\d\d)|(\d\d?)[/.](\d\d?)[/.](\d{4}))(?![\d/-])/g)].flatMap(
    (match) => {
      const [isoYear, isoMonth, isoDay, first, second, last] = match.slice(1).map(Number);
      const year = isoYear ?? NaN;
      const readings = Number.isNaN(year)
        ? [
            { year: last, month: second, day: first },
            ...(side === 'en' ? [{ year: last, month: first, day: second }] : []),
          ]
        : [{ year, month: isoMonth, day: isoDay }];
      const valid = readings.flatMap(({ year: y = 0, month = 0, day = 0 }) =>
        month >= 1 && month <= 12 && day >= 1 && day <= 31 ? [{ year: y, month, day }] : [],
      );
      return valid.length === 0 ? [] : [{ start: match.index, end: match.index + match[0].length, readings: valid }];
    },
  );
}
