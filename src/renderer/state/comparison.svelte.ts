import type { Article, Comparison, Mark, MarkedPairs, Row, Side, View } from '../../contract.ts';
import { SHOWN_CERTAINTY } from '../../contract.ts';
import { correspondences } from '../../core/compare/correspondences.ts';
import { withMarks } from '../../core/compare/withMarks.ts';
import { differencesOf, type Difference } from '../../core/differences.ts';
import { rangeCovers } from '../../core/ranges.ts';
import { rowsOf } from '../../core/rows.ts';
import { summaryOf, type Summary } from '../../core/summary.ts';
import { SvelteSet } from 'svelte/reactivity';
import { markFits, rowFits, type Figure } from './figures.ts';
import { light, opposite, type Lit } from './lit.ts';
import { indexRows, isAlone, otherSide, samePlace, type Place, type RowIndex } from './places.ts';
import type { WordLinks } from './wordLinks.svelte.ts';

/** The sentence where the reader is, and how they came there: a jump scrolls, a pointer does not. */
export interface Caret extends Place {
  readonly by: 'pointer' | 'keyboard' | 'jump';
  /** Of several rows of the sentence the one that is meant; without it the surest. */
  readonly row?: number;
}

/**
 * A comparison that is being read: what it contains, where the reader is in it, and what they chose to see.
 * The three views share one of these, so that switching keeps the place.
 *
 *   comparison, articles, original           as the engine gave it
 *   rows, summary, differences               derived; a row is named by its index into `rows` everywhere
 *   add(found)                               what was found inside pairs that were not compared yet
 *   markedShare                              how many of the pairs are compared inside, 0 to 1; null when all are
 *   see(sentences)                           a view says what is in sight; onsight is told
 *   id                                       in the library, null until kept there
 *   view                                     'reading' | 'pairs' | 'differences'
 *   caret, hovered, lit                      sentence under the caret, under the pointer, the pair under the eye (pointer first)
 *   eye                                      the reading view says which sentence is under the reader's eye, if any
 *   place(place, by, row?)                   moves the caret, to one of the sentence's rows if need be; step(±1) to the neighbouring sentence; toCounterpart()
 *   rowsAt(place), counterparts(place)       rows of a sentence, surest first; sentences opposite
 *   caretRow                                 the caret's row, the first one where there are several
 *   filters, toggle(figure), clearFilters()  figures pressed; none pressed shows all
 *   leastCertainty                           0 to 1: marks below are not shown
 *   leastConfidence                          the same for rows, from where the reader asks for surer marks than usual
 *   rowShown(row), markShown(mark)           both filters together
 *   shownRows, shownDifferences              indexes of the rows to show; differences to show
 *   difference                               where among shownDifferences the reader is, null before the first F7
 *   goToDifference(±1), showDifference(n)    moves there, caret and all; placeOf(difference) is the sentence
 *   pointed                                  the letter under the pointer, in the hovered sentence
 *   words                                    which word goes with which, pair by pair; wantWords(row) has them looked for
 *   tied                                     the two columns scroll together
 */
export class OpenComparison {
  comparison: Comparison;
  id: string | null;
  readonly words: WordLinks;

  readonly articles: Readonly<Record<Side, Article>> = $derived.by(() => this.comparison.articles);
  readonly original: Side = $derived.by(() => this.comparison.original);
  readonly rows: readonly Row[] = $derived.by(() => rowsOf(this.comparison));
  readonly summary: Summary = $derived.by(() => summaryOf(this.comparison, this.rows));
  readonly differences: readonly Difference[] = $derived.by(() => differencesOf(this.comparison, this.rows));
  readonly #index: RowIndex = $derived(indexRows(this.rows, this.articles));

  #view: View = $state('reading');
  caret: Caret | null = $state.raw(null);
  hovered: Place | null = $state.raw(null);
  pointed: { readonly side: Side; readonly at: number } | null = $state.raw(null);
  eye: () => Place | null = () => null;
  onsight: (sentences: Readonly<Record<Side, readonly number[]>>) => void = () => undefined;
  tied = $state(true);
  leastCertainty = $state(SHOWN_CERTAINTY);
  readonly filters = new SvelteSet<Figure>();
  #difference: Difference | null = $state.raw(null);

  readonly lit: Lit | null = $derived(this.#light(this.hovered ?? this.caret));
  readonly caretRow: number | null = $derived(this.caret ? (this.rowsAt(this.caret)[0] ?? null) : null);
  readonly shownRows: readonly number[] = $derived(
    [...this.rows.keys()].filter((at) => {
      const row = this.rows[at];
      return row !== undefined && this.rowShown(row);
    }),
  );
  readonly shownDifferences: readonly Difference[] = $derived(
    this.differences.filter((difference) => {
      const row = this.rows[difference.row];
      if (!row) return false;
      return difference.mark ? this.markShown(difference.mark) : this.rowShown(row);
    }),
  );
  readonly difference: number | null = $derived(this.#whichDifference());
  readonly markedShare: number | null = $derived.by(() => {
    const { unmarked } = this.comparison;
    return unmarked ? 1 - unmarked.length / Math.max(1, correspondences(this.comparison).length) : null;
  });

  constructor(comparison: Comparison, id: string | null, words: WordLinks) {
    this.words = words;
    this.comparison = $state.raw(comparison);
    this.id = $state(id);
  }

  add(found: readonly MarkedPairs[]): void {
    this.comparison = withMarks(this.comparison, found);
  }

  wantWords(row: number): void {
    const wanted = this.rows[row];
    if (wanted) this.words.want(this.comparison, wanted, row);
  }

  see(sentences: Readonly<Record<Side, readonly number[]>>): void {
    this.onsight(sentences);
  }

  get view(): View {
    return this.#view;
  }

  /** The other view opens at the caret; without one, at the sentence that was under the eye. */
  set view(view: View) {
    if (view === this.#view) return;
    const place = this.caret ?? this.eye();
    if (place) this.caret = { ...place, by: 'jump' };
    this.#view = view;
  }

  rowsAt(place: Place & { readonly row?: number }): readonly number[] {
    const rows = this.#index[place.side][place.sentence] ?? [];
    const { row } = place;
    return row === undefined || !rows.includes(row) ? rows : [row, ...rows.filter((at) => at !== row)];
  }

  counterparts(place: Place): readonly Place[] {
    return opposite(place, this.rowsAt(place), this.rows);
  }

  place(place: Place, by: Caret['by'], row?: number): void {
    this.hovered = null;
    this.caret = { side: place.side, sentence: place.sentence, by, ...(row !== undefined && { row }) };
  }

  /** To the sentence before or after; at the ends the caret stays. */
  step(by: 1 | -1): void {
    const caret = this.caret ?? { side: 'fr' as const, sentence: -by };
    const sentence = caret.sentence + by;
    if (sentence < 0 || sentence >= this.articles[caret.side].sentences.length) return;
    this.place({ side: caret.side, sentence }, 'keyboard');
  }

  /** Across the gutter, to the surest counterpart; false where there is none. */
  toCounterpart(): boolean {
    const there = this.caret && this.counterparts(this.caret)[0];
    if (!there) return false;
    this.place(there, 'keyboard');
    return true;
  }

  get leastConfidence(): number {
    return this.leastCertainty > SHOWN_CERTAINTY ? this.leastCertainty : 0;
  }

  toggle(figure: Figure): void {
    if (!this.filters.delete(figure)) this.filters.add(figure);
  }

  clearFilters(): void {
    this.filters.clear();
    this.leastCertainty = SHOWN_CERTAINTY;
  }

  rowShown(row: Row): boolean {
    if (!isAlone(row) && row.confidence < this.leastConfidence) return false;
    if (this.filters.size === 0) return true;
    for (const figure of this.filters) if (rowFits(row, figure)) return true;
    return false;
  }

  /** A mark shows when it is counted by a pressed figure, or when its row is. */
  markShown(mark: Mark): boolean {
    if (mark.certainty < this.leastCertainty) return false;
    if (this.filters.size === 0) return true;
    for (const figure of this.filters) if (markFits(mark, figure)) return true;
    return false;
  }

  /** Moves on from where the reader is: from the last difference visited while the caret is still there, else from the caret. */
  goToDifference(by: 1 | -1): Difference | null {
    const shown = this.shownDifferences;
    if (shown.length === 0) return null;
    const at = this.difference ?? this.#differenceBefore(by);
    return this.showDifference((at + by + shown.length) % shown.length);
  }

  showDifference(at: number): Difference | null {
    const difference = this.shownDifferences[at];
    if (!difference) return null;
    this.place(this.placeOf(difference), 'jump', difference.row);
    this.#difference = difference;
    return difference;
  }

  /** The sentence to go to for a difference: where it stands, in the original when both sides state it. */
  placeOf(difference: Difference): Place {
    const { original, articles } = this;
    const side = difference.ranges[original] ? original : otherSide(original);
    const range = difference.ranges[side];
    const indexes = difference.sentences[side];
    const sentence = indexes.find((at) => {
      const candidate = articles[side].sentences[at];
      return range && candidate && rangeCovers(candidate, range);
    });
    return { side, sentence: sentence ?? indexes[0] ?? 0 };
  }

  #whichDifference(): number | null {
    const last = this.#difference;
    if (!last || !samePlace(this.caret, this.placeOf(last))) return null;
    // Differences are listed anew when marks come in; rows and marks stay what they were.
    const at = this.shownDifferences.findIndex(({ row, mark }) => row === last.row && mark === last.mark);
    return at < 0 ? null : at;
  }

  /** The difference from which a step leads to the caret's neighbour, by the order of the rows. */
  #differenceBefore(by: 1 | -1): number {
    const shown = this.shownDifferences;
    const row = this.caretRow;
    if (row === null) return by > 0 ? -1 : shown.length;
    const next = shown.findIndex((difference) => difference.row >= row);
    const after = next < 0 ? shown.length : next;
    return by > 0 ? after - 1 : after;
  }

  #light(place: Place | null): Lit | null {
    if (!place) return null;
    const shown = this.rowsAt(place).filter((at) => (this.rows[at]?.confidence ?? 0) >= this.leastCertainty);
    return light(place, shown, this.rows);
  }
}
