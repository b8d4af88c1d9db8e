import { readFile } from 'node:fs/promises';
import { openEncoder } from '../src/cli/encoder.ts';
import parity from '../src/core/encoder/testdata/parity.json' with { type: 'json' };

/** Words of a usual sentence of a novel: 38 pieces. */
const WORDS = 27;

/** Sentences of one measurement, and how often it is repeated. */
const SENTENCES = 3000;
const ROUNDS = 3;

/**
 * `npm run bench -- encode [FILE]`: the encoder's speed on sentences of 38 pieces, in one thread and in two. The text is that of
 * the parity record, or FILE, whose words are cut into pieces of equal length.
 * A sentence per CPU second is what one core does when nothing else wants it.
 */
export async function benchEncode(args: readonly string[]): Promise<void> {
  const [file] = args;
  const text = file === undefined ? parity.sentences.join(' ') : await readFile(file, 'utf8');
  const words = text.split(/\s+/);
  const sentences = Array.from({ length: SENTENCES }, (_, i) => {
    const from = (i * WORDS) % (words.length - WORDS);
    return words.slice(from, from + WORDS).join(' ');
  });
  process.stdout.write(`${SENTENCES} sentences of ${WORDS} words, best of ${ROUNDS} rounds\n`);
  for (const threads of [1, 2]) {
    const start = performance.now();
    const encoder = await openEncoder({ threads });
    const opened = performance.now() - start;
    // The first round fills the caches and starts the threads.
    await encoder.encode(sentences);
    let best = { wall: Infinity, cpu: Infinity };
    for (let round = 0; round < ROUNDS; round++) {
      const cpuBefore = process.cpuUsage();
      const before = performance.now();
      await encoder.encode(sentences);
      const { user, system } = process.cpuUsage(cpuBefore);
      const wall = (performance.now() - before) / 1000;
      if (wall < best.wall) best = { wall, cpu: (user + system) / 1e6 };
    }
    const perSecond = Math.round(SENTENCES / best.wall);
    const perCpuSecond = Math.round(SENTENCES / best.cpu);
    const memory = Math.round(process.memoryUsage().rss / 2 ** 20);
    process.stdout.write(
      `${threads} thread${threads > 1 ? 's' : ' '}  ${perSecond} sentences a second, ${perCpuSecond} a CPU second; ` +
        `opened in ${Math.round(opened)} ms, ${memory} MB\n`,
    );
    encoder.close();
  }
}
