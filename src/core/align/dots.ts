import { DOTS_MODULE } from './dotsModule.ts';
import type { Steps } from './steps.ts';

/** Rows of 16-bit integers inside the kernel's memory. */
export interface Rows {
  readonly count: number;
  /** Values of one row, a multiple of 8. */
  readonly values: number;
  /** Address of the first row, in bytes. */
  readonly at: number;
}

/** What each row of a search still takes; inside the kernel's memory. */
export interface Thresholds {
  readonly offsetsAt: number;
  readonly leastAt: number;
  /** The numbers, to read or write; only until the next allocation. */
  offsets(): Int32Array;
  least(): Int32Array;
}

/** The product of two equal unit rows: cosine = product / UNIT. */
export const UNIT = 2 ** 30;

/** A unit vector's values times this are rounded to integers; cosines are then right to some 2e-5. */
const SCALE = 2 ** 15;

/** Most columns of one call of `four`: 4 x 4 bytes each. */
export const MOST_COLUMNS = 4096;

const PAGE = 65_536;
/** Where the products of one call land; the first page is left to the module. */
const OUT = PAGE;
/** Where the columns found by `interesting` land. */
const FOUND = OUT + MOST_COLUMNS * 16 + 64;
const FIRST = FOUND + MOST_COLUMNS * 4;

interface Kernel {
  dotsOfFour(a: number, b: number, count: number, bytes: number, out: number): void;
  dot(a: number, b: number, bytes: number): number;
  interesting(
    dots: number,
    count: number,
    rowOffsets: number,
    rowLeast: number,
    columnOffsets: number,
    columnLeast: number,
    out: number,
  ): number;
}

let compiled: WebAssembly.Module | undefined;

/**
 * Cosines of many vectors, in WebAssembly with its own memory. Whole numbers throughout: the order of summing does not
 * matter, so every machine gives the same bits. The memory goes with the object.
 */
export class Dots {
  readonly #memory = new WebAssembly.Memory({ initial: Math.ceil(FIRST / PAGE) });
  readonly #kernel: Kernel;
  #end = FIRST;
  #out = new Int32Array(0);

  constructor() {
    compiled ??= new WebAssembly.Module(Uint8Array.from(atob(DOTS_MODULE), (letter) => letter.charCodeAt(0)));
    const instance = new WebAssembly.Instance(compiled, { env: { memory: this.#memory } });
    this.#kernel = instance.exports as unknown as Kernel;
  }

  /** Room for rows; three rows of zeros follow, as `four` reads whole groups. */
  allocate(count: number, values: number): Rows {
    const at = this.#end;
    this.#end += (count + 3) * values * 2;
    const missing = this.#end - this.#memory.buffer.byteLength;
    if (missing > 0) this.#memory.grow(Math.ceil(missing / PAGE));
    return { count, values, at };
  }

  /** The rows' values, to read or write; only until the next `allocate`. */
  values(rows: Rows): Int16Array {
    return new Int16Array(this.#memory.buffer, rows.at, rows.count * rows.values);
  }

  /**
   * Unit vectors as rows. Vectors are brought to unit length; a vector of zeros stays so.
   * @param vectors row-major, any number of rows of `values` each
   * @param order which vectors, one for each row
   */
  *quantise(vectors: Float32Array, values: number, order: Int32Array): Steps<Rows> {
    const rows = this.allocate(order.length, values);
    const out = this.values(rows);
    for (let r = 0; r < order.length; r++) {
      if (r % 64 === 0) yield r / order.length;
      const from = (order[r] ?? 0) * values;
      let square = 0;
      for (let q = 0; q < values; q++) square += (vectors[from + q] ?? 0) ** 2;
      const scale = square > 0 ? SCALE / Math.sqrt(square) : 0;
      for (let q = 0; q < values; q++) {
        out[r * values + q] = Math.min(SCALE - 1, Math.round((vectors[from + q] ?? 0) * scale));
      }
    }
    return rows;
  }

  /** Some of the rows, copied together. */
  gather(from: Rows, order: Int32Array): Rows {
    const rows = this.allocate(order.length, from.values);
    const source = this.values(from);
    const out = this.values(rows);
    const { values } = from;
    for (let r = 0; r < order.length; r++) {
      const start = (order[r] ?? 0) * values;
      out.set(source.subarray(start, start + values), r * values);
    }
    return rows;
  }

  /**
   * Rows `row` to `row + 3` of `a` with rows `from` to `from + count - 1` of `b`.
   * @param count at most MOST_COLUMNS
   * @returns count x 4 products, valid until the next call; rows beyond the end give nothing of use
   */
  four(a: Rows, row: number, b: Rows, from: number, count: number): Int32Array {
    const bytes = a.values * 2;
    this.#kernel.dotsOfFour(a.at + row * bytes, b.at + from * bytes, count, bytes, OUT);
    if (this.#out.buffer !== this.#memory.buffer) {
      this.#out = new Int32Array(this.#memory.buffer, OUT, MOST_COLUMNS * 4);
    }
    return this.#out;
  }

  /**
   * The columns of the last `four` that one of its rows, or the column itself, may take: where a product less the column's
   * offset is more than the row's least, or less the row's offset more than the column's.
   * @returns their numbers among the columns, ascending; valid until the next call
   */
  interesting(rows: Thresholds, row: number, columns: Thresholds, from: number, count: number): Int32Array {
    const atRow = row * 4;
    const atColumn = from * 4;
    const found = this.#kernel.interesting(
      OUT,
      count,
      rows.offsetsAt + atRow,
      rows.leastAt + atRow,
      columns.offsetsAt + atColumn,
      columns.leastAt + atColumn,
      FOUND,
    );
    return new Int32Array(this.#memory.buffer, FOUND, found);
  }

  /** Room for the thresholds of `count` rows, and of three more that want nothing. */
  thresholds(count: number): Thresholds {
    const offsetsAt = this.allocate(count + 3, 2).at;
    const leastAt = this.allocate(count + 3, 2).at;
    const view = (at: number): Int32Array => new Int32Array(this.#memory.buffer, at, count + 3);
    view(offsetsAt).fill(UNIT);
    view(leastAt).fill(2 ** 31 - 1);
    return { offsetsAt, leastAt, offsets: () => view(offsetsAt), least: () => view(leastAt) };
  }

  one(a: Rows, i: number, b: Rows, j: number): number {
    const bytes = a.values * 2;
    return this.#kernel.dot(a.at + i * bytes, b.at + j * bytes, bytes);
  }
}
