import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Comparison, MarkedPairs, Result, Side } from '../../contract.ts';
import { comparisonFixture } from '../../core/comparisonFixture.ts';
import { Marking } from './marking.ts';

const given: Comparison = {
  ...comparisonFixture({
    fr: ['Un.', 'Deux.', 'Trois.'],
    en: ['One.', 'Two.', 'Three.'],
    beads: [
      { fr: [0], en: [0] },
      { fr: [1], en: [] },
      { fr: [2], en: [1] },
      { fr: [], en: [2] },
    ],
  }),
  unmarked: [0, 1],
};

function started() {
  let find: (found: MarkedPairs) => void = () => undefined;
  let end: (result: Result<null>) => void = () => undefined;
  const job = {
    result: new Promise<Result<null>>((resolve) => {
      end = resolve;
    }),
    cancel: vi.fn(),
    prefer: vi.fn(),
  };
  const open = {
    comparison: given,
    onsight: vi.fn<(sentences: Readonly<Record<Side, readonly number[]>>) => void>(),
    add: vi.fn(),
  };
  const owner = { keep: vi.fn(), fail: vi.fn() };
  const engine = {
    mark: (_comparison: Comparison, marks: (found: MarkedPairs) => void) => {
      find = marks;
      return job;
    },
  };
  const marking = new Marking(engine, open, owner);
  return {
    marking,
    job,
    open,
    owner,
    find: (...pairs: number[]) => {
      find({ pairs, marks: [] });
    },
    end: async (result: Result<null> = { ok: true, value: null }) => {
      end(result);
      await job.result;
      await Promise.resolve();
    },
  };
}

describe('Marking', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    return () => {
      vi.useRealTimers();
    };
  });

  test('asks for the pairs of the sentences in sight, once', () => {
    const { open, job } = started();
    open.onsight({ fr: [1, 2], en: [] });
    open.onsight({ fr: [2], en: [1] });
    expect(job.prefer.mock.calls).toEqual([[[1]]]);
  });

  test('shows marks in sight at once, and others together with later ones', () => {
    const { open, find } = started();
    open.onsight({ fr: [2], en: [] });
    find(0);
    expect(open.add).not.toHaveBeenCalled();
    find(1);
    expect(open.add.mock.calls).toMatchObject([[[{ pairs: [0] }, { pairs: [1] }]]]);
  });

  test('shows and saves what is left at the end', async () => {
    const { open, owner, find, end } = started();
    find(0);
    await end();
    expect(open.add).toHaveBeenCalledTimes(1);
    expect(owner.keep).toHaveBeenCalledTimes(1);
    expect(owner.fail).not.toHaveBeenCalled();
  });

  test('saves what was found when the reader leaves, and nothing after that', async () => {
    const { marking, job, open, owner, find, end } = started();
    find(0);
    marking.stop();
    expect(job.cancel).toHaveBeenCalledTimes(1);
    find(1);
    await end({ ok: false, failure: { code: 'cancelled', files: [] } });
    expect(open.add.mock.calls).toMatchObject([[[{ pairs: [0] }]]]);
    expect(owner.keep).toHaveBeenCalledTimes(1);
    expect(owner.fail).not.toHaveBeenCalled();
  });

  test('says when it cannot go on', async () => {
    const { owner, end } = started();
    await end({ ok: false, failure: { code: 'no-encoder', files: [] } });
    expect(owner.fail).toHaveBeenCalledWith({ code: 'no-encoder', files: [] });
    expect(owner.keep).not.toHaveBeenCalled();
  });
});
