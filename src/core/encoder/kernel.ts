/**
 * The network's inner loops. They work on one block of memory; `Pointer`s are byte addresses in it. Activations are 16-bit
 * integers of 14 bits with one float scale a row, weights 8-bit integers (widened to 16) with one scale a matrix.
 *
 * resources/encoder/kernel.wasm does this with SIMD (its source: tools/kernel/kernel.as.ts), plainKernel.ts without.
 */
export interface Kernel {
  /**
   * Integer matrix product: `out[r, c] = scale * rowScales[r] * (row r . column c)`.
   * @param rows pointers to the rows, each of 2 x `pairs` 16-bit values; `count` is a multiple of 4
   * @param panels the matrix in panels of 8 columns (layout.ts), `columns` a multiple of 8, `pairs` even
   * @param outStride bytes from one row of the result to the next
   */
  multiply(
    rows: Pointer,
    count: number,
    pairs: number,
    panels: Pointer,
    columns: number,
    out: Pointer,
    outStride: number,
    rowScales: Pointer,
    scale: number,
  ): void;
  /** The same in floats, rows one after the other, panels of 8 columns one row deep; `count` is even. */
  multiplyFloats(source: Pointer, count: number, length: number, panels: Pointer, columns: number, out: Pointer): void;
  /** `length` floats (a multiple of 8) to 16-bit levels; returns the scale. */
  quantise(source: Pointer, length: number, out: Pointer): number;
  /** Row by row: fills in levels, scales and the pointers that `multiply` takes. `stride` is in bytes. */
  quantiseRows(
    source: Pointer,
    stride: number,
    count: number,
    length: number,
    out: Pointer,
    rowScales: Pointer,
    rows: Pointer,
  ): void;
  /** Adds the bias, then layer norm, in place. */
  normaliseRows(
    at: Pointer,
    count: number,
    length: number,
    bias: Pointer,
    gain: Pointer,
    offset: Pointer,
    epsilon: number,
  ): void;
  /**
   * First convolution of one branch with its residual, at the positions given:
   * `out[p] = relu(bias + sum over j of products_j[slot at p - left + j]) + input[slot at p]`, 256 values.
   * @param slots cache slot of each position, 0 (a row of zeros) outside of sentences
   * @param inputAt bytes from the beginning of a cache row; `productsAt` likewise
   */
  firstConvolution(
    slots: Pointer,
    positions: Pointer,
    count: number,
    cache: Pointer,
    cacheRow: number,
    inputAt: number,
    productsAt: number,
    width: number,
    left: number,
    bias: Pointer,
    out: Pointer,
  ): void;
  /** Second convolution's activation and residual, into the branch's 256 of each token's 1,280 features. */
  secondConvolution(
    products: Pointer,
    positions: Pointer,
    count: number,
    bias: Pointer,
    first: Pointer,
    features: Pointer,
  ): void;
  /** The raw embeddings, the first 512 of each token's features. */
  copyEmbeddings(
    slots: Pointer,
    positions: Pointer,
    count: number,
    cache: Pointer,
    cacheRow: number,
    features: Pointer,
  ): void;
  /** Layer norm of each token's features, summed over segments of consecutive tokens. */
  sumSegments(
    features: Pointer,
    lengths: Pointer,
    segments: number,
    gain: Pointer,
    offset: Pointer,
    epsilon: number,
    out: Pointer,
  ): void;
}

export type Pointer = number;

/** The compiled kernel, at work on `memory`. */
export function wasmKernel(module: WebAssembly.Module, memory: WebAssembly.Memory): Kernel {
  return new WebAssembly.Instance(module, { env: { memory } }).exports as unknown as Kernel;
}
