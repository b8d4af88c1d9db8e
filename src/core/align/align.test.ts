import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { align } from './align.ts';
import { madeUpArticles } from './testArticles.ts';

const range = (count: number): number[] => Array.from({ length: count }, (_, k) => k);

/** Meanings of two articles: each sentence has its counterpart, or none. */
const articles = fc
  .tuple(
    fc.integer({ min: 1, max: 1000 }),
    fc.array(fc.constantFrom('both', 'both', 'both', 'fr', 'en'), { maxLength: 40 }),
  )
  .map(([seed, kinds]) => {
    const fr = kinds.flatMap((kind, k) => (kind === 'en' ? [] : [kind === 'fr' ? -k - 1 : k]));
    const en = kinds.flatMap((kind, k) => (kind === 'fr' ? [] : [kind === 'en' ? -k - 1 : k]));
    return { fr, en, seed };
  });

describe('aligning', () => {
  test('pairs sentences that mean the same, and leaves others alone', async () => {
    const { beads, pairKind } = await align(madeUpArticles([0, 1, -2, 3, 4, 5], [0, 1, 3, -4, 4, 5]));
    expect(pairKind).toBe('translation');
    expect(beads.map(({ fr, en }) => [fr, en])).toEqual([
      [[0], [0]],
      [[1], [1]],
      [[2], []],
      [[3], [2]],
      [[], [3]],
      [[4], [4]],
      [[5], [5]],
    ]);
    expect(beads.every(({ confidence, moved }) => confidence > 0.5 && confidence <= 1 && !moved)).toBe(true);
  });

  test('finds a passage that was moved, and says so', async () => {
    const en = [...range(12), ...[20, 21, 22, 23], ...range(8).map((k) => k + 12), 24, 25];
    const { beads } = await align(madeUpArticles(range(26), en));
    for (const bead of beads) expect(en[bead.en[0] ?? -1]).toBe(bead.fr[0]);
    expect(beads.filter(({ moved }) => moved).map(({ fr }) => fr[0])).toEqual([20, 21, 22, 23]);
  });

  test('recovers the order of a shuffled article', async () => {
    const en = [
      ...range(10).map((k) => k + 30),
      ...range(10).map((k) => k + 10),
      ...range(10),
      ...range(10).map((k) => k + 20),
    ];
    const { beads } = await align(madeUpArticles(range(40), en));
    expect(beads).toHaveLength(40);
    for (const bead of beads) expect(en[bead.en[0] ?? -1]).toBe(bead.fr[0]);
  });

  test('takes two articles with little in common for comparable ones, unless told otherwise', async () => {
    const input = madeUpArticles([0, -1, -2, -3, -4, -5, -6, -7], [-1, -2, -3, -4, 0, -5, -6, -7]);
    expect((await align(input)).pairKind).toBe('comparable');
    expect((await align({ ...input, pairKind: 'translation' })).pairKind).toBe('translation');
  });

  test('leaves every sentence alone when the other article is empty', async () => {
    const { beads } = await align(madeUpArticles([0, 1], []));
    expect(beads.map(({ fr, en }) => [fr, en])).toEqual([
      [[0], []],
      [[1], []],
    ]);
    expect((await align(madeUpArticles([], []))).beads).toEqual([]);
  });

  test('puts each sentence in exactly one bead, whatever the articles', async () => {
    await fc.assert(
      fc.asyncProperty(articles, async ({ fr, en, seed }) => {
        const { beads } = await align(madeUpArticles(fr, en, seed));
        expect(beads.flatMap((bead) => bead.fr).sort((a, b) => a - b)).toEqual(range(fr.length));
        expect(beads.flatMap((bead) => bead.en).sort((a, b) => a - b)).toEqual(range(en.length));
      }),
      { numRuns: 40 },
    );
  });

  test('keeps the beads that are not moved in one order', async () => {
    await fc.assert(
      fc.asyncProperty(articles, async ({ fr, en, seed }) => {
        const { beads } = await align(madeUpArticles(fr, [...en].reverse(), seed));
        const inOrder = beads.filter((bead) => !bead.moved && bead.fr.length > 0 && bead.en.length > 0);
        const firsts = inOrder.map((bead) => bead.en[0] ?? -1);
        expect(firsts).toEqual([...firsts].sort((a, b) => a - b));
      }),
      { numRuns: 30 },
    );
  });

  test('gives the same result every time', async () => {
    const input = madeUpArticles(
      range(30),
      [...range(30)].filter((k) => k % 7 !== 3),
    );
    expect(await align(input)).toEqual(await align(input));
  });
});

describe('pins', () => {
  test('hold, even against what the sentences mean', async () => {
    const pins = [
      { fr: [3], en: [4] },
      { fr: [6, 7], en: [6] },
      { fr: [9], en: [] },
    ];
    const { beads } = await align({ ...madeUpArticles(range(14), range(14)), pins });
    for (const pin of pins) expect(beads).toContainEqual(expect.objectContaining({ ...pin, confidence: 1 }));
    expect(beads).toContainEqual(expect.objectContaining({ fr: [12], en: [12] }));
  });

  test('are never crossed by beads around them, and every sentence still stands in one bead', async () => {
    await fc.assert(
      fc.asyncProperty(
        articles.filter(({ fr, en }) => fr.length > 2 && en.length > 2),
        fc.nat(),
        fc.nat(),
        async ({ fr, en, seed }, a, b) => {
          const pin = { fr: [a % fr.length], en: [b % en.length] };
          const { beads } = await align({ ...madeUpArticles(fr, en, seed), pins: [pin] });
          expect(beads).toContainEqual(expect.objectContaining(pin));
          expect(beads.flatMap((bead) => bead.fr).sort((x, y) => x - y)).toEqual(range(fr.length));
          expect(beads.flatMap((bead) => bead.en).sort((x, y) => x - y)).toEqual(range(en.length));
          for (const bead of beads) {
            const [i, j] = [pin.fr[0] ?? 0, pin.en[0] ?? 0];
            expect(Math.min(...bead.fr) > i || Math.max(...bead.fr) <= i).toBe(true);
            expect(Math.min(...bead.en) > j || Math.max(...bead.en) <= j).toBe(true);
          }
        },
      ),
      { numRuns: 30 },
    );
  });

  test('may take all sentences', async () => {
    const pins = [
      { fr: [0], en: [1] },
      { fr: [1], en: [0] },
    ];
    const { beads } = await align({ ...madeUpArticles([0, 1], [0, 1]), pins });
    expect(beads.map(({ fr, en }) => [fr, en])).toEqual([
      [[0], [1]],
      [[1], [0]],
    ]);
  });

  test('are refused when two name the same sentence or one that there is not', async () => {
    const input = madeUpArticles([0, 1], [0, 1]);
    await expect(
      align({
        ...input,
        pins: [
          { fr: [0], en: [] },
          { fr: [0], en: [1] },
        ],
      }),
    ).rejects.toThrow(RangeError);
    await expect(align({ ...input, pins: [{ fr: [2], en: [1] }] })).rejects.toThrow(RangeError);
  });
});

describe('a long run', () => {
  test('reports progress that never goes back and ends at all sentences', async () => {
    const reports: [number, number][] = [];
    await align(madeUpArticles(range(300), range(300)), { progress: (done, total) => reports.push([done, total]) });
    expect(reports.at(-1)).toEqual([600, 600]);
    const done = reports.map(([count]) => count);
    expect(done).toEqual([...done].sort((a, b) => a - b));
  });

  test('stops when asked to, with the reason given', async () => {
    const controller = new AbortController();
    const run = align(madeUpArticles(range(300), range(300)), { signal: controller.signal });
    controller.abort(new Error('enough'));
    await expect(run).rejects.toThrow('enough');
  });
});
