import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { unpackWeights } from '../weights.ts';

const file = (path: string) => new URL(path, import.meta.url);

/** The shipped weights, in shared memory. */
export function shippedWeights(): Promise<ArrayBufferLike> {
  const stream = Readable.toWeb(createReadStream(file('../../../../resources/encoder/weights.bin.gz')));
  return unpackWeights(stream as ReadableStream<Uint8Array>, { shared: true });
}

export async function shippedKernel(): Promise<WebAssembly.Module> {
  return WebAssembly.compile(await readFile(file('../../../../resources/encoder/kernel.wasm')));
}

/** What the original model says of 200 sentences; tools/encoder/build.py recorded it. */
export interface Parity {
  readonly sentences: readonly string[];
  readonly pieces: readonly (readonly number[])[];
  /** sentences x 512, rounded to half precision. */
  readonly vectors: Float32Array;
}

export async function recordedParity(): Promise<Parity> {
  const record = JSON.parse(await readFile(file('parity.json'), 'utf8')) as Parity & { readonly vectors: string };
  const bytes = Buffer.from(record.vectors, 'base64');
  const vectors = Float32Array.from({ length: bytes.length / 2 }, (_, i) => fromHalf(bytes.readUInt16LE(2 * i)));
  return { ...record, vectors };
}

function fromHalf(bits: number): number {
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  const size = exponent === 0 ? fraction * 2 ** -24 : (0x400 + fraction) * 2 ** (exponent - 25);
  return bits & 0x8000 ? -size : size;
}

/** The cosine of two unit vectors, row `i` of `a` and row `j` of `b`. */
export function cosine(a: Float32Array, i: number, b: Float32Array, j: number, dimension = 512): number {
  let sum = 0;
  let squaresA = 0;
  let squaresB = 0;
  for (let d = 0; d < dimension; d++) {
    const x = a[i * dimension + d] ?? 0;
    const y = b[j * dimension + d] ?? 0;
    sum += x * y;
    squaresA += x * x;
    squaresB += y * y;
  }
  return sum / Math.sqrt(squaresA * squaresB);
}
