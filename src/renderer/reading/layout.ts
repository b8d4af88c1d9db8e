import type { Article, Range as TextRange } from '../../contract.ts';
import { guessHeight, Heights, sentencesByBlock, type Type } from './heights.ts';
import { boxOf, moved, type Box, type Line } from './lines.ts';
import { letters, lettersBefore, relative } from './rectangles.ts';

/** A height of the text that stays true when blocks change their heights: a block, and the share of it that is above. */
export interface Spot {
  readonly block: number;
  readonly into: number;
}

/**
 * Where the blocks, sentences and lines of a column stand, in pixels from the top of the first block: measured for the
 * blocks that are on the page, guessed for the others.
 */
export class Layout {
  readonly article: Article;
  readonly heights: Heights;
  /** For each block, its sentences as a half-open range of indexes. */
  readonly sentences: readonly { readonly from: number; readonly to: number }[];
  #type: Type;
  readonly #measured: Uint8Array;
  readonly #boxes = new Map<number, Box | null>();
  readonly #elements = new Map<number, HTMLElement>();

  constructor(article: Article, type: Type) {
    this.article = article;
    this.heights = new Heights(article.blocks.length);
    this.sentences = sentencesByBlock(article);
    this.#measured = new Uint8Array(article.blocks.length);
    this.#type = type;
    this.reset(type);
  }

  get type(): Type {
    return this.#type;
  }

  /** The column has another width or another type: all heights from scratch, but for what is on the page. */
  reset(type: Type): void {
    this.#type = type;
    this.article.blocks.forEach((block, at) => {
      const element = this.#elements.get(at);
      this.heights.set(at, element ? element.getBoundingClientRect().height : guessHeight(block, type));
      this.#measured[at] = element ? 1 : 0;
    });
    this.forgetLines();
  }

  add(block: number, element: HTMLElement): void {
    this.#elements.set(block, element);
  }

  remove(block: number, element: HTMLElement): void {
    if (this.#elements.get(block) === element) this.#elements.delete(block);
  }

  measure(block: number, height: number): void {
    this.heights.set(block, height);
    this.#measured[block] = 1;
    const { from, to } = this.sentencesOf(block);
    for (let sentence = from; sentence < to; sentence++) this.#boxes.delete(sentence);
  }

  forgetLines(): void {
    this.#boxes.clear();
  }

  sentencesOf(block: number): { readonly from: number; readonly to: number } {
    return this.sentences[block] ?? { from: 0, to: 0 };
  }

  elementOf(sentence: number): HTMLElement | null {
    const element = this.#elements.get(this.#blockOf(sentence));
    return element?.querySelector<HTMLElement>(`[data-sentence="${sentence}"]`) ?? null;
  }

  /** Top and bottom, measured where the sentence is on the page, else by its share of its block's letters. */
  extent(sentence: number): { readonly top: number; readonly bottom: number } {
    const box = this.box(sentence);
    if (box) return box;
    const { block: at = 0, start = 0, end = 0 } = this.article.sentences[sentence] ?? {};
    const block = this.article.blocks[at];
    const y = this.heights.offset(at);
    const scale = block && block.end > block.start ? this.heights.get(at) / (block.end - block.start) : 0;
    const from = block?.start ?? 0;
    return { top: y + (start - from) * scale, bottom: y + (end - from) * scale };
  }

  /** Its lines; null while it is not on the page. */
  box(sentence: number): Box | null {
    const block = this.#blockOf(sentence);
    if (!this.#elements.has(block) || !this.#measured[block]) return null;
    if (!this.#boxes.has(sentence)) this.#layOut(block);
    const box = this.#boxes.get(sentence);
    return box ? moved(box, this.heights.offset(block)) : null;
  }

  /** The lines of a part of a sentence, given as a range of the article's text; empty while it is not on the page. */
  partLines(sentence: number, start: number, end: number): readonly Line[] {
    const block = this.#blockOf(sentence);
    const element = this.elementOf(sentence);
    const home = this.#elements.get(block)?.getBoundingClientRect();
    if (!element || !home) return [];
    const range = letters(element, start - (this.article.sentences[sentence]?.start ?? 0), end - start);
    const column = { left: 0, right: home.width, lead: this.#type.lead };
    const box = range && boxOf(relative(range.getClientRects(), home), column, false);
    return box ? moved(box, this.heights.offset(block)).lines : [];
  }

  /** The page's range of some of a sentence's text, given as a range of the article's; null while it is not on the page. */
  lettersOf(sentence: number, { start, end }: TextRange): Range | null {
    const element = this.elementOf(sentence);
    return element && letters(element, start - (this.article.sentences[sentence]?.start ?? 0), end - start);
  }

  /** The index of the article's letter at a point of the page, where that is in the sentence; else null. */
  letterAt(sentence: number, x: number, y: number): number | null {
    const element = this.elementOf(sentence);
    const caret = document.caretPositionFromPoint(x, y);
    if (!element || !caret) return null;
    const before = lettersBefore(element, { node: caret.offsetNode, offset: caret.offset });
    return before === null ? null : before + (this.article.sentences[sentence]?.start ?? 0);
  }

  /** The sentences between two heights, page furniture left out. */
  sentencesBetween(top: number, bottom: number): number[] {
    const found: number[] = [];
    const last = this.heights.at(bottom);
    for (let block = this.heights.at(top); block <= last; block++) {
      if (this.article.blocks[block]?.furniture) continue;
      const { from, to } = this.sentencesOf(block);
      for (let sentence = from; sentence < to; sentence++) {
        const extent = this.extent(sentence);
        if (extent.bottom > top && extent.top < bottom) found.push(sentence);
      }
    }
    return found;
  }

  spotAt(y: number): Spot {
    const block = this.heights.at(y);
    const height = this.heights.get(block);
    return { block, into: height > 0 ? (y - this.heights.offset(block)) / height : 0 };
  }

  heightOf({ block, into }: Spot): number {
    return this.heights.offset(block) + into * this.heights.get(block);
  }

  #blockOf(sentence: number): number {
    return this.article.sentences[sentence]?.block ?? -1;
  }

  #layOut(block: number): void {
    const element = this.#elements.get(block);
    if (!element) return;
    const home = element.getBoundingClientRect();
    const lead = parseFloat(getComputedStyle(element).lineHeight) || this.#type.lead;
    const column = { left: 0, right: home.width, lead };
    const { to } = this.sentencesOf(block);
    for (const span of element.querySelectorAll<HTMLElement>('[data-sentence]')) {
      const sentence = Number(span.dataset.sentence);
      this.#boxes.set(sentence, boxOf(relative(span.getClientRects(), home), column, sentence === to - 1));
    }
  }
}
