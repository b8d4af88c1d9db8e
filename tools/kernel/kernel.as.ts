/*
 * The encoder's inner loops, in AssemblyScript with 128-bit SIMD: compiled by tools/kernel/build.mjs to
 * resources/encoder/kernel.wasm. src/core/encoder/kernel.ts describes each function for its callers, and
 * src/core/encoder/plainKernel.ts does the same without WebAssembly: the three change together.
 *
 * Pointers are byte addresses in the imported memory. Nothing is allocated here.
 */

/** Bytes of one row of 256, 512, 768 and 1,280 floats. */
const BRANCH_ROW: usize = 1024;
const EMBEDDING_ROW: usize = 2048;
const FEATURE_ROW: usize = 5120;

/** 14 bits: 8191 x 127 x 1,280 products still fit into the 32 bits that they are summed in. */
const LARGEST_LEVEL: f32 = 8191;

// @ts-ignore: decorator
@inline
function load128(at: usize): v128 {
  return v128.load(at);
}

// @ts-ignore: decorator
@inline
function sumOfLanes(v: v128): f32 {
  return (
    f32x4.extract_lane(v, 0) + f32x4.extract_lane(v, 1) + f32x4.extract_lane(v, 2) + f32x4.extract_lane(v, 3)
  );
}

// @ts-ignore: decorator
@inline
function dotAdd(sum: v128, pair: v128, weights: v128): v128 {
  return i32x4.add(sum, i32x4.dot_i16x8_s(pair, weights));
}

// @ts-ignore: decorator
@inline
function storeScaled(at: usize, left: v128, right: v128, scale: f32): void {
  const factor = f32x4.splat(scale);
  v128.store(at, f32x4.mul(f32x4.convert_i32x4_s(left), factor));
  v128.store(at, f32x4.mul(f32x4.convert_i32x4_s(right), factor), 16);
}

/**
 * Tiles of 4 rows x 8 columns: eight sums, two weight registers and one pair of activations fill the 16 registers of x64.
 * Each step of the inner loop takes two pairs of activations a row.
 */
export function multiply(
  rows: usize, count: i32, pairs: i32, panels: usize, columns: i32,
  out: usize, outStride: usize, rowScales: usize, scale: f32,
): void {
  for (let column = 0; column < columns; column += 8) {
    const panel = panels + <usize>column * <usize>pairs * 4;
    for (let row = 0; row < count; row += 4) {
      const pointers = rows + (<usize>row << 2);
      let a0 = <usize>load<u32>(pointers);
      let a1 = <usize>load<u32>(pointers, 4);
      let a2 = <usize>load<u32>(pointers, 8);
      let a3 = <usize>load<u32>(pointers, 12);
      let s00 = i32x4.splat(0), s01 = i32x4.splat(0), s10 = i32x4.splat(0), s11 = i32x4.splat(0);
      let s20 = i32x4.splat(0), s21 = i32x4.splat(0), s30 = i32x4.splat(0), s31 = i32x4.splat(0);
      let w = panel;
      const end = a0 + (<usize>pairs << 2);
      while (a0 < end) {
        const left0 = load128(w), right0 = v128.load(w, 16);
        let a = v128.load32_splat(a0); s00 = dotAdd(s00, a, left0); s01 = dotAdd(s01, a, right0);
        a = v128.load32_splat(a1); s10 = dotAdd(s10, a, left0); s11 = dotAdd(s11, a, right0);
        a = v128.load32_splat(a2); s20 = dotAdd(s20, a, left0); s21 = dotAdd(s21, a, right0);
        a = v128.load32_splat(a3); s30 = dotAdd(s30, a, left0); s31 = dotAdd(s31, a, right0);
        const left1 = v128.load(w, 32), right1 = v128.load(w, 48);
        a = v128.load32_splat(a0, 4); s00 = dotAdd(s00, a, left1); s01 = dotAdd(s01, a, right1);
        a = v128.load32_splat(a1, 4); s10 = dotAdd(s10, a, left1); s11 = dotAdd(s11, a, right1);
        a = v128.load32_splat(a2, 4); s20 = dotAdd(s20, a, left1); s21 = dotAdd(s21, a, right1);
        a = v128.load32_splat(a3, 4); s30 = dotAdd(s30, a, left1); s31 = dotAdd(s31, a, right1);
        w += 64; a0 += 8; a1 += 8; a2 += 8; a3 += 8;
      }
      const at = out + <usize>row * outStride + (<usize>column << 2), scales = rowScales + (<usize>row << 2);
      storeScaled(at, s00, s01, load<f32>(scales) * scale);
      storeScaled(at + outStride, s10, s11, load<f32>(scales, 4) * scale);
      storeScaled(at + 2 * outStride, s20, s21, load<f32>(scales, 8) * scale);
      storeScaled(at + 3 * outStride, s30, s31, load<f32>(scales, 12) * scale);
    }
  }
}

/** Tiles of 2 rows x 8 columns. */
export function multiplyFloats(
  source: usize, count: i32, length: i32, panels: usize, columns: i32, out: usize,
): void {
  const stride = <usize>length << 2, outStride = <usize>columns << 2;
  for (let column = 0; column < columns; column += 8) {
    const panel = panels + <usize>column * stride;
    for (let row = 0; row < count; row += 2) {
      let a0 = source + <usize>row * stride, a1 = a0 + stride, w = panel;
      let s00 = f32x4.splat(0), s01 = f32x4.splat(0), s10 = f32x4.splat(0), s11 = f32x4.splat(0);
      const end = a1;
      while (a0 < end) {
        const left = load128(w), right = v128.load(w, 16);
        let a = v128.load32_splat(a0);
        s00 = f32x4.add(s00, f32x4.mul(a, left)); s01 = f32x4.add(s01, f32x4.mul(a, right));
        a = v128.load32_splat(a1);
        s10 = f32x4.add(s10, f32x4.mul(a, left)); s11 = f32x4.add(s11, f32x4.mul(a, right));
        w += 32; a0 += 4; a1 += 4;
      }
      const at = out + <usize>row * outStride + (<usize>column << 2);
      v128.store(at, s00); v128.store(at, s01, 16);
      v128.store(at + outStride, s10); v128.store(at + outStride, s11, 16);
    }
  }
}

// @ts-ignore: decorator
@inline
function largestOf(source: usize, length: i32): f32 {
  let most = f32x4.splat(0);
  const end = source + (<usize>length << 2);
  for (let at = source; at < end; at += 16) most = f32x4.max(most, f32x4.abs(load128(at)));
  return max(
    max(f32x4.extract_lane(most, 0), f32x4.extract_lane(most, 1)),
    max(f32x4.extract_lane(most, 2), f32x4.extract_lane(most, 3)),
  );
}

// @ts-ignore: decorator
@inline
function toLevels(at: usize, factor: v128): v128 {
  return i32x4.trunc_sat_f32x4_s(f32x4.nearest(f32x4.mul(load128(at), factor)));
}

export function quantise(source: usize, length: i32, out: usize): f32 {
  const most = largestOf(source, length);
  const scale: f32 = most > 0 ? most / LARGEST_LEVEL : 1;
  const factor = f32x4.splat(1 / scale), end = source + (<usize>length << 2);
  for (let at = source; at < end; at += 32) {
    v128.store(out, i16x8.narrow_i32x4_s(toLevels(at, factor), toLevels(at + 16, factor)));
    out += 16;
  }
  return scale;
}

export function quantiseRows(
  source: usize, stride: usize, count: i32, length: i32, out: usize, rowScales: usize, rows: usize,
): void {
  for (let row = 0; row < count; row++) {
    store<f32>(rowScales + (<usize>row << 2), quantise(source, length, out));
    store<u32>(rows + (<usize>row << 2), <u32>out);
    source += stride;
    out += <usize>length << 1;
  }
}

export function normaliseRows(
  at: usize, count: i32, length: i32, bias: usize, gain: usize, offset: usize, epsilon: f32,
): void {
  const bytes = <usize>length << 2, share = <f32>1 / <f32>length;
  for (let row = 0; row < count; row++) {
    let sum = f32x4.splat(0);
    for (let i: usize = 0; i < bytes; i += 16) {
      const v = f32x4.add(load128(at + i), load128(bias + i));
      v128.store(at + i, v);
      sum = f32x4.add(sum, v);
    }
    const mean = f32x4.splat(sumOfLanes(sum) * share);
    sum = f32x4.splat(0);
    for (let i: usize = 0; i < bytes; i += 16) {
      const v = f32x4.sub(load128(at + i), mean);
      sum = f32x4.add(sum, f32x4.mul(v, v));
    }
    const factor = f32x4.splat(1 / sqrt<f32>(sumOfLanes(sum) * share + epsilon));
    for (let i: usize = 0; i < bytes; i += 16) {
      const v = f32x4.mul(f32x4.sub(load128(at + i), mean), factor);
      v128.store(at + i, f32x4.add(f32x4.mul(v, load128(gain + i)), load128(offset + i)));
    }
    at += bytes;
  }
}

/** Four registers at a time, so that a window's slots are looked up once for 16 values. */
export function firstConvolution(
  slots: usize, positions: usize, count: i32, cache: usize, cacheRow: usize, inputAt: usize, productsAt: usize,
  width: i32, left: i32, bias: usize, out: usize,
): void {
  const zero = f32x4.splat(0);
  for (let token = 0; token < count; token++) {
    const position = load<u32>(positions + (<usize>token << 2));
    const window = slots + (<usize>(position - left) << 2);
    const centre = cache + <usize>load<u32>(window + (<usize>left << 2)) * cacheRow + inputAt;
    const target = out + <usize>position * BRANCH_ROW;
    for (let i: usize = 0; i < BRANCH_ROW; i += 64) {
      let v0 = load128(bias + i), v1 = v128.load(bias + i, 16), v2 = v128.load(bias + i, 32), v3 = v128.load(bias + i, 48);
      for (let j = 0; j < width; j++) {
        const slot = <usize>load<u32>(window + (<usize>j << 2));
        const product = cache + slot * cacheRow + productsAt + <usize>j * BRANCH_ROW + i;
        v0 = f32x4.add(v0, load128(product));
        v1 = f32x4.add(v1, v128.load(product, 16));
        v2 = f32x4.add(v2, v128.load(product, 32));
        v3 = f32x4.add(v3, v128.load(product, 48));
      }
      const input = centre + i, to = target + i;
      v128.store(to, f32x4.add(f32x4.max(v0, zero), load128(input)));
      v128.store(to, f32x4.add(f32x4.max(v1, zero), v128.load(input, 16)), 16);
      v128.store(to, f32x4.add(f32x4.max(v2, zero), v128.load(input, 32)), 32);
      v128.store(to, f32x4.add(f32x4.max(v3, zero), v128.load(input, 48)), 48);
    }
  }
}

export function secondConvolution(
  products: usize, positions: usize, count: i32, bias: usize, first: usize, features: usize,
): void {
  const zero = f32x4.splat(0);
  for (let token = 0; token < count; token++) {
    const residual = first + <usize>load<u32>(positions + (<usize>token << 2)) * BRANCH_ROW;
    for (let i: usize = 0; i < BRANCH_ROW; i += 16) {
      const v = f32x4.max(f32x4.add(load128(products + i), load128(bias + i)), zero);
      v128.store(features + i, f32x4.add(v, load128(residual + i)));
    }
    products += BRANCH_ROW;
    features += FEATURE_ROW;
  }
}

export function copyEmbeddings(
  slots: usize, positions: usize, count: i32, cache: usize, cacheRow: usize, features: usize,
): void {
  for (let token = 0; token < count; token++) {
    const slot = <usize>load<u32>(slots + (<usize>load<u32>(positions + (<usize>token << 2)) << 2));
    memory.copy(features, cache + slot * cacheRow, EMBEDDING_ROW);
    features += FEATURE_ROW;
  }
}

/** The gain and the offset are the same for all tokens, so they are applied once a segment. */
export function sumSegments(
  features: usize, lengths: usize, segments: i32, gain: usize, offset: usize, epsilon: f32, out: usize,
): void {
  for (let segment = 0; segment < segments; segment++) {
    const length = load<u32>(lengths + (<usize>segment << 2));
    memory.fill(out, 0, FEATURE_ROW);
    for (let token: u32 = 0; token < length; token++) {
      let sum = f32x4.splat(0);
      for (let i: usize = 0; i < FEATURE_ROW; i += 16) sum = f32x4.add(sum, load128(features + i));
      const mean = f32x4.splat(sumOfLanes(sum) / 1280);
      sum = f32x4.splat(0);
      for (let i: usize = 0; i < FEATURE_ROW; i += 16) {
        const v = f32x4.sub(load128(features + i), mean);
        sum = f32x4.add(sum, f32x4.mul(v, v));
      }
      const factor = f32x4.splat(1 / sqrt<f32>(sumOfLanes(sum) / 1280 + epsilon));
      for (let i: usize = 0; i < FEATURE_ROW; i += 16) {
        const v = f32x4.mul(f32x4.sub(load128(features + i), mean), factor);
        v128.store(out + i, f32x4.add(load128(out + i), v));
      }
      features += FEATURE_ROW;
    }
    const times = f32x4.splat(<f32>length);
    for (let i: usize = 0; i < FEATURE_ROW; i += 16) {
      const v = f32x4.mul(load128(out + i), load128(gain + i));
      v128.store(out + i, f32x4.add(v, f32x4.mul(times, load128(offset + i))));
    }
    out += FEATURE_ROW;
  }
}
