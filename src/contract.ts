/**
 * The types that cross a process boundary, each declared once: the worker, the window, the main process and the
 * command line all import them from here and from nowhere else.
 *
 * All positions in text are half-open ranges of UTF-16 code units into the article's own text, which is never rewritten.
 */

// ---------------------------------------------------------------------------------------------------------------- text

export type Side = 'fr' | 'en';

export const SIDES: readonly Side[] = ['fr', 'en'];

/** Half-open range `[start, end)` of UTF-16 code units. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** `line`: a list entry, a line of verse, or a short line of its own that is neither a heading nor a caption. */
export type BlockKind = 'heading' | 'paragraph' | 'caption' | 'line';

export interface Block extends Range {
  readonly kind: BlockKind;
  /** Page furniture ("Publié le", "S'ABONNER", a photo credit): shown greyed, never deleted, never paired. */
  readonly furniture: boolean;
}

export interface Sentence extends Range {
  /** Index into `Article.blocks`. */
  readonly block: number;
}

export interface Article {
  /** The file's own name, without its folder. */
  readonly name: string;
  /** First heading, else the first words. */
  readonly title: string;
  /** The decoded text. Sentences and the gaps between them give it back exactly. */
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly sentences: readonly Sentence[];
}

// ----------------------------------------------------------------------------------------------------------- alignment

/**
 * A group of French sentences paired with a group of English ones; one empty side makes it a null bead.
 * In `Comparison.beads` every sentence stands in exactly one bead.
 */
export interface Bead {
  /** Ascending sentence indexes; not always adjacent. */
  readonly fr: readonly number[];
  readonly en: readonly number[];
  /** Probability that the bead is right, 0 to 1. */
  readonly confidence: number;
  /** Out of the order that the other beads have: its counterpart was moved. */
  readonly moved: boolean;
  /** The part of each side that corresponds, where that is not the whole of it (two articles on one event). */
  readonly parts?: Readonly<Record<Side, Range>>;
}

/** A clause of one sentence that says what a clause of another says, beside the beads. Ranges are into the article's text. */
export interface PartialLink {
  readonly fr: number;
  readonly en: number;
  readonly parts: Readonly<Record<Side, Range>>;
  /** Probability that the two clauses correspond, 0 to 1. */
  readonly confidence: number;
}

/** `translation`: one text and its translation. `comparable`: two articles on the same event. */
export type PairKind = 'translation' | 'comparable';

// ---------------------------------------------------------------------------------------------------------------- marks

export type Fact = 'number' | 'date' | 'name' | 'negation' | 'quotation';

/** What stands on one side only, inside a pair. Whole sentences that stand alone are null beads, not marks. */
export interface OnlyMark {
  readonly kind: 'only';
  readonly side: Side;
  readonly range: Range;
  readonly unit: 'phrase' | 'number' | 'name';
  readonly certainty: number;
}

/** A fact that both sides state differently. */
export interface ChangedMark {
  readonly kind: 'changed';
  readonly fact: Fact;
  readonly fr: Range;
  readonly en: Range;
  readonly certainty: number;
}

export type Mark = OnlyMark | ChangedMark;

/** From this certainty on a mark is shown and counted unless the reader asks for more: 2 % of the pairs that differ in nothing have one. */
export const SHOWN_CERTAINTY = 0.5;

// ----------------------------------------------------------------------------------------------------------- comparison

/** Everything that is known of two articles: what is saved, shown and exported. */
export interface Comparison {
  readonly articles: Readonly<Record<Side, Article>>;
  /** Which side was written first; the other one "added" and "dropped". */
  readonly original: Side;
  readonly pairKind: PairKind;
  readonly beads: readonly Bead[];
  readonly links: readonly PartialLink[];
  readonly marks: readonly Mark[];
  /** The pairs that are still to be compared inside, as indexes into `correspondences()`; absent when that is done. */
  readonly unmarked?: readonly number[];
}

/** A French word and the English one that says the same, as indexes of the words that `tokenize()` cuts. */
export interface WordLink {
  readonly fr: number;
  readonly en: number;
  /** Probability that the link is right, 0 to 1. */
  readonly confidence: number;
}

export type RowStatus = 'match' | 'partial' | 'moved' | 'only-fr' | 'only-en';

/** One line of the Pairs view and of the CSV: a bead, a partial link or a sentence that stands alone. Derived, never saved. */
export interface Row {
  readonly status: RowStatus;
  readonly fr: readonly number[];
  readonly en: readonly number[];
  readonly confidence: number;
  readonly parts?: Readonly<Record<Side, Range>>;
  /** The marks inside this row's sentences. */
  readonly marks: readonly Mark[];
  /** Page furniture: listed in its place, counted nowhere. */
  readonly furniture: boolean;
}

// ------------------------------------------------------------------------------------------------------------- failures

export type FailureCode =
  | 'empty'
  | 'binary'
  | 'too-large'
  | 'folder'
  | 'not-found'
  | 'unreadable'
  | 'unknown-format'
  /** A document that is cut off, or not made by its format's rules. */
  | 'broken'
  /** A document that needs a password, or that rights management closes. */
  | 'locked'
  | 'same-language'
  | 'other-language'
  | 'needs-two'
  | 'too-many'
  | 'damaged'
  | 'newer-version'
  | 'not-saved'
  | 'no-encoder'
  | 'cancelled'
  | 'internal';

/** What went wrong, as a value: it is put into words where the reader is looking (window or terminal). */
export interface Failure {
  readonly code: FailureCode;
  /** The names of the files concerned, without folders. */
  readonly files: readonly string[];
  /** A fact for the message: a limit ("50 MB"), a language ("de"), or the system's own words. */
  readonly detail?: string;
}

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };

// --------------------------------------------------------------------------------------------------- window and worker

/** The largest file that is opened, in bytes (50 MB): some forty books of text. */
export const MAX_FILE_BYTES = 50_000_000;

/** A file's bytes and name, as main hands them to the page. */
export interface SourceFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface CompareOptions {
  /** The reader's own word on which file is which; without it the languages are detected. */
  readonly sides?: readonly [Side, Side];
  /** The reader's own word on the kind of pair; without it the engine decides. */
  readonly pairKind?: PairKind;
  /** One sentence per input line, kept as it is. */
  readonly presegmented?: boolean;
  /**
   * `false` leaves out the comparison inside pairs, which takes as long as all the rest. `'if-few'` leaves that of a long
   * text for later: its pairs are then listed in `Comparison.unmarked`.
   */
  readonly marks?: boolean | 'if-few';
}

export type Stage = 'read' | 'encode' | 'align' | 'compare';

/** Progress of the whole way; `done` and `total` count sentences of the stage. Stages come in the order of `Stage`. */
export interface Progress {
  readonly stage: Stage;
  readonly done: number;
  readonly total: number;
}

/** Pairs that were compared inside, as indexes into `correspondences()`, and all their marks. */
export interface MarkedPairs {
  readonly pairs: readonly number[];
  readonly marks: readonly Mark[];
}

export type CsvSeparator = ',' | ';' | '\t';

export const CSV_COLUMNS = [
  'fr',
  'en',
  'status',
  'fr_sentences',
  'en_sentences',
  'confidence',
  'added',
  'dropped',
  'changed',
  // The clauses that correspond, in a pair whose sentences correspond in part.
  'fr_part',
  'en_part',
] as const;

export type CsvColumn = (typeof CSV_COLUMNS)[number];

export interface CsvOptions {
  readonly separator: CsvSeparator;
  readonly byteOrderMark: boolean;
  /** Numbers with a comma, as spreadsheets with French settings read them. */
  readonly decimalComma: boolean;
  readonly columns: readonly CsvColumn[];
  readonly header: boolean;
  readonly furniture: boolean;
}

export type WorkerRequest =
  | {
      readonly id: number;
      readonly kind: 'compare';
      readonly files: readonly SourceFile[];
      readonly options: CompareOptions;
    }
  | { readonly id: number; readonly kind: 'open'; readonly document: string; readonly name: string }
  /** Compares inside the pairs that are `unmarked`. */
  | { readonly id: number; readonly kind: 'mark'; readonly comparison: Comparison }
  /** To a `mark` request: these pairs are in sight now, and go first. */
  | { readonly id: number; readonly kind: 'prefer'; readonly pairs: readonly number[] }
  /** Links the words of two texts that correspond. */
  | { readonly id: number; readonly kind: 'words'; readonly texts: Readonly<Record<Side, string>> }
  | { readonly id: number; readonly kind: 'cancel' };

export type WorkerReply =
  | { readonly id: number; readonly kind: 'progress'; readonly progress: Progress }
  /** The names are known and the languages told apart: what the progress page shows. */
  | { readonly id: number; readonly kind: 'read'; readonly names: Readonly<Record<Side, string>> }
  | { readonly id: number; readonly kind: 'done'; readonly result: Result<Comparison> }
  /** What differs inside some of the unmarked pairs. */
  | { readonly id: number; readonly kind: 'marks'; readonly found: MarkedPairs }
  | { readonly id: number; readonly kind: 'marked'; readonly result: Result<null> }
  | { readonly id: number; readonly kind: 'linked'; readonly result: Result<readonly WordLink[]> };

// ------------------------------------------------------------------------------------------------------ window and main

export type Theme = 'system' | 'light' | 'dark';
export type View = 'reading' | 'pairs' | 'differences';
export type Locale = 'fr' | 'en';

export interface Settings {
  readonly theme: Theme;
  readonly locale: Locale | 'system';
  /** CSS pixels. */
  readonly textSize: number;
  readonly csv: CsvOptions;
}

/** A comparison that is ready to be opened from the library. */
export interface Sample {
  readonly id: string;
  readonly titles: Readonly<Record<Side, string>>;
  readonly about: 'same-day' | 'days-apart' | 'translation';
  /** The first lines of both texts, for the picture on the card. */
  readonly openings: Readonly<Record<Side, string>>;
}

export interface RecentComparison {
  readonly id: string;
  readonly titles: Readonly<Record<Side, string>>;
  readonly pairKind: PairKind;
  /** Sentences with a counterpart, of all that are not furniture, on the shorter side. */
  readonly matched: number;
  readonly sentences: number;
  /** Milliseconds since 1970. */
  readonly openedAt: number;
}

/** What the window is asked to show: at the start, from the menu, from a second start, from "open with". */
export type OpenRequest =
  | { readonly kind: 'library' }
  | { readonly kind: 'files'; readonly files: readonly SourceFile[] }
  | { readonly kind: 'comparison'; readonly id: string; readonly document: string }
  | { readonly kind: 'failure'; readonly failure: Failure };

/** What the native menu asks of the page. */
export const MENU_COMMANDS = [
  'open',
  'library',
  'export',
  'view-reading',
  'view-pairs',
  'view-differences',
  'next-difference',
  'previous-difference',
  'larger-text',
  'smaller-text',
] as const;

export type MenuCommand = (typeof MENU_COMMANDS)[number];

/**
 * The whole surface between the page and the main process, as `window.bridge`. Paths never cross it: main hands out
 * bytes and opaque ids, and takes back only ids that it gave out.
 */
export interface Bridge {
  /** What to show first. */
  start(): Promise<OpenRequest>;
  /** Files from the command line of a second start, "open with", or the menu. Returns the unsubscriber. */
  onOpen(listener: (request: OpenRequest) => void): () => void;
  onCommand(listener: (command: MenuCommand) => void): () => void;
  /** Asks with the system's dialog. `null`: the reader changed their mind. */
  chooseArticles(): Promise<Result<readonly SourceFile[]> | null>;
  /** The same for one file, in the place of one that can't be used. */
  chooseArticle(): Promise<Result<SourceFile> | null>;
  openDropped(files: readonly File[]): Promise<Result<readonly SourceFile[]>>;
  library(): Promise<{ readonly samples: readonly Sample[]; readonly recent: readonly RecentComparison[] }>;
  openSample(id: string): Promise<Result<readonly SourceFile[]>>;
  /** The saved document's text; the worker reads it. */
  openRecent(id: string): Promise<Result<string>>;
  forgetRecent(id: string): Promise<Result<null>>;
  /** The reader went back to the library: the next start shows it, too, instead of the last comparison. */
  leave(): Promise<void>;
  /** Saves a comparison in the library, under a new id where none is given; gives the id. */
  keep(entry: {
    readonly id: string | null;
    readonly about: Omit<RecentComparison, 'id' | 'openedAt'>;
    readonly document: string;
  }): Promise<Result<string>>;
  /** Asks where to, then writes. Gives the file's name, `null` where the reader changed their mind. */
  saveExport(file: { readonly suggestedName: string; readonly bytes: Uint8Array }): Promise<Result<string | null>>;
  settings(): Promise<Settings>;
  changeSettings(change: Partial<Settings>): Promise<Settings>;
  /** http and https only, after a question. */
  openLink(url: string): Promise<void>;
}
