import type { ChangedMark, Range, Side } from '../../contract.ts';
import { SIDES } from '../../contract.ts';
import { dateMentions, sameDate } from './dateMentions.ts';
import type { Aligned, Passage } from './correspondences.ts';
import { numberMentions } from './numberMentions.ts';
import { agree } from './numbers.ts';

/**
 * Judges changed numbers and dates of two articles on one event. They choose what they tell: what the other article states
 * elsewhere is no difference, and the surest pair that a number stands in alone judges it.
 */
export class FactJudge {
  readonly #articles: Aligned['articles'];
  readonly #numbers: Readonly<Record<Side, ReturnType<typeof numberMentions>>>;
  readonly #dates: Readonly<Record<Side, ReturnType<typeof dateMentions>>>;
  readonly #judged: Readonly<Record<Side, Set<number>>> = { fr: new Set(), en: new Set() };

  constructor({ articles }: Aligned) {
    this.#articles = articles;
    const { fr, en } = articles;
    this.#numbers = { fr: numberMentions(fr.text, 'fr'), en: numberMentions(en.text, 'en') };
    this.#dates = { fr: dateMentions(fr.text, 'fr'), en: dateMentions(en.text, 'en') };
  }

  allows(mark: ChangedMark): boolean {
    return SIDES.every((side) => !this.#judged[side].has(mark[side].start) && !this.#isStatedOpposite(side, mark));
  }

  /** What the surest pair of a fact says of it is final: pairs come surest first. */
  close(pair: Readonly<Record<Side, Passage>>): void {
    for (const side of SIDES) {
      const { text } = pair[side];
      for (const mention of [...numberMentions(text, side), ...dateMentions(text, side)]) {
        const range = pair[side].inArticle(mention);
        if (range) this.#judged[side].add(range.start);
      }
    }
  }

  #isStatedOpposite(side: Side, mark: ChangedMark): boolean {
    const range: Range = mark[side];
    const text = this.#articles[side].text.slice(range.start, range.end);
    const other: Side = side === 'fr' ? 'en' : 'fr';
    if (mark.fact === 'date')
      return dateMentions(text, side).some((date) => this.#dates[other].some((answer) => sameDate(date, answer)));
    return numberMentions(text, side).some((number) => this.#numbers[other].some((answer) => agree(number, answer)));
  }
}
