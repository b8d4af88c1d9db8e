import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Comparison, CompareOptions, Progress, Row, Side, SourceFile, Stage } from '../contract.ts';
import { openComparison, writeComparison } from './comparison.ts';
import type { Encoder } from './encoder/encoder.ts';
import { loadEncoder } from './encoder/inThread.ts';
import { unpackWeights } from './encoder/weights.ts';
import { compareFiles } from './engine.ts';
import { rowsOf } from './rows.ts';
import { summaryOf } from './summary.ts';

const OTAN = '000_156c23a2229b63fd.txt';
const NATO = '002_8ed8cb8fd7162d78.txt';
const STAGES: readonly Stage[] = ['read', 'encode', 'align', 'compare'];

const resource = (path: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(readFileSync(new URL(`../../resources/${path}`, import.meta.url)));
const sample = (name: string): SourceFile => ({ name, bytes: resource(`samples/${name}`) });
const textFile = (name: string, text: string): SourceFile => ({ name, bytes: new TextEncoder().encode(text) });

let encoder: Encoder;

beforeAll(async () => {
  const weights = await unpackWeights(new Blob([resource('encoder/weights.bin.gz')]).stream(), { shared: false });
  encoder = loadEncoder(weights, await WebAssembly.compile(resource('encoder/kernel.wasm')));
});

async function compared(files: readonly SourceFile[], options: CompareOptions = {}): Promise<Comparison> {
  const result = await compareFiles(files, encoder, options);
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
}

const codeOf = async (files: readonly SourceFile[], options: CompareOptions = {}): Promise<string> => {
  const result = await compareFiles(files, encoder, options);
  return result.ok ? 'done' : result.failure.code;
};

function textOf(comparison: Comparison, side: Side, row: Row): string {
  const { text, sentences } = comparison.articles[side];
  return row[side].map((index) => text.slice(sentences[index]?.start, sentences[index]?.end)).join(' ');
}

describe('two articles on one event', () => {
  let comparison: Comparison;
  let rows: Row[];
  const progress: Progress[] = [];
  const read: Readonly<Record<Side, string>>[] = [];

  beforeAll(async () => {
    const result = await compareFiles(
      [sample(NATO), sample(OTAN)],
      encoder,
      {},
      { progress: (step) => progress.push(step), onRead: (names) => read.push(names) },
    );
    if (!result.ok) throw new Error(result.failure.code);
    comparison = result.value;
    rows = rowsOf(comparison);
  });

  it('tells them apart by language, in whatever order they come', () => {
    expect(read).toEqual([{ fr: OTAN, en: NATO }]);
    expect(comparison.articles.fr.name).toBe(OTAN);
    expect(comparison.pairKind).toBe('comparable');
  });

  it.each([
    ['davantage de violence et de provocations', 'more violence and provocation'],
    ['pas de la coalition ou de l’Otan', 'not of the coalition or NATO'],
    ['opérations d’entraînement en Irak', 'training mission in Iraq'],
    ['dès que la situation sur le terrain', 'As soon as the situation on the ground'],
    ['activités déstabilisatrices', 'destabilizing activities'],
  ])('pairs “%s” with “%s”', (fr, en) => {
    const found = rows.filter(
      (row) => textOf(comparison, 'fr', row).includes(fr) && textOf(comparison, 'en', row).includes(en),
    );
    expect(found).not.toEqual([]);
  });

  it('pairs page furniture with nothing', () => {
    const furniture = rows.filter((row) => row.furniture);
    expect(furniture.length).toBeGreaterThan(8);
    expect(furniture.every((row) => row.fr.length + row.en.length === 1)).toBe(true);
    const paired = rows.filter((row) => row.fr.length > 0 && row.en.length > 0);
    for (const row of paired) expect(textOf(comparison, 'en', row)).not.toMatch(/KENZO|Please enter/);
  });

  it('gives a comparison that is whole: it opens again as it was saved', () => {
    expect(openComparison(writeComparison(comparison), 'a')).toEqual({ ok: true, value: comparison });
  });

  it('adds up', () => {
    const summary = summaryOf(comparison, rows);
    expect(summary.correspond + summary.only[summary.side]).toBe(summary.sentences[summary.side]);
  });

  it('reports its stages in order, and never goes back', () => {
    const places = progress.map(({ stage, done, total }) => STAGES.indexOf(stage) + done / total);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(new Set(progress.map(({ stage }) => stage))).toEqual(new Set(STAGES));
    for (const stage of STAGES) {
      const last = progress.findLast((step) => step.stage === stage);
      expect(last?.done).toBe(last?.total);
    }
  });
});

describe('a translation', () => {
  it('is recognised and aligned throughout', async () => {
    const comparison = await compared([sample('candide-1.fr.txt'), sample('candide-1.en.txt')]);
    const rows = rowsOf(comparison);
    const summary = summaryOf(comparison, rows);
    expect(comparison.pairKind).toBe('translation');
    expect(summary.correspond / summary.sentences[summary.side]).toBeGreaterThan(0.9);
    const hunt = rows.find((row) => textOf(comparison, 'fr', row).startsWith('Tous les chiens'));
    expect(hunt && textOf(comparison, 'en', hunt)).toMatch(/^He used to hunt with his mastiffs/);
  });

  it('can be declared by the reader', async () => {
    const comparison = await compared([sample(OTAN), sample(NATO)], { pairKind: 'translation' });
    expect(comparison.pairKind).toBe('translation');
    expect(comparison.links).toEqual([]);
  });

  it('says which number differs', async () => {
    const comparison = await compared([
      textFile('a', 'Le conseil compte 29 membres venus de toute l’Europe. Il se réunit tous les lundis à Paris.'),
      textFile('b', 'The council has 28 members from all over Europe. It meets in Paris every Monday.'),
    ]);
    expect(comparison.marks).toMatchObject([{ kind: 'changed', fact: 'number' }]);
  });
});

describe('lines that are sentences already', () => {
  it('stay as they are, in the order French, English, blank ones too', async () => {
    const comparison = await compared(
      [textFile('a', 'Bonjour. Merci.\n\nAu revoir.\n'), textFile('b', 'Hello. Thanks.\nGoodbye.\n')],
      { presegmented: true },
    );
    expect(comparison.articles.fr.sentences).toHaveLength(3);
    expect(comparison.articles.en.sentences).toHaveLength(2);
    expect(comparison.beads.map(({ fr, en }) => `${fr.join()}|${en.join()}`)).toEqual(['0|0', '1|', '2|1']);
  });
});

describe('a failure is a value', () => {
  it('for what cannot be compared', async () => {
    expect(await codeOf([sample(OTAN)])).toBe('needs-two');
    expect(await codeOf([sample(OTAN), sample(NATO), sample(OTAN)])).toBe('too-many');
    expect(await codeOf([sample(OTAN), sample('004_bd9a1907927c92da.txt')])).toBe('same-language');
    expect(await codeOf([sample(OTAN), textFile('empty.txt', '')])).toBe('empty');
    expect(await codeOf([sample(OTAN), { name: 'x', bytes: new Uint8Array([0, 1, 2, 0, 255, 0]) }])).toBe('binary');
  });

  it('for an encoder that cannot be had', async () => {
    const missing = Promise.reject<Encoder>(new Error('gone'));
    expect(await compareFiles([sample(OTAN), sample(NATO)], missing, {})).toEqual({
      ok: false,
      failure: { code: 'no-encoder', files: [], detail: 'gone' },
    });
  });

  it('for what should not happen', async () => {
    const broken: Encoder = { ...encoder, encode: () => Promise.reject(new Error('out of memory')) };
    expect(await compareFiles([sample(OTAN), sample(NATO)], broken, {})).toMatchObject({
      failure: { code: 'internal', detail: 'Error: out of memory' },
    });
  });

  it.each(STAGES)('for a cancel while it is at the stage “%s”', async (stage) => {
    const abort = new AbortController();
    const result = await compareFiles(
      [sample(OTAN), sample(NATO)],
      encoder,
      {},
      {
        signal: abort.signal,
        progress: (step) => {
          if (step.stage === stage && (stage !== 'compare' || step.done < step.total)) abort.abort();
        },
      },
    );
    expect(result).toEqual({ ok: false, failure: { code: 'cancelled', files: [OTAN, NATO] } });
  });
});
