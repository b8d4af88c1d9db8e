import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readWeights, unpackWeights } from './weights.ts';

/** A weights file as tools/encoder/container.py writes it. */
function container(version = 1): Uint8Array<ArrayBuffer> {
  const sections = [
    { name: 'bias', offset: 0, length: 8, shape: [2] },
    { name: 'dense', offset: 8, length: 4, shape: [2, 2], scale: 0.5 },
  ];
  let header = JSON.stringify({ version, pieces: 0, unknownScore: -1, epsilon: 0, sections });
  header += ' '.repeat((8 - (header.length % 8)) % 8);
  const bytes = new Uint8Array(16 + header.length + 12);
  bytes.set(new TextEncoder().encode(`VVEN`));
  new DataView(bytes.buffer).setUint32(4, header.length, true);
  new DataView(bytes.buffer).setBigUint64(8, BigInt(bytes.length), true);
  bytes.set(new TextEncoder().encode(header), 16);
  bytes.set(new Uint8Array(Float32Array.of(1.5, -2).buffer), 16 + header.length);
  bytes.set([1, 2, 253, 4], 16 + header.length + 8);
  return bytes;
}

/** A stream that comes in small chunks. */
function streamed(bytes: Uint8Array, chunk = 5): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) controller.close();
      else controller.enqueue(bytes.slice(at, (at += chunk)));
    },
  });
}

describe('the weights file', () => {
  it.each([true, false])('unpacks into one buffer (shared: %s) and is read in place', async (shared) => {
    const buffer = await unpackWeights(streamed(gzipSync(container())), { shared });
    expect(buffer instanceof SharedArrayBuffer).toBe(shared);
    const weights = readWeights(buffer);
    expect(Array.from(weights.vector('bias'))).toEqual([1.5, -2]);
    const { values, ...facts } = weights.matrix('dense');
    expect(Array.from(values)).toEqual([1, 2, -3, 4]);
    expect(facts).toEqual({ rows: 2, columns: 2, scale: 0.5 });
    expect(values.buffer).toBe(buffer);
  });

  it('is refused when it is something else, cut short, too long or of another version', async () => {
    const unpack = (bytes: Uint8Array) => unpackWeights(streamed(bytes), { shared: false });
    const whole = container();
    await expect(unpack(gzipSync(new Uint8Array(100)))).rejects.toThrow('Not an encoder file');
    await expect(unpack(gzipSync(whole.subarray(0, 60)))).rejects.toThrow('cut short');
    await expect(unpack(gzipSync(new Uint8Array(0)))).rejects.toThrow('cut short');
    await expect(unpack(gzipSync(new Uint8Array([...whole, 0])))).rejects.toThrow('longer');
    await expect(unpack(gzipSync(whole).subarray(0, 80))).rejects.toThrow();
    await expect(unpack(new Uint8Array(50))).rejects.toThrow();
    expect(() => readWeights(container(2).buffer)).toThrow('version 2');
    expect(() => readWeights(whole.buffer).vector('absent')).toThrow('absent');
  });
});
