import { flushSync } from 'svelte';
import type { Attachment } from 'svelte/attachments';
import type { Article, Side } from '../../contract.ts';
import type { Type } from './heights.ts';
import { Layout } from './layout.ts';
import type { Edges } from './shapes.ts';

/** Text kept ready above and below the window, of the window's height. */
const AHEAD = 1;

/** Up to this many blocks all are laid out: selecting and finding then work across the whole text. */
const SMALL = 250;

/** What a column is taken to be until it is on the page. */
const USUAL: Type = { width: 552, size: 17, lead: 27.5 };

/**
 * One column of text: which of its blocks are laid out, how far it is scrolled, where it stands in the reading view.
 * Heights are guessed until a block has been laid out; when a guess turns out wrong, the text at the top of the window
 * stays where it is. Positions are pixels from the top of the first block.
 *
 *   layout                       where blocks, sentences and lines stand; reading it follows every change
 *   scroll, height, furthest     scroll position, height of the window, largest scroll position
 *   total                        height of the text
 *   window, blocks               the blocks that are laid out, and where the first begins
 *   edges, top                   the column and the top of its window in the reading view
 *   visible()                    sentences on the screen, page furniture left out
 *   scrollTo(y)                  at once; gives the position reached
 *   onscrolled                   called when the reader, not the app, scrolled this column
 *   onmeasured                   called when guesses were replaced by measures
 */
export class Sheet {
  readonly side: Side;
  readonly article: Article;

  scroll = $state(0);
  height = $state(0);
  edges: Edges = $state.raw({ left: 0, right: 0 });
  top = $state(0);
  /** The scroller's padding above and below the text, together. */
  #padding = $state(0);
  onscrolled: () => void = () => undefined;
  onmeasured: () => void = () => undefined;

  readonly #layout: Layout;
  /** Wrapped anew with each change, so that whoever read it is told. */
  #now: { readonly layout: Layout };
  #scroller: HTMLElement | null = null;
  readonly #observer: ResizeObserver;
  readonly #blockOf = new WeakMap<Element, number>();

  readonly total: number = $derived.by(() => this.layout.heights.total);
  readonly furthest: number = $derived.by(() => Math.max(0, Math.ceil(this.total) + this.#padding - this.height));
  readonly window: { readonly first: number; readonly last: number; readonly top: number } = $derived.by(() =>
    this.#inSight(),
  );
  readonly blocks: readonly number[] = $derived(
    Array.from({ length: this.window.last - this.window.first + 1 }, (_, at) => this.window.first + at),
  );

  constructor(side: Side, article: Article) {
    this.side = side;
    this.article = article;
    this.#layout = new Layout(article, USUAL);
    this.#now = $state.raw({ layout: this.#layout });
    this.#observer = new ResizeObserver((entries) => {
      this.#measure(entries);
    });
  }

  get layout(): Layout {
    return this.#now.layout;
  }

  /** For the element that scrolls, inside the reading view's `data-spread`. */
  readonly scroller: Attachment<HTMLElement> = (element) => {
    this.#scroller = element;
    const resized = new ResizeObserver(() => {
      this.#fit(element);
    });
    const onscroll = (): void => {
      if (Math.abs(element.scrollTop - this.scroll) < 1) return;
      this.scroll = element.scrollTop;
      this.onscrolled();
    };
    element.addEventListener('scroll', onscroll, { passive: true });
    resized.observe(element);
    this.#fit(element);
    return () => {
      element.removeEventListener('scroll', onscroll);
      resized.disconnect();
      this.#scroller = null;
    };
  };

  /** For the element of a block. */
  block(block: number): Attachment<HTMLElement> {
    return (element) => {
      this.#blockOf.set(element, block);
      this.#layout.add(block, element);
      this.#observer.observe(element);
      return () => {
        this.#observer.unobserve(element);
        this.#layout.remove(block, element);
      };
    };
  }

  visible(): number[] {
    return this.layout.sentencesBetween(this.scroll, this.scroll + this.height);
  }

  scrollTo(y: number): number {
    const scroll = Math.round(Math.max(0, Math.min(this.furthest, y)));
    this.scroll = scroll;
    if (this.#scroller) this.#scroller.scrollTop = scroll;
    return scroll;
  }

  /** Signs came or went: the lines may have moved even where no block changed its height. */
  forgetLines(): void {
    this.#layout.forgetLines();
    this.#changed();
  }

  #changed(): void {
    this.#now = { layout: this.#layout };
  }

  #inSight(): { first: number; last: number; top: number } {
    const { heights } = this.layout;
    if (heights.count <= SMALL) return { first: 0, last: heights.count - 1, top: 0 };
    const ahead = Math.max(this.height, 400) * AHEAD;
    const first = heights.at(this.scroll - ahead);
    const last = heights.at(this.scroll + this.height + ahead);
    return { first, last, top: heights.offset(first) };
  }

  #fit(element: HTMLElement): void {
    const style = getComputedStyle(element);
    const size = parseFloat(style.fontSize);
    const aside = parseFloat(style.paddingLeft);
    const width = element.clientWidth - 2 * aside;
    const before = this.#layout.type;
    const outside = element.closest('[data-spread]')?.getBoundingClientRect() ?? { left: 0, top: 0 };
    const inside = element.getBoundingClientRect();
    const above = parseFloat(style.paddingTop);
    const left = inside.left + aside - outside.left;
    this.height = element.clientHeight;
    this.#padding = above + parseFloat(style.paddingBottom);
    this.top = inside.top - outside.top + above;
    this.edges = { left, right: left + width };
    if (width === before.width && size === before.size) return;
    this.#keepPlace((layout) => {
      layout.reset({ width, size, lead: parseFloat(style.lineHeight) || size * 1.62 });
    });
  }

  #measure(entries: readonly ResizeObserverEntry[]): void {
    this.#keepPlace((layout) => {
      for (const { target, borderBoxSize } of entries) {
        const block = this.#blockOf.get(target);
        const size = borderBoxSize[0];
        if (block !== undefined && size && target.isConnected) layout.measure(block, size.blockSize);
      }
    });
    this.onmeasured();
  }

  /** Changes heights and keeps the text at the top of the window where it is. */
  #keepPlace(change: (layout: Layout) => void): void {
    const layout = this.#layout;
    const spot = layout.spotAt(this.scroll);
    change(layout);
    this.#changed();
    const y = layout.heightOf(spot);
    if (this.scroll === 0 || Math.abs(y - this.scroll) < 1) return;
    // The sheet needs its new height before it can be scrolled to the new position.
    flushSync();
    this.scrollTo(y);
  }
}
