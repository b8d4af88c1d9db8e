import type { Article, Block } from '../../contract.ts';

/** Heights of a column's blocks in pixels, measured or guessed, with their running sums in O(log n) (a Fenwick tree). */
export class Heights {
  readonly count: number;
  readonly #height: Float64Array;
  readonly #tree: Float64Array;

  constructor(count: number) {
    this.count = count;
    this.#height = new Float64Array(count);
    this.#tree = new Float64Array(count + 1);
  }

  get(block: number): number {
    return this.#height[block] ?? 0;
  }

  set(block: number, height: number): void {
    const change = height - this.get(block);
    if (change === 0 || block < 0 || block >= this.count) return;
    this.#height[block] = height;
    for (let at = block + 1; at <= this.count; at += at & -at) this.#tree[at] = (this.#tree[at] ?? 0) + change;
  }

  /** Where the block begins, from the top of the first one. */
  offset(block: number): number {
    let sum = 0;
    for (let at = Math.min(block, this.count); at > 0; at -= at & -at) sum += this.#tree[at] ?? 0;
    return sum;
  }

  get total(): number {
    return this.offset(this.count);
  }

  /** The block at a height; the first or last one outside. */
  at(y: number): number {
    let block = 0;
    let left = y;
    for (let step = 2 ** Math.floor(Math.log2(Math.max(1, this.count))); step > 0; step >>= 1) {
      const next = block + step;
      if (next <= this.count && (this.#tree[next] ?? 0) <= left) {
        block = next;
        left -= this.#tree[next] ?? 0;
      }
    }
    return Math.max(0, Math.min(block, this.count - 1));
  }
}

/** What a guess needs to know of the column. */
export interface Type {
  /** Column width, text size and line height, pixels. */
  readonly width: number;
  readonly size: number;
  readonly lead: number;
}

/** Mean letter width of Literata in French and English prose, of the text size. */
const LETTER = 0.475;

/** Space under a block, of the text size. */
const SPACE: Readonly<Record<Block['kind'], number>> = { heading: 0.9, paragraph: 0.82, caption: 0.6, line: 0.4 };

/** A block's height before it was ever on the screen, from its length. */
export function guessHeight(block: Block, { width, size, lead }: Type): number {
  const larger = block.kind === 'heading' ? 1.3 : 1;
  const lines = Math.max(1, Math.ceil(((block.end - block.start) * LETTER * size * larger) / Math.max(1, width)));
  return lines * lead * (block.kind === 'heading' ? 0.95 * larger : 1) + SPACE[block.kind] * size;
}

/** For each block, its sentences as a half-open range of indexes. */
export function sentencesByBlock(article: Article): readonly { readonly from: number; readonly to: number }[] {
  const ranges = article.blocks.map(() => ({ from: 0, to: 0 }));
  article.sentences.forEach((sentence, at) => {
    const range = ranges[sentence.block];
    if (!range) return;
    if (range.to === 0) range.from = at;
    range.to = at + 1;
  });
  return ranges;
}
