import { part, type Steps } from '../steps.ts';
import { Dots, MOST_COLUMNS, UNIT, type Rows } from '../dots.ts';

/**
 * Cosines of the vectors of two articles, to be read block by block: the words or the spans of one sentence of each.
 * @param a vectors, row-major; they are brought to unit length
 * @param b the same for the other article
 * @param values length of a vector, a multiple of 8
 */
export function* cosineBlocks(a: Float32Array, b: Float32Array, values: number): Steps<CosineBlocks> {
  const dots = new Dots();
  const rows = yield* part(dots.quantise(a, values, everyRow(a.length / values)), 0, 0.5);
  const columns = yield* part(dots.quantise(b, values, everyRow(b.length / values)), 0.5, 1);
  return new CosineBlocks(dots, rows, columns);
}

/** Made by `cosineBlocks`. */
export class CosineBlocks {
  readonly #dots: Dots;
  readonly #a: Rows;
  readonly #b: Rows;

  constructor(dots: Dots, a: Rows, b: Rows) {
    this.#dots = dots;
    this.#a = a;
    this.#b = b;
  }

  /** Cosines of `rows` vectors of the first article from `fromA` on with `columns` of the second's from `fromB` on, row-major. */
  block(fromA: number, rows: number, fromB: number, columns: number): Float32Array {
    const out = new Float32Array(rows * columns);
    for (let j = 0; j < columns; j += MOST_COLUMNS) {
      const count = Math.min(MOST_COLUMNS, columns - j);
      for (let i = 0; i < rows; i += 4) {
        const products = this.#dots.four(this.#a, fromA + i, this.#b, fromB + j, count);
        const here = Math.min(4, rows - i);
        for (let c = 0; c < count; c++) {
          for (let r = 0; r < here; r++) out[(i + r) * columns + j + c] = (products[c * 4 + r] ?? 0) / UNIT;
        }
      }
    }
    return out;
  }
}

function everyRow(count: number): Int32Array {
  return Int32Array.from({ length: count }, (_, index) => index);
}
