import type { Comparison, MarkedPairs } from '../../contract.ts';
import type { Encoder } from '../encoder/encoder.ts';
import { correspondences } from './correspondences.ts';
import { pairMarker } from './marks.ts';
import { PairQueue } from './pairQueue.ts';

/** Pairs in sight that are compared at once: about a page, a tenth of a second. */
const IN_SIGHT = 32;

/** Others: so few that what comes into sight meanwhile does not wait long for them. */
const BEHIND = 64;

/** Compares the pairs of a comparison that are not compared inside yet. */
export interface LaterMarks {
  /** These pairs go first from now on, in this order. */
  prefer(pairs: readonly number[]): void;
  /** Gives marks as they are found until all pairs are compared. Rejects with the signal's reason when aborted. */
  found(encoder: Encoder, signal?: AbortSignal): AsyncGenerator<MarkedPairs, void, void>;
}

/** Two articles on one event are compared all at once: there the surest pair has the first word on each number. */
export function markLater(comparison: Comparison): LaterMarks {
  const queue = new PairQueue(comparison.unmarked ?? []);
  return {
    prefer: (pairs) => {
      queue.prefer(pairs);
    },
    async *found(encoder, signal) {
      const mark = pairMarker(comparison, encoder);
      const pairs = correspondences(comparison);
      const [inSight, behind] = comparison.pairKind === 'comparable' ? [Infinity, Infinity] : [IN_SIGHT, BEHIND];
      for (;;) {
        const taken = queue.take(inSight, behind);
        if (taken.length === 0) return;
        const wanted = taken.flatMap((index) => pairs[index] ?? []);
        yield { pairs: taken, marks: await mark(wanted, signal ? { signal } : {}) };
      }
    },
  };
}
