import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { WorkerReply, WorkerRequest } from '../contract.ts';
import { Engine } from './engine.ts';

class FakeWorker {
  static all: FakeWorker[] = [];
  readonly heard: WorkerRequest[] = [];
  terminated = false;
  onmessage: ((event: { data: WorkerReply }) => void) | null = null;
  onerror: ((event: { message: string; preventDefault(): void }) => void) | null = null;

  constructor() {
    FakeWorker.all.push(this);
  }

  postMessage(request: WorkerRequest): void {
    this.heard.push(request);
  }

  terminate(): void {
    this.terminated = true;
  }

  say(reply: WorkerReply): void {
    this.onmessage?.({ data: reply });
  }
}

const file = (name: string) => ({ name, bytes: new Uint8Array() });
const failure = (id: number) =>
  ({ id, kind: 'done', result: { ok: false, failure: { code: 'empty', files: ['a.txt'] } } }) as const;

describe('Engine', () => {
  beforeEach(() => {
    FakeWorker.all = [];
    vi.stubGlobal('Worker', FakeWorker);
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  test('starts its worker with the first job, and lets it go when there was nothing to do for a while', async () => {
    const engine = new Engine();
    expect(FakeWorker.all).toHaveLength(0);
    const job = engine.compare([file('a.txt'), file('b.txt')], {});
    const [worker] = FakeWorker.all;
    worker?.say(failure(1));
    expect(await job.result).toMatchObject({ ok: false, failure: { code: 'empty' } });
    expect(worker?.terminated).toBe(false);
    vi.advanceTimersByTime(60_000);
    expect(worker?.terminated).toBe(true);
    engine.open('{}', 'saved');
    expect(FakeWorker.all).toHaveLength(2);
  });

  test('passes on names and progress of the job that they belong to', () => {
    const read = vi.fn();
    const progress = vi.fn();
    new Engine().compare([file('a.txt'), file('b.txt')], {}, { read, progress });
    const [worker] = FakeWorker.all;
    worker?.say({ id: 1, kind: 'read', names: { fr: 'a.txt', en: 'b.txt' } });
    worker?.say({ id: 1, kind: 'progress', progress: { stage: 'align', done: 3, total: 9 } });
    worker?.say({ id: 7, kind: 'progress', progress: { stage: 'align', done: 4, total: 9 } });
    expect(read).toHaveBeenCalledWith({ fr: 'a.txt', en: 'b.txt' });
    expect(progress).toHaveBeenCalledTimes(1);
  });

  test('a job that is cancelled ends even when the worker does not answer', async () => {
    const job = new Engine().compare([file('a.txt'), file('b.txt')], {});
    const [worker] = FakeWorker.all;
    job.cancel();
    expect(worker?.heard.at(-1)).toEqual({ id: 1, kind: 'cancel' });
    vi.advanceTimersByTime(5000);
    expect(await job.result).toMatchObject({ ok: false, failure: { code: 'cancelled' } });
    expect(worker?.terminated).toBe(true);
  });

  test('a worker that breaks fails its jobs with what the system said, and the next job has a new one', async () => {
    const engine = new Engine();
    const job = engine.compare([file('a.txt'), file('b.txt')], {});
    FakeWorker.all[0]?.onerror?.({ message: 'out of memory', preventDefault: () => undefined });
    expect(await job.result).toEqual({
      ok: false,
      failure: { code: 'internal', files: ['a.txt', 'b.txt'], detail: 'out of memory' },
    });
    engine.open('{}', 'saved');
    expect(FakeWorker.all).toHaveLength(2);
  });
});
