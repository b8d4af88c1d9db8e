import type { Side } from '../../contract.ts';
import { DIMENSION, FEATURES, type Encoder, type Run, type WordFeatures } from './encoder.ts';
import { Machine } from './machine.ts';
import { MOST_PIECES, Network, type Segment } from './network.ts';
import { Pause } from './pause.ts';
import { batches, type Input } from './plan.ts';
import { MOST_SPANS, Tail } from './tail.ts';
import { BEGIN, END, Tokenizer } from './tokenizer.ts';
import { readWeights } from './weights.ts';
import { WordMap } from './wordMap.ts';

/**
 * An encoder that works in the calling thread, in steps of some milliseconds; between them the thread's other work goes on and
 * an abort is seen. Takes 0.1 s to make, and up to 90 MB beside the weights once it has seen many words.
 *
 * @param buffer what `unpackWeights` gave; threads may share it
 * @param kernel the compiled kernel.wasm; `null` where WebAssembly is not to be had, fifteen times slower
 */
export function loadEncoder(
  buffer: ArrayBufferLike,
  kernel: WebAssembly.Module | null,
  options: { readonly cachedTokens?: number } = {},
): Encoder {
  const weights = readWeights(buffer);
  const tokenizer = new Tokenizer(weights);
  const machine = new Machine(kernel);
  const network = new Network(machine, weights, options.cachedTokens);
  const tail = new Tail(machine, weights);
  const wordMaps: Partial<Record<Side, WordMap>> = {};
  const wordMap = (side: Side) => (wordMaps[side] ??= new WordMap(machine, weights, side));
  const mostPieces = kernel ? MOST_PIECES : SLOW_PIECES;

  /** Adds the features of all segments up, batch by batch. */
  async function addFeatures(inputs: readonly Input[], out: Float32Array, step: () => Promise<void>): Promise<void> {
    for (const batch of batches(inputs, mostPieces)) {
      await step();
      network.addFeatures(batch, out);
    }
  }

  return {
    async encode(sentences, run = {}) {
      const vectors = new Float32Array(sentences.length * DIMENSION);
      await inSteps(run, async (step) => {
        for (let from = 0; from < sentences.length; from += MOST_SPANS) {
          const group = sentences.slice(from, from + MOST_SPANS);
          const inputs = group.map((sentence, row) => wholeSentence(tokenizer.encode(sentence), row));
          const sums = new Float32Array(group.length * FEATURES);
          await addFeatures(inputs, sums, step);
          const lengths = Float32Array.from(inputs, ({ pieces }) => pieces.length);
          tail.vectors(sums, lengths, 0, group.length, vectors.subarray(from * DIMENSION));
          run.progress?.(from + group.length, sentences.length);
        }
      });
      return vectors;
    },

    async words(sentences, side, run = {}) {
      const features: WordFeatures[] = [];
      await inSteps(run, async (step) => {
        for (let from = 0; from < sentences.length; from += WORDS_GROUP) {
          const group = cutAll(tokenizer, sentences.slice(from, from + WORDS_GROUP));
          const sums = new Float32Array(group.rows * FEATURES);
          await addFeatures(group.inputs, sums, step);
          for (const { firstRow, pieces, logProbability } of group.cuts) {
            const frameAt = (firstRow + pieces.length) * FEATURES;
            const own = sums.slice(firstRow * FEATURES, frameAt);
            features.push({
              count: pieces.length,
              sums: own,
              pieces,
              logProbability,
              frame: sums.slice(frameAt, frameAt + FEATURES),
              vectors: wordMap(side).vectors(own, pieces),
            });
          }
          run.progress?.(features.length, sentences.length);
        }
      });
      return features;
    },

    async spans(sums, lengths, run = {}) {
      const vectors = new Float32Array(lengths.length * DIMENSION);
      await inSteps(run, async (step) => {
        for (let from = 0; from < lengths.length; from += MOST_SPANS) {
          await step();
          const to = Math.min(from + MOST_SPANS, lengths.length);
          tail.vectors(sums, lengths, from, to, vectors);
          run.progress?.(to, lengths.length);
        }
      });
      return vectors;
    },

    close() {
      // The memory goes with the last reference.
    },
  };
}

/** The plain kernel's batches, so that they take no longer than the fast one's. */
const SLOW_PIECES = MOST_PIECES / 2;

/** Sentences whose words are taken together: enough to fill a batch. */
const WORDS_GROUP = 16;

/** Runs a job that awaits `step` before each piece of work: it pauses there, and stops when the run is aborted. */
async function inSteps({ signal }: Run, job: (step: () => Promise<void>) => Promise<void>): Promise<void> {
  const pause = new Pause();
  try {
    signal?.throwIfAborted();
    await job(async () => {
      await pause.next();
      signal?.throwIfAborted();
    });
  } finally {
    pause.close();
  }
}

function wholeSentence(pieces: readonly number[], row: number): Input {
  const framed = [BEGIN, ...pieces, END];
  return { pieces: framed, segments: [{ length: framed.length, row }] };
}

/** Cuts words into pieces. Each sentence has a row for each word, then one for its begin and end marks together. */
function cutAll(tokenizer: Tokenizer, sentences: readonly (readonly string[])[]) {
  const inputs: Input[] = [];
  const cuts: { firstRow: number; pieces: Uint16Array; logProbability: Float32Array }[] = [];
  let rows = 0;
  for (const words of sentences) {
    const frame = { length: 1, row: rows + words.length };
    const all = [BEGIN];
    const segments: Segment[] = [frame];
    const pieces = new Uint16Array(words.length);
    const logProbability = new Float32Array(words.length);
    for (const [i, word] of words.entries()) {
      // No piece reaches over a space, so a word's pieces are the same alone as in the sentence.
      const own = tokenizer.pieces(word);
      for (const piece of own) all.push(piece);
      if (own.length > 0) segments.push({ length: own.length, row: rows + i });
      pieces[i] = own.length;
      logProbability[i] = own.reduce((sum, piece) => sum + tokenizer.logProbability(piece), 0);
    }
    all.push(END);
    segments.push(frame);
    inputs.push({ pieces: all, segments });
    cuts.push({ firstRow: rows, pieces, logProbability });
    rows = frame.row + 1;
  }
  return { inputs, cuts, rows };
}
