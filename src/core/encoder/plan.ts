import { MOST_PIECES, REACH, type Segment, type Stretch } from './network.ts';

/** A sentence as the network gets it. */
export interface Input {
  /** Begin and end marks included. */
  readonly pieces: readonly number[];
  /** Consecutive segments that cover all pieces; none is empty. */
  readonly segments: readonly Segment[];
}

/**
 * Cuts sentences into batches that the network can take. A sentence with more than MOST_PIECES goes through in several
 * stretches, each with as many neighbours on both sides as its features see, so that they come out as if it were whole.
 * The cuts depend on the sentence alone, not on what else is in the batch.
 */
export function* batches(inputs: Iterable<Input>, mostPieces = MOST_PIECES): Generator<readonly Stretch[]> {
  let batch: Stretch[] = [];
  let pieces = 0;
  for (const input of inputs) {
    for (const stretch of stretches(input)) {
      if (batch.length > 0 && pieces + stretch.pieces.length > mostPieces) {
        yield batch;
        batch = [];
        pieces = 0;
      }
      batch.push(stretch);
      pieces += stretch.pieces.length;
    }
  }
  if (batch.length > 0) yield batch;
}

function* stretches({ pieces, segments }: Input): Generator<Stretch> {
  if (pieces.length <= LONGEST_STRETCH) {
    yield { pieces, from: 0, to: pieces.length, segments };
    return;
  }
  const summed = LONGEST_STRETCH - 2 * REACH;
  const rest = [...segments].reverse();
  for (let from = 0; from < pieces.length; from += summed) {
    const to = Math.min(from + summed, pieces.length);
    const start = Math.max(0, from - REACH);
    yield {
      pieces: pieces.slice(start, to + REACH),
      from: from - start,
      to: to - start,
      segments: takeSegments(rest, to - from),
    };
  }
}

/** Takes segments of `length` pieces in all from the end of `rest`, cutting the last one in two where it is longer. */
function takeSegments(rest: Segment[], length: number): Segment[] {
  const taken: Segment[] = [];
  for (let missing = length; missing > 0;) {
    const next = rest.pop();
    if (!next) throw new RangeError('The segments do not cover the pieces');
    const part = Math.min(next.length, missing);
    taken.push({ length: part, row: next.row });
    if (part < next.length) rest.push({ length: next.length - part, row: next.row });
    missing -= part;
  }
  return taken;
}

/** Half a batch. Sentences of a text are hardly ever as long. */
const LONGEST_STRETCH = MOST_PIECES / 2;
