import { wasmKernel, type Kernel, type Pointer } from './kernel.ts';
import { plainKernel } from './plainKernel.ts';
import type { Int8Matrix } from './weights.ts';

/**
 * One thread's memory for the network, the kernel that works on it, and what is laid out in it. Memory that was laid out but
 * never written costs nothing: the system gives pages when they are touched.
 */
export class Machine {
  readonly kernel: Kernel;
  readonly floats: Float32Array;
  readonly integers: Uint32Array;
  readonly shorts: Int16Array;
  private top = GAP;
  private readonly rowScales: Pointer;
  private readonly rows: Pointer;
  private readonly levels: Pointer;

  /** @param module the compiled kernel; without it the plain one does the work */
  constructor(module: WebAssembly.Module | null) {
    const memory = module
      ? new WebAssembly.Memory({ initial: MEMORY / PAGE, maximum: MEMORY / PAGE })
      : { buffer: new ArrayBuffer(MEMORY) };
    this.kernel =
      module && memory instanceof WebAssembly.Memory ? wasmKernel(module, memory) : plainKernel(memory.buffer);
    this.floats = new Float32Array(memory.buffer);
    this.integers = new Uint32Array(memory.buffer);
    this.shorts = new Int16Array(memory.buffer);
    this.rowScales = this.room(4 * MOST_ROWS);
    this.rows = this.room(4 * MOST_ROWS);
    this.levels = this.room(2 * MOST_ROWS * LONGEST_ROW);
  }

  /** Room for some bytes, all zero at first. There is no way to give it back. */
  room(bytes: number): Pointer {
    const at = this.top;
    this.top = Math.ceil((at + bytes) / GAP) * GAP;
    if (this.top > MEMORY) throw new RangeError('The encoder does not fit into its memory');
    return at;
  }

  vector(...parts: readonly Float32Array[]): Pointer {
    const at = this.room(4 * parts.reduce((length, part) => length + part.length, 0));
    let index = at >> 2;
    for (const part of parts) {
      this.floats.set(part, index);
      index += part.length;
    }
    return at;
  }

  /**
   * A matrix as the kernel takes it: panels of 8 columns; in a panel two rows at a time, and of these the 8 pairs of values.
   * Rows beyond `from + count` are left out.
   */
  matrix({ values, rows, columns, scale }: Int8Matrix, from = 0, count = rows): Matrix {
    const at = this.room(2 * count * columns);
    let index = at >> 1;
    for (let panel = 0; panel < columns; panel += 8) {
      for (let row = from; row < from + count; row += 2) {
        for (let column = panel; column < panel + 8; column++) {
          this.shorts[index++] = values[row * columns + column] ?? 0;
          this.shorts[index++] = values[(row + 1) * columns + column] ?? 0;
        }
      }
    }
    return { at, rows: count, columns, scale };
  }

  /** Takes the rows that the next products are made of. At most MOST_ROWS of at most LONGEST_ROW values. */
  take(source: Pointer, stride: number, count: number, length: number): void {
    this.kernel.quantiseRows(source, stride, count, length, this.levels, this.rowScales, this.rows);
  }

  /** Takes one row that is in levels already. */
  takeLevels(row: number, levels: Pointer, scale: number): void {
    this.integers[(this.rows >> 2) + row] = levels;
    this.floats[(this.rowScales >> 2) + row] = scale;
  }

  /**
   * Rows taken times a matrix. The kernel computes four rows at a time, so up to three rows beyond the last are overwritten:
   * `out` needs room for them.
   */
  multiply(matrix: Matrix, count: number, out: Pointer, outStride = 4 * matrix.columns): void {
    const last = this.integers[(this.rows >> 2) + count - 1] ?? 0;
    for (let row = count; row % 4 !== 0; row++) this.integers[(this.rows >> 2) + row] = last;
    const { kernel, rows, rowScales } = this;
    const padded = Math.ceil(count / 4) * 4;
    kernel.multiply(rows, padded, matrix.rows / 2, matrix.at, matrix.columns, out, outStride, rowScales, matrix.scale);
  }
}

export interface Matrix {
  readonly at: Pointer;
  readonly rows: number;
  readonly columns: number;
  readonly scale: number;
}

/** Rows that can be multiplied at once. A multiple of 4. */
export const MOST_ROWS = 256;

const LONGEST_ROW = 1280;

/** All that network.ts lays out, with a little to spare: 63 MB of it the token cache. */
const MEMORY = 96 << 20;

const PAGE = 1 << 16;

/** Alignment: a line of the processor's cache. */
const GAP = 64;
