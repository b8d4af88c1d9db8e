import { SvelteMap } from 'svelte/reactivity';
import type { Comparison, Range, Result, Row, Side, WordLink } from '../../contract.ts';
import { Passage } from '../../core/compare/correspondences.ts';
import { tokenize } from '../../core/compare/tokens.ts';
import { isAlone } from './places.ts';

/** The words of a pair as ranges of the articles, in their order, and which goes with which. */
export interface LinkedPair {
  readonly words: Readonly<Record<Side, readonly Range[]>>;
  readonly links: readonly WordLink[];
}

type Ask = (texts: Readonly<Record<Side, string>>) => Promise<Result<readonly WordLink[]>>;

/**
 * Which word goes with which, asked for pair by pair where the reader looks, and kept. One question is under way at a time;
 * of those that come meanwhile only the last is asked: whoever runs through the pairs does not leave a queue behind.
 */
export class WordLinks {
  readonly #found = new SvelteMap<number, LinkedPair>();
  readonly #ask: Ask;
  #asking = false;
  #next: (() => Promise<void>) | null = null;

  constructor(ask: Ask) {
    this.#ask = ask;
  }

  /** Null while it is not known; follows when it is. */
  of(row: number): LinkedPair | null {
    return this.#found.get(row) ?? null;
  }

  /** @param at the row's index */
  want(comparison: Comparison, row: Row, at: number): void {
    if (isAlone(row) || this.#found.has(at)) return;
    this.#next = () => this.#find(comparison, row, at);
    if (!this.#asking) void this.#work();
  }

  async #work(): Promise<void> {
    this.#asking = true;
    while (this.#next) {
      const next = this.#next;
      this.#next = null;
      await next();
    }
    this.#asking = false;
  }

  /** A pair of which the words could not be linked is asked for again when the reader comes back. */
  async #find(comparison: Comparison, row: Row, at: number): Promise<void> {
    if (this.#found.has(at)) return;
    const fr = passageOf(comparison, row, 'fr');
    const en = passageOf(comparison, row, 'en');
    const links = await this.#ask({ fr: fr.text, en: en.text });
    if (links.ok) this.#found.set(at, { words: { fr: wordsOf(fr), en: wordsOf(en) }, links: links.value });
  }
}

function passageOf(comparison: Comparison, row: Row, side: Side): Passage {
  const { sentences } = comparison.articles[side];
  const pieces = row.parts ? [row.parts[side]] : row[side].flatMap((at) => sentences[at] ?? []);
  return new Passage(comparison, side, pieces);
}

/** No word reaches over a line, so each of them has its range. */
function wordsOf(passage: Passage): Range[] {
  return tokenize(passage.text).flatMap((word) => passage.inArticle(word) ?? []);
}
