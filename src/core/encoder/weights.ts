/**
 * The weights file of resources/encoder, once unpacked. tools/encoder/container.py describes its bytes.
 * All arrays are views into one buffer, which threads may share; nothing is ever written to it.
 */
export interface Weights {
  /** Number of pieces of the vocabulary. */
  readonly pieces: number;
  /** What a character outside the vocabulary adds to a path's log probability. */
  readonly unknownScore: number;
  /** Keeps layer norms from dividing by zero. */
  readonly epsilon: number;
  bytes(name: string): Uint8Array;
  vector(name: string): Float32Array;
  matrix(name: string): Int8Matrix;
  /** Bits of IEEE half precision numbers. */
  halves(name: string): Uint16Array;
}

/** Row-major; each value is to be multiplied with `scale`. */
export interface Int8Matrix {
  readonly values: Int8Array;
  readonly rows: number;
  readonly columns: number;
  readonly scale: number;
}

const MAGIC = 'VVEN';
const VERSION = 1;
const PREAMBLE = 16;

interface Section {
  readonly name: string;
  readonly offset: number;
  readonly length: number;
  readonly shape?: readonly number[];
  readonly scale?: number;
}

interface Header {
  readonly version: number;
  readonly pieces: number;
  readonly unknownScore: number;
  readonly epsilon: number;
  readonly sections: readonly Section[];
}

/**
 * Unpacks `weights.bin.gz` into one buffer, 50 MB, without a second copy on the way.
 * Rejects when the stream is no such file, is cut short, or cannot be read.
 */
export async function unpackWeights(
  gzipped: ReadableStream<Uint8Array>,
  { shared }: { readonly shared: boolean },
): Promise<ArrayBufferLike> {
  const unpacked = gzipped.pipeThrough(new DecompressionStream('gzip') as TransformStream<Uint8Array, Uint8Array>);
  const reader = unpacked.getReader();
  let preamble = new Uint8Array(0);
  let whole: Uint8Array | null = null;
  let filled = 0;
  for (let step = await reader.read(); !step.done; step = await reader.read()) {
    let chunk = step.value;
    if (!whole) {
      preamble = joined(preamble, chunk);
      if (preamble.length < PREAMBLE) continue;
      whole = new Uint8Array(newBuffer(wholeLength(preamble), shared));
      chunk = preamble;
    }
    if (filled + chunk.length > whole.length) throw new Error('The encoder file is longer than it says');
    whole.set(chunk, filled);
    filled += chunk.length;
  }
  if (!whole || filled < whole.length) throw new Error('The encoder file is cut short');
  return whole.buffer;
}

function newBuffer(length: number, shared: boolean): ArrayBufferLike {
  return shared ? new SharedArrayBuffer(length) : new ArrayBuffer(length);
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}

function wholeLength(preamble: Uint8Array): number {
  if (String.fromCharCode(...preamble.subarray(0, 4)) !== MAGIC) throw new Error('Not an encoder file');
  return Number(new DataView(preamble.buffer, preamble.byteOffset).getBigUint64(8, true));
}

/** Reads the table of contents. The file is little-endian, and so is every machine that this runs on. */
export function readWeights(buffer: ArrayBufferLike): Weights {
  const headerLength = new DataView(buffer).getUint32(4, true);
  // TextDecoder takes no shared memory: slice() copies.
  const text = new TextDecoder().decode(new Uint8Array(buffer).slice(PREAMBLE, PREAMBLE + headerLength));
  const header = JSON.parse(text) as Header;
  if (header.version !== VERSION) throw new Error(`Encoder file of version ${header.version}, not ${VERSION}`);
  const body = PREAMBLE + headerLength;
  const sections = new Map(header.sections.map((section) => [section.name, section]));
  const section = (name: string): Section => {
    const found = sections.get(name);
    if (!found) throw new Error(`The encoder file has no section ${name}`);
    return found;
  };
  const bytes = (name: string) => new Uint8Array(buffer, body + section(name).offset, section(name).length);
  return {
    pieces: header.pieces,
    unknownScore: header.unknownScore,
    epsilon: header.epsilon,
    bytes,
    vector: (name) => {
      const { buffer: memory, byteOffset, byteLength } = bytes(name);
      return new Float32Array(memory, byteOffset, byteLength / 4);
    },
    matrix: (name) => {
      const { shape: [rows, columns] = [], scale } = section(name);
      if (rows === undefined || columns === undefined || scale === undefined) throw new Error(`${name} is no matrix`);
      const { buffer: memory, byteOffset, byteLength } = bytes(name);
      return { values: new Int8Array(memory, byteOffset, byteLength), rows, columns, scale };
    },
    halves: (name) => {
      const { buffer: memory, byteOffset, byteLength } = bytes(name);
      return new Uint16Array(memory, byteOffset, byteLength / 2);
    },
  };
}
