import { DIMENSION, FEATURES } from './encoder.ts';
import type { Kernel } from './kernel.ts';

/**
 * The kernel without WebAssembly, for engines that have it switched off: fifteen times slower, the same to within the
 * rounding of sums. Pointers are bytes, so they are halved or quartered into indexes of the typed arrays.
 */
export function plainKernel(memory: ArrayBufferLike): Kernel {
  const floats = new Float32Array(memory);
  const integers = new Uint32Array(memory);
  const shorts = new Int16Array(memory);

  const quantise: Kernel['quantise'] = (source, length, out) => {
    const from = source >> 2;
    let most = 0;
    for (let i = 0; i < length; i++) most = Math.max(most, Math.abs(floats[from + i] ?? 0));
    const scale = Math.fround(most > 0 ? most / LARGEST_LEVEL : 1);
    for (let i = 0; i < length; i++) shorts[(out >> 1) + i] = Math.round((floats[from + i] ?? 0) / scale);
    return scale;
  };

  return {
    quantise,

    // Four rows by two columns at a time: more sums than that no longer stay in registers.
    multiply(rows, count, pairs, panels, columns, out, outStride, rowScales, scale) {
      const stride = outStride >> 2;
      for (let column = 0; column < columns; column += 2) {
        const panel = ((panels + (column & ~7) * pairs * 4) >> 1) + (column & 7) * 2;
        for (let row = 0; row < count; row += 4) {
          let a0 = (integers[(rows >> 2) + row] ?? 0) >> 1;
          let a1 = (integers[(rows >> 2) + row + 1] ?? 0) >> 1;
          let a2 = (integers[(rows >> 2) + row + 2] ?? 0) >> 1;
          let a3 = (integers[(rows >> 2) + row + 3] ?? 0) >> 1;
          let [s00, s01, s10, s11, s20, s21, s30, s31] = [0, 0, 0, 0, 0, 0, 0, 0];
          let w = panel;
          for (const end = a0 + 2 * pairs; a0 < end; a0 += 2, a1 += 2, a2 += 2, a3 += 2, w += 16) {
            const left0 = shorts[w] ?? 0;
            const left1 = shorts[w + 1] ?? 0;
            const right0 = shorts[w + 2] ?? 0;
            const right1 = shorts[w + 3] ?? 0;
            let x = shorts[a0] ?? 0;
            let y = shorts[a0 + 1] ?? 0;
            s00 = (s00 + Math.imul(x, left0) + Math.imul(y, left1)) | 0;
            s01 = (s01 + Math.imul(x, right0) + Math.imul(y, right1)) | 0;
            x = shorts[a1] ?? 0;
            y = shorts[a1 + 1] ?? 0;
            s10 = (s10 + Math.imul(x, left0) + Math.imul(y, left1)) | 0;
            s11 = (s11 + Math.imul(x, right0) + Math.imul(y, right1)) | 0;
            x = shorts[a2] ?? 0;
            y = shorts[a2 + 1] ?? 0;
            s20 = (s20 + Math.imul(x, left0) + Math.imul(y, left1)) | 0;
            s21 = (s21 + Math.imul(x, right0) + Math.imul(y, right1)) | 0;
            x = shorts[a3] ?? 0;
            y = shorts[a3 + 1] ?? 0;
            s30 = (s30 + Math.imul(x, left0) + Math.imul(y, left1)) | 0;
            s31 = (s31 + Math.imul(x, right0) + Math.imul(y, right1)) | 0;
          }
          const put = (offset: number, left: number, right: number) => {
            const factor = scale * (floats[(rowScales >> 2) + row + offset] ?? 0);
            const at = (out >> 2) + (row + offset) * stride + column;
            floats[at] = left * factor;
            floats[at + 1] = right * factor;
          };
          put(0, s00, s01);
          put(1, s10, s11);
          put(2, s20, s21);
          put(3, s30, s31);
        }
      }
    },

    multiplyFloats(source, count, length, panels, columns, out) {
      for (let row = 0; row < count; row++) {
        const from = (source >> 2) + row * length;
        for (let column = 0; column < columns; column++) {
          const panel = (panels >> 2) + (column & ~7) * length + (column & 7);
          let sum = 0;
          for (let i = 0; i < length; i++) sum += (floats[from + i] ?? 0) * (floats[panel + 8 * i] ?? 0);
          floats[(out >> 2) + row * columns + column] = sum;
        }
      }
    },

    quantiseRows(source, stride, count, length, out, rowScales, rows) {
      for (let row = 0; row < count; row++) {
        const levels = out + 2 * row * length;
        floats[(rowScales >> 2) + row] = quantise(source + row * stride, length, levels);
        integers[(rows >> 2) + row] = levels;
      }
    },

    normaliseRows(at, count, length, bias, gain, offset, epsilon) {
      for (let row = 0; row < count; row++) {
        const from = (at >> 2) + row * length;
        for (let i = 0; i < length; i++) floats[from + i] = (floats[from + i] ?? 0) + (floats[(bias >> 2) + i] ?? 0);
        const { mean, factor } = spread(floats, from, length, epsilon);
        for (let i = 0; i < length; i++) {
          const value = ((floats[from + i] ?? 0) - mean) * factor;
          floats[from + i] = value * (floats[(gain >> 2) + i] ?? 0) + (floats[(offset >> 2) + i] ?? 0);
        }
      }
    },

    firstConvolution(slots, positions, count, cache, cacheRow, inputAt, productsAt, width, left, bias, out) {
      const sums = new Float32Array(BRANCH);
      for (let token = 0; token < count; token++) {
        const position = integers[(positions >> 2) + token] ?? 0;
        const window = (slots >> 2) + position - left;
        sums.set(floats.subarray(bias >> 2, (bias >> 2) + BRANCH));
        for (let j = 0; j < width; j++) {
          const slot = integers[window + j] ?? 0;
          if (slot === 0) continue;
          const product = ((cache + slot * cacheRow + productsAt) >> 2) + j * BRANCH;
          for (let i = 0; i < BRANCH; i++) sums[i] = (sums[i] ?? 0) + (floats[product + i] ?? 0);
        }
        const input = (cache + (integers[window + left] ?? 0) * cacheRow + inputAt) >> 2;
        const target = (out >> 2) + position * BRANCH;
        for (let i = 0; i < BRANCH; i++) floats[target + i] = Math.max(sums[i] ?? 0, 0) + (floats[input + i] ?? 0);
      }
    },

    secondConvolution(products, positions, count, bias, first, features) {
      for (let token = 0; token < count; token++) {
        const residual = (first >> 2) + (integers[(positions >> 2) + token] ?? 0) * BRANCH;
        const product = (products >> 2) + token * BRANCH;
        const target = (features >> 2) + token * FEATURES;
        for (let i = 0; i < BRANCH; i++) {
          const value = (floats[product + i] ?? 0) + (floats[(bias >> 2) + i] ?? 0);
          floats[target + i] = Math.max(value, 0) + (floats[residual + i] ?? 0);
        }
      }
    },

    copyEmbeddings(slots, positions, count, cache, cacheRow, features) {
      for (let token = 0; token < count; token++) {
        const slot = integers[(slots >> 2) + (integers[(positions >> 2) + token] ?? 0)] ?? 0;
        const from = (cache + slot * cacheRow) >> 2;
        floats.copyWithin((features >> 2) + token * FEATURES, from, from + DIMENSION);
      }
    },

    sumSegments(features, lengths, segments, gain, offset, epsilon, out) {
      let token = features >> 2;
      for (let segment = 0; segment < segments; segment++) {
        const length = integers[(lengths >> 2) + segment] ?? 0;
        const target = (out >> 2) + segment * FEATURES;
        floats.fill(0, target, target + FEATURES);
        for (const end = token + length * FEATURES; token < end; token += FEATURES) {
          const { mean, factor } = spread(floats, token, FEATURES, epsilon);
          for (let i = 0; i < FEATURES; i++) {
            floats[target + i] = (floats[target + i] ?? 0) + ((floats[token + i] ?? 0) - mean) * factor;
          }
        }
        for (let i = 0; i < FEATURES; i++) {
          const value = (floats[target + i] ?? 0) * (floats[(gain >> 2) + i] ?? 0);
          floats[target + i] = value + length * (floats[(offset >> 2) + i] ?? 0);
        }
      }
    },
  };
}

/** 14 bits: 8191 x 127 x 1,280 products still fit into the 32 bits that they are summed in. */
const LARGEST_LEVEL = 8191;

/** Values of one branch of the network. */
const BRANCH = 256;

function spread(floats: Float32Array, from: number, length: number, epsilon: number) {
  let sum = 0;
  for (let i = 0; i < length; i++) sum += floats[from + i] ?? 0;
  const mean = sum / length;
  let squares = 0;
  for (let i = 0; i < length; i++) squares += ((floats[from + i] ?? 0) - mean) ** 2;
  return { mean, factor: 1 / Math.sqrt(squares / length + epsilon) };
}
