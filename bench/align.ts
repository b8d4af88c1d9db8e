import { setTimeout as pause } from 'node:timers/promises';
import type { Side } from '../src/contract.ts';
import { align } from '../src/core/align/align.ts';
import { randomNumbers } from '../src/core/align/random.ts';
import { DIMENSION } from '../src/core/encoder/encoder.ts';
import { GOLD_FOLDER, readGold } from './gold.ts';
import { hunalign } from './hunalign.ts';
import { encodeAll } from './vectors.ts';

/** Sentences a side that hunalign is run on, too; beyond, it takes long. */
const PEER_SENTENCES = 16_000;
const DEFAULT_SIZES = [1_000, 4_000, 16_000];

interface Articles {
  readonly fr: string[];
  readonly en: string[];
  readonly vectors: Record<Side, Float32Array>;
}

/**
 * `npm run bench -- align [SENTENCES…]`: time and memory of the alignment on long articles (sentences a side), beside
 * hunalign on the same sentences in the same run, and how the time grows. Vectors are there before; see `bench -- encode`.
 */
export async function benchAlign(args: readonly string[]): Promise<void> {
  const sizes = args.length > 0 ? args.map(Number) : DEFAULT_SIZES;
  const grow = await longArticles();
  await align(grow(500));
  const seconds: number[] = [];
  console.log('sentences  align s  hunalign s  ratio  memory MB  growth');
  for (const [at, size] of sizes.entries()) {
    const articles = grow(size);
    const memory = watchMemory();
    const own = await timed(() => align(articles));
    seconds.push(own);
    const used = (await memory()) / 2 ** 20;
    const peer = size > PEER_SENTENCES ? null : await timed(() => hunalign(articles.fr, articles.en));
    const growth = at === 0 ? '' : (own / (seconds[0] ?? own)).toFixed(1);
    console.log(
      [
        String(size).padStart(9),
        own.toFixed(2).padStart(7),
        (peer?.toFixed(2) ?? '–').padStart(10),
        (peer === null ? '–' : (own / peer).toFixed(2)).padStart(5),
        used.toFixed(0).padStart(9),
        growth.padStart(6),
      ].join('  '),
    );
  }
}

/**
 * Makes articles of any length from the gold documents, over and over. In each round the vectors' values change places
 * and signs, on both sides alike: what corresponds stays as near as it was, and no sentence comes twice.
 */
async function longArticles(): Promise<(size: number) => Articles> {
  const documents = readGold(GOLD_FOLDER).filter(({ name, base }) => name === base);
  const vectorsOf = await encodeAll(documents);
  const encoded = documents.map((document) => ({ ...document, vectors: vectorsOf(document) }));
  return (size) => {
    const articles: Articles = {
      fr: [],
      en: [],
      vectors: { fr: new Float32Array(size * DIMENSION), en: new Float32Array(size * DIMENSION) },
    };
    for (let round = 0; articles.fr.length < size || articles.en.length < size; round++) {
      const random = randomNumbers(round);
      const places = Int32Array.from({ length: DIMENSION }, (_, q) => (q + round * 37) % DIMENSION);
      const signs = Int8Array.from({ length: DIMENSION }, () => (random() < 0.5 ? -1 : 1));
      for (const document of encoded) {
        for (const side of ['fr', 'en'] as const) append(articles, document, side, size, places, signs);
      }
    }
    return articles;
  };
}

function append(
  to: Articles,
  from: { readonly vectors: Record<Side, Float32Array> } & Readonly<Record<Side, readonly string[]>>,
  side: Side,
  size: number,
  places: Int32Array,
  signs: Int8Array,
): void {
  const taken = from[side].slice(0, size - to[side].length);
  taken.forEach((sentence, s) => {
    const row = to[side].length * DIMENSION;
    for (let q = 0; q < DIMENSION; q++) {
      to.vectors[side][row + q] = (from.vectors[side][s * DIMENSION + (places[q] ?? 0)] ?? 0) * (signs[q] ?? 1);
    }
    to[side].push(sentence);
  });
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

/** The most memory of the process above what it is now, in bytes, sampled whenever the thread is free. */
function watchMemory(): () => Promise<number> {
  const before = process.memoryUsage.rss();
  let most = before;
  const timer = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, 20);
  return async () => {
    await pause(30);
    clearInterval(timer);
    return most - before;
  };
}
