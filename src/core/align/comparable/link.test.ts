import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Bead, PartialLink, Range } from '../../../contract.ts';
import type { Encoder } from '../../encoder/encoder.ts';
import { loadEncoder } from '../../encoder/inThread.ts';
import { unpackWeights } from '../../encoder/weights.ts';
import { LEAST_CONFIDENCE, linkComparable } from './link.ts';
import recorded from './testdata/reference.json' with { type: 'json' };

const { sentences } = recorded;

interface Shown {
  readonly fr: string;
  readonly en: string;
}

let encoder: Encoder;

beforeAll(async () => {
  const file = (name: string): Uint8Array<ArrayBuffer> =>
    new Uint8Array(readFileSync(new URL(`../../../../resources/encoder/${name}`, import.meta.url)));
  const weights = await unpackWeights(new Blob([file('weights.bin.gz')]).stream(), { shared: false });
  encoder = loadEncoder(weights, await WebAssembly.compile(file('kernel.wasm')));
});

async function compare(fr: readonly string[], en: readonly string[]) {
  const { beads, links } = await linkComparable({ fr, en, encoder, beads: [] });
  return { beads, links, shown: shown(fr, en, beads, links) };
}

/** The text of every correspondence that the app would show. */
function shown(
  fr: readonly string[],
  en: readonly string[],
  beads: readonly Bead[],
  links: readonly PartialLink[],
): Shown[] {
  const text = (sentence: string | undefined, range: Range | undefined): string =>
    range ? (sentence ?? '').slice(range.start, range.end) : (sentence ?? '');
  return [
    ...beads.flatMap((bead) => {
      const [i, j] = [bead.fr[0], bead.en[0]];
      return i === undefined || j === undefined
        ? []
        : [{ fr: text(fr[i], bead.parts?.fr), en: text(en[j], bead.parts?.en) }];
    }),
    ...links.map((link) => ({ fr: text(fr[link.fr], link.parts.fr), en: text(en[link.en], link.parts.en) })),
  ];
}

describe('linkComparable on two reports of one day', () => {
  let result: Awaited<ReturnType<typeof compare>>;

  beforeAll(async () => {
    result = await compare(sentences['000'], sentences['002']);
  });

  it.each([
    ['davantage de violence et de provocations', 'more violence and provocation'],
    [
      'décision des Etats-Unis, pas de la coalition ou de l’Otan',
      'Decision of the United States, not of the coalition or NATO',
    ],
    ['suspendre ses opérations d’entraînement en Irak', 'training mission in Iraq'],
    ['dès que la situation sur le terrain le permet', 'As soon as the situation on the ground allows it'],
    [
      'tous les alliés sont inquiets des activités déstabilisatrices de l’Iran',
      'concern about the destabilizing activities of Iran',
    ],
  ])('links "%s" with "%s"', (fr, en) => {
    expect(result.shown.filter((link) => link.fr.includes(fr) && link.en.includes(en))).not.toEqual([]);
  });

  it('links no caption and no page furniture', () => {
    const furniture = {
      fr: [1, 13, 14, 15, 16, 18, 19, 20].map((index) => sentences['000'][index]),
      en: [1, 2, 3, 17, 18].map((index) => sentences['002'][index]),
    };
    for (const { fr, en } of result.shown) {
      expect(furniture.fr.filter((line) => line?.includes(fr))).toEqual([]);
      expect(furniture.en.filter((line) => line?.includes(en))).toEqual([]);
    }
  });

  it('puts every sentence into one bead, with ranges inside their sentences and at the edges of words', () => {
    const all = (count: number): number[] => Array.from({ length: count }, (_, index) => index);
    const ascending = (indexes: number[]): number[] => indexes.sort((a, b) => a - b);
    expect(ascending(result.beads.flatMap((bead) => bead.fr))).toEqual(all(sentences['000'].length));
    expect(ascending(result.beads.flatMap((bead) => bead.en))).toEqual(all(sentences['002'].length));
    const withParts = [
      ...result.links,
      ...result.beads.flatMap(({ fr, en, parts }) => (parts ? [{ fr: fr[0] ?? -1, en: en[0] ?? -1, parts }] : [])),
    ];
    for (const { fr, en, parts } of withParts) {
      expectAtWordEdges(sentences['000'][fr] ?? '', parts.fr);
      expectAtWordEdges(sentences['002'][en] ?? '', parts.en);
    }
    for (const { confidence } of result.links) expect(confidence).toBeGreaterThanOrEqual(LEAST_CONFIDENCE);
  });
});

function expectAtWordEdges(sentence: string, { start, end }: Range): void {
  expect(start).toBeGreaterThanOrEqual(0);
  expect(end).toBeLessThanOrEqual(sentence.length);
  expect(start).toBeLessThan(end);
  expect(/\p{L}\p{L}/u.test(sentence.slice(Math.max(0, start - 1), start + 1))).toBe(false);
  expect(/\p{L}\p{L}/u.test(sentence.slice(end - 1, end + 1))).toBe(false);
}

describe('linkComparable', () => {
  it('finds the call for no new violence, and little else, in reports of different days', async () => {
    const { shown: links } = await compare(sentences['004'], sentences['002']);
    expect(links.some(({ fr, en }) => fr.includes('toute nouvelle violence') && en.includes('more violence'))).toBe(
      true,
    );
    expect(links.length).toBeLessThanOrEqual(3);
  });

  it('gives null beads for an empty side', async () => {
    const { beads, links } = await compare(['Une phrase seule, sans rien en face.'], []);
    expect(beads).toEqual([{ fr: [0], en: [], confidence: 1, moved: false }]);
    expect(links).toEqual([]);
  });

  it('counts progress up to the end and stops when aborted', async () => {
    const seen: [number, number][] = [];
    const input = { fr: sentences['000'].slice(0, 4), en: sentences['002'].slice(0, 3), encoder, beads: [] };
    await linkComparable(input, { progress: (done, total) => seen.push([done, total]) });
    expect(seen.at(-1)).toEqual([11, 11]);
    expect(seen.map(([done]) => done)).toEqual(seen.map(([done]) => done).sort((a, b) => a - b));
    await expect(linkComparable(input, { signal: AbortSignal.abort(new Error('stop')) })).rejects.toThrow('stop');
  });
});
