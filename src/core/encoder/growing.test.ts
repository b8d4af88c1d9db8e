import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Encoder } from './encoder.ts';
import { growingEncoder } from './growing.ts';

/** An encoder that only writes down what it was asked for. */
function recorder(name: string, log: string[]): Encoder {
  return {
    encode: (sentences) => {
      log.push(`${name}: ${sentences.length} sentences`);
      return Promise.resolve(new Float32Array(0));
    },
    words: (sentences) => {
      log.push(`${name}: words of ${sentences.length}`);
      return Promise.resolve([]);
    },
    spans: (_sums, lengths) => {
      log.push(`${name}: ${lengths.length} spans`);
      return Promise.resolve(new Float32Array(0));
    },
    close: () => {
      log.push(`${name}: closed`);
    },
  };
}

describe('an encoder that grows', () => {
  let log: string[];
  let encoder: Encoder;
  const sentences = (count: number) => Array.from({ length: count }, () => 'a');

  beforeEach(() => {
    vi.useFakeTimers();
    log = [];
    let started = 0;
    encoder = growingEncoder(recorder('own', log), () => recorder(`pool ${++started}`, log));
  });
  afterEach(() => vi.useRealTimers());

  it('does small jobs itself and starts threads for the first large one', async () => {
    await encoder.encode(sentences(20));
    await encoder.words([['a']], 'fr');
    await encoder.spans(new Float32Array(0), new Float32Array(400));
    await encoder.encode(sentences(1000));
    await encoder.encode(sentences(20));
    const before = ['own: 20 sentences', 'own: words of 1', 'own: 400 spans'];
    expect(log).toEqual([...before, 'pool 1: 1000 sentences', 'pool 1: 20 sentences']);
  });

  it('lets the threads go after a rest, and starts new ones when they are needed', async () => {
    await encoder.encode(sentences(1000));
    vi.advanceTimersByTime(60_000);
    await encoder.encode(sentences(1000));
    expect(log).toEqual(['pool 1: 1000 sentences', 'pool 1: closed', 'pool 2: 1000 sentences']);
  });

  it('closes everything at the end', async () => {
    await encoder.encode(sentences(1000));
    encoder.close();
    vi.advanceTimersByTime(60_000);
    expect(log).toEqual(['pool 1: 1000 sentences', 'own: closed', 'pool 1: closed']);
  });
});
