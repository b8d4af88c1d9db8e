import type { Comparison, Failure, MarkedPairs, Side } from '../../contract.ts';
import { SIDES } from '../../contract.ts';
import { pairsOfSentences } from '../../core/compare/correspondences.ts';
import type { Engine, MarkJob } from '../engine.ts';

/** Marks out of sight wait this long for others before they are shown: all rows are gone through each time. Milliseconds. */
const PATIENCE = 1000;

/** What was found is saved this often, for a reader who leaves before the end. Milliseconds. */
const SAVED_EVERY = 30_000;

/** The comparison that is on the screen, as far as it matters here. */
interface Shown {
  readonly comparison: Comparison;
  onsight: (sentences: Readonly<Record<Side, readonly number[]>>) => void;
  add(found: readonly MarkedPairs[]): void;
}

interface Owner {
  /** Saves the comparison. */
  keep(): void;
  fail(failure: Failure): void;
}

/** Finds what differs inside the pairs of a comparison while it is on the screen, those in sight first. */
export class Marking {
  readonly #open: Shown;
  readonly #owner: Owner;
  readonly #job: MarkJob;
  #inSight: readonly number[] = [];
  #found: MarkedPairs[] = [];
  #shownAt = performance.now();
  #savedAt = performance.now();
  #unsaved = false;
  #stopped = false;

  constructor(engine: Pick<Engine, 'mark'>, open: Shown, owner: Owner) {
    this.#open = open;
    this.#owner = owner;
    const pairs = pairsOfSentences(open.comparison);
    this.#job = engine.mark(open.comparison, (found) => {
      this.#take(found);
    });
    open.onsight = (sentences) => {
      this.#see(SIDES.flatMap((side) => sentences[side].flatMap((sentence) => pairs[side].get(sentence) ?? [])));
    };
    void this.#end();
  }

  /** The reader left: what was found so far is saved. */
  stop(): void {
    if (this.#stopped) return;
    this.#stopped = true;
    this.#open.onsight = () => undefined;
    this.#job.cancel();
    this.#show();
    if (this.#unsaved) this.#owner.keep();
  }

  #see(pairs: readonly number[]): void {
    const unmarked = new Set(this.#open.comparison.unmarked);
    const wanted = [...new Set(pairs)].filter((pair) => unmarked.has(pair)).sort((a, b) => a - b);
    if (wanted.join() === this.#inSight.join()) return;
    this.#inSight = wanted;
    if (wanted.length > 0) this.#job.prefer(wanted);
  }

  #take(found: MarkedPairs): void {
    if (this.#stopped) return;
    this.#found.push(found);
    const now = performance.now();
    if (now - this.#shownAt < PATIENCE && !found.pairs.some((pair) => this.#inSight.includes(pair))) return;
    this.#show();
    if (now - this.#savedAt < SAVED_EVERY) return;
    this.#savedAt = now;
    this.#unsaved = false;
    this.#owner.keep();
  }

  #show(): void {
    if (this.#found.length === 0) return;
    const found = this.#found;
    this.#found = [];
    this.#shownAt = performance.now();
    this.#unsaved = true;
    this.#open.add(found);
  }

  async #end(): Promise<void> {
    const result = await this.#job.result;
    if (this.#stopped) return;
    this.#stopped = true;
    this.#open.onsight = () => undefined;
    this.#show();
    if (this.#unsaved) this.#owner.keep();
    if (!result.ok && result.failure.code !== 'cancelled') this.#owner.fail(result.failure);
  }
}
