import { readFileSync } from 'node:fs';
import { beforeAll, expect, it } from 'vitest';
import type { Comparison, SourceFile, WorkerReply, WorkerRequest } from '../contract.ts';
import { correspondences } from '../core/compare/correspondences.ts';
import { writeComparison } from '../core/comparison.ts';
import { comparisonFixture } from '../core/comparisonFixture.ts';
import type { Encoder } from '../core/encoder/encoder.ts';
import { loadEncoder } from '../core/encoder/inThread.ts';
import { unpackWeights } from '../core/encoder/weights.ts';
import { serveEngine } from './serve.ts';

const resource = (path: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(readFileSync(new URL(`../../resources/${path}`, import.meta.url)));
const files: readonly SourceFile[] = ['candide-1.en.txt', 'candide-1.fr.txt'].map((name) => ({
  name,
  bytes: resource(`samples/${name}`),
}));

let encoder: Encoder;

beforeAll(async () => {
  const weights = await unpackWeights(new Blob([resource('encoder/weights.bin.gz')]).stream(), { shared: false });
  encoder = loadEncoder(weights, await WebAssembly.compile(resource('encoder/kernel.wasm')));
});

/** A worker to talk to; `replies` resolves with all replies to a request once it is done. */
function started(openEncoder: () => Promise<Encoder> = () => Promise.resolve(encoder)) {
  const heard: WorkerReply[] = [];
  const waiting = new Map<number, (replies: WorkerReply[]) => void>();
  let send: (request: WorkerRequest) => void = () => undefined;
  serveEngine({
    post: (reply) => {
      heard.push(structuredClone(reply));
      if ('result' in reply) waiting.get(reply.id)?.(heard.filter(({ id }) => id === reply.id));
    },
    onMessage: (listener) => {
      send = listener;
    },
    openEncoder,
  });
  return {
    send: (request: WorkerRequest): void => {
      send(request);
    },
    replies: (request: WorkerRequest): Promise<WorkerReply[]> =>
      new Promise((resolve) => {
        waiting.set(request.id, resolve);
        send(request);
      }),
  };
}

it('tells the names, then how far it is, and then the result, once', async () => {
  const replies = await started().replies({ id: 7, kind: 'compare', files, options: {} });
  expect(replies.find(({ kind }) => kind === 'read')).toEqual({
    id: 7,
    kind: 'read',
    names: { fr: 'candide-1.fr.txt', en: 'candide-1.en.txt' },
  });
  expect(replies.filter(({ kind }) => kind === 'done')).toHaveLength(1);
  expect(replies.at(-1)).toMatchObject({ id: 7, kind: 'done', result: { ok: true } });
  const stages = new Set(replies.flatMap((reply) => (reply.kind === 'progress' ? [reply.progress.stage] : [])));
  expect([...stages]).toEqual(['read', 'encode', 'align', 'compare']);
});

it('answers several requests at once, each under its own number', async () => {
  const worker = started();
  const all = await Promise.all([1, 2].map((id) => worker.replies({ id, kind: 'compare', files, options: {} })));
  expect(all.map((replies) => replies.at(-1))).toMatchObject([
    { id: 1, result: { ok: true } },
    { id: 2, result: { ok: true } },
  ]);
});

it('stops a comparison that is cancelled, and no other', async () => {
  const worker = started();
  const stopped = worker.replies({ id: 1, kind: 'compare', files, options: {} });
  const kept = worker.replies({ id: 2, kind: 'compare', files, options: {} });
  worker.send({ id: 1, kind: 'cancel' });
  expect((await stopped).at(-1)).toMatchObject({ result: { failure: { code: 'cancelled' } } });
  expect((await kept).at(-1)).toMatchObject({ result: { ok: true } });
});

it('tries an encoder that failed to open again with the next comparison', async () => {
  let tries = 0;
  const worker = started(() => (tries++ === 0 ? Promise.reject(new Error('not there')) : Promise.resolve(encoder)));
  const first = await worker.replies({ id: 1, kind: 'compare', files, options: {} });
  expect(first.at(-1)).toMatchObject({ result: { failure: { code: 'no-encoder', detail: 'not there' } } });
  const second = await worker.replies({ id: 2, kind: 'compare', files, options: {} });
  expect(second.at(-1)).toMatchObject({ result: { ok: true } });
});

it('opens a saved comparison, or says that it is damaged', async () => {
  const comparison = comparisonFixture({ fr: ['Oui.'], en: ['Yes.'], beads: [{ fr: [0], en: [0] }] });
  const worker = started();
  const opened = await worker.replies({ id: 1, kind: 'open', document: writeComparison(comparison), name: 'a' });
  expect(opened).toEqual([{ id: 1, kind: 'done', result: { ok: true, value: comparison } }]);
  const damaged = await worker.replies({ id: 2, kind: 'open', document: '{', name: 'a' });
  expect(damaged).toMatchObject([{ result: { failure: { code: 'damaged', files: ['a'] } } }]);
});

it('compares inside the pairs of a comparison that were left out, in as many steps as it likes', async () => {
  const worker = started();
  const [whole, plain] = await Promise.all([comparedBy(worker, true), comparedBy(worker, false)]);
  const pairs = [...correspondences(plain).keys()];
  const replies = await worker.replies({ id: 3, kind: 'mark', comparison: { ...plain, unmarked: pairs } });
  const found = replies.flatMap((reply) => (reply.kind === 'marks' ? [reply.found] : []));
  expect(found.flatMap((each) => each.pairs)).toEqual(pairs);
  expect(found.flatMap((each) => each.marks)).toEqual(whole.marks);
  expect(replies.at(-1)).toEqual({ id: 3, kind: 'marked', result: { ok: true, value: null } });
});

it('links the words of two texts', async () => {
  const texts = { fr: 'Le chat dort.', en: 'The cat is sleeping.' };
  const [reply] = await started().replies({ id: 1, kind: 'words', texts });
  if (reply?.kind !== 'linked' || !reply.result.ok) throw new Error('No links');
  const links = reply.result.value.map(({ fr, en }) => `${fr}-${en}`);
  expect(links).toEqual(expect.arrayContaining(['1-1', '2-3']));
});

async function comparedBy(worker: ReturnType<typeof started>, marks: boolean): Promise<Comparison> {
  const reply = (await worker.replies({ id: marks ? 1 : 2, kind: 'compare', files, options: { marks } })).at(-1);
  if (reply?.kind !== 'done' || !reply.result.ok) throw new Error('Nothing compared');
  return reply.result.value;
}
