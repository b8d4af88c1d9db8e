import type { Failure, FailureCode, Side } from '../../contract.ts';
import { m } from '../../messages/messages.js';

/** One way out of a failure, in the order in which the buttons stand. */
export type WayOut =
  /** Keep the other file of the two and choose a new one in the place of `replaces` (0 or 1). */
  | { readonly kind: 'replace'; readonly replaces: number; readonly language: Side | null }
  | { readonly kind: 'choose' }
  /** Compare the same two files, on the reader's word about the one that is `named`. */
  | { readonly kind: 'sides'; readonly sides: readonly [Side, Side]; readonly named: 0 | 1 }
  | { readonly kind: 'again' }
  | { readonly kind: 'library' };

export interface Advice {
  readonly title: string;
  readonly text: string;
  /** The system's own words, for a report. */
  readonly detail: string | null;
  readonly ways: readonly WayOut[];
}

/**
 * What to tell the reader of a failure, and the ways out that fit.
 *
 * @param tried names of the files that were being compared, in their order; empty where none could be read
 */
export function adviceOn(failure: Failure, tried: readonly string[], locale: string): Advice {
  return {
    ...inWords(failure, locale),
    detail: detailOf(failure),
    ways: [...waysOut(failure, tried), { kind: 'library' }],
  };
}

function inWords(failure: Failure, locale: string): Pick<Advice, 'title' | 'text'> {
  const files = quoted(failure.files, locale) || m.failure_that_file();
  switch (failure.code) {
    case 'empty':
      return { title: m.failure_empty_title(), text: m.failure_empty_text({ files }) };
    case 'binary':
      return { title: m.failure_binary_title(), text: m.failure_binary_text({ files }) };
    case 'too-large':
      return {
        title: m.failure_too_large_title(),
        text: m.failure_too_large_text({ files, limit: failure.detail ?? '' }),
      };
    case 'folder':
      return { title: m.failure_folder_title(), text: m.failure_folder_text({ files }) };
    case 'not-found':
      return { title: m.failure_not_found_title(), text: m.failure_not_found_text({ files }) };
    case 'unreadable':
      return { title: m.failure_unreadable_title(), text: m.failure_unreadable_text({ files }) };
    case 'unknown-format':
      return { title: m.failure_unknown_format_title(), text: m.failure_unknown_format_text({ files }) };
    case 'broken':
      return { title: m.failure_broken_title(), text: m.failure_broken_text({ files }) };
    case 'locked':
      return { title: m.failure_locked_title(), text: m.failure_locked_text({ files }) };
    case 'same-language':
      return {
        title:
          failure.detail === 'fr'
            ? m.failure_same_french_title()
            : failure.detail === 'en'
              ? m.failure_same_english_title()
              : m.failure_same_title(),
        text: m.failure_same_text({ files: failure.files.length > 0 ? files : m.failure_those_files() }),
      };
    case 'other-language': {
      const language = languageName(failure.detail, locale);
      return {
        title: m.failure_other_title(),
        text: language ? m.failure_other_text({ files, language }) : m.failure_other_text_unknown({ files }),
      };
    }
    case 'needs-two':
      return {
        title: m.failure_needs_two_title(),
        text: failure.files.length > 0 ? m.failure_needs_two_text({ files }) : m.failure_needs_two_text_none(),
      };
    case 'too-many':
      return { title: m.failure_too_many_title(), text: m.failure_too_many_text() };
    case 'damaged':
      return { title: m.failure_damaged_title(), text: m.failure_damaged_text({ files }) };
    case 'newer-version':
      return { title: m.failure_newer_title(), text: m.failure_newer_text({ files }) };
    case 'not-saved':
      return { title: m.failure_not_saved_title(), text: m.failure_not_saved_text({ files }) };
    case 'no-encoder':
      return { title: m.failure_no_encoder_title(), text: m.failure_no_encoder_text() };
    case 'cancelled':
      return { title: m.failure_cancelled_title(), text: m.failure_cancelled_text() };
    case 'internal':
      return { title: m.failure_internal_title(), text: m.failure_internal_text() };
  }
}

function waysOut(failure: Failure, tried: readonly string[]): WayOut[] {
  const two = tried.length === 2;
  switch (failure.code) {
    case 'same-language': {
      if (!two) return [{ kind: 'choose' }];
      const wanted: Side = failure.detail === 'en' ? 'fr' : 'en';
      const replace: WayOut = { kind: 'replace', replaces: 1, language: failure.detail === undefined ? null : wanted };
      return [replace, ...bothSides(wanted)];
    }
    case 'other-language':
      return two ? [...replacing(failure, tried), ...bothSides('fr')] : [{ kind: 'choose' }];
    case 'needs-two':
      return tried.length === 1 ? [{ kind: 'replace', replaces: 1, language: null }] : [{ kind: 'choose' }];
    case 'empty':
    case 'binary':
    case 'too-large':
    case 'unknown-format':
    case 'broken':
    case 'locked':
    case 'not-found':
    case 'unreadable':
      return replacing(failure, tried);
    case 'folder':
    case 'too-many':
    case 'damaged':
      return [{ kind: 'choose' }];
    case 'internal':
    case 'not-saved':
      return tried.length > 0 ? [{ kind: 'again' }] : [];
    case 'cancelled':
      return tried.length > 0 ? [{ kind: 'again' }, { kind: 'choose' }] : [{ kind: 'choose' }];
    case 'newer-version':
    case 'no-encoder':
      return [];
  }
}

/** Another file for the one that failed, where just one of two failed; else two new ones. */
function replacing(failure: Failure, tried: readonly string[]): WayOut[] {
  const [name] = failure.files;
  const at = name === undefined ? -1 : tried.indexOf(name);
  return tried.length === 2 && failure.files.length === 1 && at >= 0 && !tried.includes(name ?? '', at + 1)
    ? [{ kind: 'replace', replaces: at, language: null }]
    : [{ kind: 'choose' }];
}

/** Either file may be the one in the language that was not found. */
function bothSides(wanted: Side): WayOut[] {
  const other: Side = wanted === 'fr' ? 'en' : 'fr';
  return [
    { kind: 'sides', sides: [wanted, other], named: 0 },
    { kind: 'sides', sides: [other, wanted], named: 1 },
  ];
}

const LIMIT_OR_LANGUAGE: ReadonlySet<FailureCode> = new Set(['too-large', 'same-language', 'other-language']);

function detailOf(failure: Failure): string | null {
  return LIMIT_OR_LANGUAGE.has(failure.code) ? null : (failure.detail ?? null);
}

function quoted(files: readonly string[], locale: string): string {
  const names = files.map((file) => m.failure_quoted({ name: file }));
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(names);
}

/** The language's name in the interface's language, from its ISO 639 code. */
function languageName(code: string | undefined, locale: string): string | null {
  if (code === undefined || code === 'und' || !/^[a-z]{2,3}$/.test(code)) return null;
  const name = new Intl.DisplayNames(locale, { type: 'language', fallback: 'none' }).of(code);
  return name ?? null;
}
