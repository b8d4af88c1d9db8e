/** Indexes of pairs that wait, in reading order; the preferred ones go first, then those that follow them. */
export class PairQueue {
  readonly #waiting: Set<number>;
  readonly #order: readonly number[];
  #preferred: readonly number[] = [];
  /** Where in the order the last ones were taken. */
  #at = 0;

  constructor(pairs: readonly number[]) {
    this.#waiting = new Set(pairs);
    this.#order = [...this.#waiting].sort((a, b) => a - b);
  }

  prefer(pairs: readonly number[]): void {
    this.#preferred = pairs;
  }

  /**
   * Takes the preferred ones that still wait; where none does, those behind the last that were taken, and after the last of
   * all the first.
   * @returns empty when none waits any more
   */
  take(preferred: number, others: number): number[] {
    const first = this.#preferred.filter((pair) => this.#waiting.has(pair)).slice(0, preferred);
    const taken = first.length > 0 ? first : this.#following(others);
    for (const pair of taken) this.#waiting.delete(pair);
    const last = taken.at(-1);
    if (last !== undefined) this.#at = this.#order.indexOf(last) + 1;
    return taken;
  }

  #following(count: number): number[] {
    const found: number[] = [];
    const { length } = this.#order;
    for (let step = 0; step < length && found.length < count; step++) {
      const pair = this.#order[(this.#at + step) % length];
      if (pair !== undefined && this.#waiting.has(pair)) found.push(pair);
    }
    return found;
  }
}
