import type { Range, Side } from '../../contract.ts';
import type { NumberToken } from './numberTokens.ts';
import { NUMBER_WORDS, type NumberWords } from './numberWords.ts';

/** A place in a sentence that states a number. Also its range in the sentence. */
export interface NumberMention extends Range {
  /** What it may mean: 1.500 is 1500 or 1.5, 9.30 pm is 21.5, "billion" is 1e9 or 1e12, 12 % is 12 or 0.12. */
  readonly values: readonly number[];
  /** Weak mentions (one, two, ordinals, months, Roman numerals) can answer for a number, but are not missed themselves. */
  readonly strong: boolean;
}

/** A position in a sentence's tokens; readers leave `at` after the last token that belongs to their number. */
export class NumberCursor {
  at: number;
  readonly text: string;
  readonly tokens: readonly NumberToken[];
  readonly side: Side;

  constructor(text: string, tokens: readonly NumberToken[], side: Side, at: number) {
    this.text = text;
    this.tokens = tokens;
    this.side = side;
    this.at = at;
  }

  get vocabulary(): NumberWords {
    return NUMBER_WORDS[this.side];
  }

  word(at: number): string {
    return this.tokens[at]?.text ?? '';
  }

  isGlued(at: number): boolean {
    return this.tokens[at]?.glued === true;
  }

  isWord(at: number): boolean {
    return /\p{L}$/u.test(this.word(at));
  }

  /** The mention from the token `start` to where the cursor is. */
  mention(start: number, values: readonly number[], strong: boolean): NumberMention {
    const first = this.tokens[start]?.start ?? 0;
    const end = this.tokens[this.at - 1]?.end ?? first;
    return { start: first, end, values: [...new Set(values)], strong };
  }

  /** A380, COVID-19, Thunder-ten-tronckh: part of a name, which the other side may leave out. */
  isPartOfName(at: number): boolean {
    if (!this.isGlued(at)) return false;
    return this.isWord(at - 1) || (HYPHENS.has(this.word(at - 1)) && this.isGlued(at - 1) && this.isWord(at - 2));
  }
}

export const HYPHENS = new Set(['-', '‑', '–']);
export const CURRENCIES = new Set(['$', '€', '£']);
