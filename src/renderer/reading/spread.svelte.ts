import type { Side } from '../../contract.ts';
import { SIDES } from '../../contract.ts';
import { prefersReducedMotion } from 'svelte/motion';
import type { Caret, OpenComparison } from '../state/comparison.svelte.ts';
import { otherSide, type Place } from '../state/places.ts';
import { Sheet } from './sheet.svelte.ts';
import { across, eyeLine, crossingRows, slipAfter, tieChain, type Knot, type Rail } from './tie.ts';
import { Glide } from './glide.ts';

/** Where a sentence that is gone to comes to stand, of the window's height; what is between these lines stays put. */
const ARRIVAL = 0.3;
const CALM = { top: 0.08, bottom: 0.72 } as const;

/** A jump further than this many windows is made at once. */
const FAR = 2.5;

/**
 * The two columns and their tie. Whichever column the reader moves, the other one follows at the sentence under the
 * eye; a jump to a sentence brings its counterpart onto the same line, however far from its place it is, and the gap
 * closes again as the reader scrolls on.
 */
export class Spread {
  readonly open: OpenComparison;
  readonly sheets: Readonly<Record<Side, Sheet>>;
  readonly #chain: readonly Knot[] = $derived.by(() => tieChain(this.open.rows));
  readonly #crossing: ReadonlySet<number> = $derived.by(() => crossingRows(this.open.rows, this.#chain));
  /** How far each column is from where the tie would have it, pixels. */
  readonly #slip: Record<Side, number> = { fr: 0, en: 0 };
  readonly #glide = new Glide();
  /** The column that was moved last: a measurement that moves it must move the other one with it. */
  #leader: Side = 'fr';

  /** Where each column was when it was last looked at: a scroll bar or a screen reader tells only where it is now. */
  readonly #before: Record<Side, number> = { fr: 0, en: 0 };
  /** The sentence that is being gone to: while the text around it is still being measured, the aim is taken again. */
  #arriving: Caret | null = null;

  constructor(open: OpenComparison) {
    this.open = open;
    this.sheets = { fr: new Sheet('fr', open.articles.fr), en: new Sheet('en', open.articles.en) };
    for (const side of SIDES) {
      this.sheets[side].onscrolled = () => {
        this.#halt();
        this.#follow(side, this.#before[side]);
      };
      this.sheets[side].onmeasured = () => {
        if (this.#arriving) this.#aim(this.#arriving)(1);
        else this.#follow(this.#leader, this.sheets[this.#leader].scroll);
      };
    }
  }

  forgetLines(): void {
    for (const side of SIDES) this.sheets[side].forgetLines();
  }

  /** The letter of a sentence at a point of the page, as an index into the article's text; null where there is none. */
  letterAt({ side, sentence }: Place, x: number, y: number): number | null {
    return this.sheets[side].layout.letterAt(sentence, x, y);
  }

  isCrossing(row: number): boolean {
    return this.#crossing.has(row);
  }

  /** By wheel: softly where the wheel has notches, at once under a touchpad. */
  scrollBy(side: Side, distance: number, soft: boolean): void {
    const sheet = this.sheets[side];
    this.#leader = side;
    this.#arriving = null;
    if (soft && !prefersReducedMotion.current) {
      this.#glide.push(sheet.scroll, distance, sheet.furthest, (y) => {
        this.#move(side, y);
      });
    } else {
      this.#halt();
      this.#move(side, sheet.scroll + distance);
    }
  }

  /** Scrolls a column there, the other one with it. */
  scrollTo(side: Side, y: number): void {
    this.#halt();
    this.#slip[otherSide(side)] = 0;
    this.#move(side, y);
  }

  tie(tied: boolean): void {
    this.open.tied = tied;
    this.#follow(this.#leader, this.sheets[this.#leader].scroll);
  }

  /** Brings a sentence into sight and its counterpart onto the same line. */
  show(caret: Caret): void {
    this.#halt();
    this.#leader = caret.side;
    this.#arriving = caret;
    const settle = this.#aim(caret);
    if (settle.distance > FAR * this.sheets[caret.side].height || prefersReducedMotion.current) settle(1);
    else this.#glide.ease(settle);
  }

  /** Opens at a sentence, without a movement. */
  arrive(caret: Caret): void {
    this.#halt();
    this.#leader = caret.side;
    this.#arriving = caret;
    this.#aim(caret)(1);
  }

  /** The way to a sentence, as a function of the share of it that is done. */
  #aim(caret: Caret): { (share: number): void; readonly distance: number } {
    const own = this.sheets[caret.side];
    const other = this.sheets[otherSide(caret.side)];
    const from = { own: own.scroll, other: other.scroll };
    const to = { own: caret.by === 'pointer' ? own.scroll : this.#arrival(own, caret.sentence), other: other.scroll };
    const row = this.open.rows[this.open.rowsAt(caret)[0] ?? -1];
    const [here, there] = [row?.[own.side][0], row?.[other.side][0]];
    if (this.open.tied && here !== undefined && there !== undefined) {
      to.other = firstLine(other, there) - (firstLine(own, here) - to.own);
      if (to.other < 0 && caret.by !== 'pointer') to.own -= to.other;
    } else if (this.open.tied) to.other = this.#tiedTo(caret.side, to.own);
    to.own = clamp(to.own, own.furthest);
    to.other = clamp(to.other, other.furthest);
    const settle = (share: number): void => {
      this.#set(own, from.own + (to.own - from.own) * share);
      this.#set(other, from.other + (to.other - from.other) * share);
      this.#slip[other.side] = other.scroll - this.#tiedTo(own.side, own.scroll);
      this.#slip[own.side] = own.scroll - this.#tiedTo(other.side, other.scroll);
    };
    const distance = Math.max(Math.abs(to.own - from.own), Math.abs(to.other - from.other));
    return Object.assign(settle, { distance });
  }

  #halt(): void {
    this.#glide.stop();
    this.#arriving = null;
  }

  /** The sentence that stands at the eye in the leading column. */
  placeAtEye(): Place | null {
    const sheet = this.sheets[this.#leader];
    const eye = sheet.scroll + eyeLine(sheet.scroll, sheet.furthest, sheet.height);
    const visible = sheet.visible();
    const sentence = visible.find((at) => sheet.layout.extent(at).bottom > eye) ?? visible.at(-1);
    return sentence === undefined ? null : { side: sheet.side, sentence };
  }

  #arrival(sheet: Sheet, sentence: number): number {
    const { top, bottom } = sheet.layout.extent(sentence);
    const inSight =
      top >= sheet.scroll + sheet.height * CALM.top && bottom <= sheet.scroll + sheet.height * CALM.bottom;
    return inSight ? sheet.scroll : top - sheet.height * ARRIVAL;
  }

  #move(side: Side, y: number): void {
    const sheet = this.sheets[side];
    const before = sheet.scroll;
    sheet.scrollTo(y);
    this.#follow(side, before);
  }

  #follow(side: Side, before: number): void {
    const sheet = this.sheets[side];
    const other = this.sheets[otherSide(side)];
    this.#leader = side;
    this.#before[side] = sheet.scroll;
    if (!this.open.tied) return;
    const distance = sheet.scroll - before;
    this.#slip[other.side] = slipAfter(this.#slip[other.side], distance);
    this.#set(other, this.#tiedTo(side, sheet.scroll) + this.#slip[other.side]);
    this.#slip[side] = 0;
  }

  #set(sheet: Sheet, y: number): void {
    this.#before[sheet.side] = sheet.scrollTo(y);
  }

  /** The scroll position of the other column that goes with one of this column. */
  #tiedTo(side: Side, scroll: number): number {
    const here = this.sheets[side];
    const there = this.sheets[otherSide(side)];
    const eye = eyeLine(scroll, here.furthest, here.height);
    return clamp(across(this.#rail(), side, there.side, scroll + eye) - eye, there.furthest);
  }

  /** Top and bottom of every knot, in turn. */
  #rail(): Rail {
    const chain = this.#chain;
    return {
      count: chain.length * 2,
      y: (side, point) => {
        const knot = chain[point >> 1];
        const sheet = this.sheets[side];
        if (!knot) return sheet.total;
        return point % 2 === 0
          ? sheet.layout.extent(knot[side].first).top
          : sheet.layout.extent(knot[side].last).bottom;
      },
    };
  }
}

function firstLine(sheet: Sheet, sentence: number): number {
  return sheet.layout.box(sentence)?.lines[0]?.mid ?? sheet.layout.extent(sentence).top + sheet.layout.type.lead / 2;
}

function clamp(y: number, furthest: number): number {
  return Math.max(0, Math.min(furthest, y));
}
