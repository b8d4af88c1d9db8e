// Dot products of 16-bit integer vectors, the one hot loop of the anchor search (AssemblyScript; see buildDots.mjs).
// Integer sums do not depend on their order, so the result is the same on every machine.

/** Adds the four lanes of each of four accumulators: lane r of the result is the sum of accumulator r. */
// @ts-ignore: decorator
@inline
function across(a: v128, b: v128, c: v128, d: v128): v128 {
  const ab0 = i32x4.shuffle(a, b, 0, 4, 1, 5);
  const ab1 = i32x4.shuffle(a, b, 2, 6, 3, 7);
  const cd0 = i32x4.shuffle(c, d, 0, 4, 1, 5);
  const cd1 = i32x4.shuffle(c, d, 2, 6, 3, 7);
  const ab = i32x4.add(ab0, ab1);
  const cd = i32x4.add(cd0, cd1);
  return i32x4.add(i32x4.shuffle(ab, cd, 0, 1, 4, 5), i32x4.shuffle(ab, cd, 2, 3, 6, 7));
}

/**
 * Four consecutive rows at `a` against `count` consecutive rows at `b` (an even number is read).
 * @param bytes of one row, a multiple of 16
 * @param out count x 4 32-bit integers
 */
export function dotsOfFour(a: usize, b: usize, count: i32, bytes: usize, out: usize): void {
  const a1 = a + bytes;
  const a2 = a1 + bytes;
  const a3 = a2 + bytes;
  for (let c = 0; c < count; c += 2) {
    const b1 = b + bytes;
    let s0 = i32x4.splat(0);
    let s1 = s0;
    let s2 = s0;
    let s3 = s0;
    let t0 = s0;
    let t1 = s0;
    let t2 = s0;
    let t3 = s0;
    for (let q: usize = 0; q < bytes; q += 16) {
      const x = v128.load(b + q);
      const y = v128.load(b1 + q);
      const p0 = v128.load(a + q);
      s0 = i32x4.add(s0, i32x4.dot_i16x8_s(p0, x));
      t0 = i32x4.add(t0, i32x4.dot_i16x8_s(p0, y));
      const p1 = v128.load(a1 + q);
      s1 = i32x4.add(s1, i32x4.dot_i16x8_s(p1, x));
      t1 = i32x4.add(t1, i32x4.dot_i16x8_s(p1, y));
      const p2 = v128.load(a2 + q);
      s2 = i32x4.add(s2, i32x4.dot_i16x8_s(p2, x));
      t2 = i32x4.add(t2, i32x4.dot_i16x8_s(p2, y));
      const p3 = v128.load(a3 + q);
      s3 = i32x4.add(s3, i32x4.dot_i16x8_s(p3, x));
      t3 = i32x4.add(t3, i32x4.dot_i16x8_s(p3, y));
    }
    v128.store(out, across(s0, s1, s2, s3));
    v128.store(out, across(t0, t1, t2, t3), 16);
    out += 32;
    b = b1 + bytes;
  }
}

/** One row against one row. */
export function dot(a: usize, b: usize, bytes: usize): i32 {
  let s = i32x4.splat(0);
  for (let q: usize = 0; q < bytes; q += 16) s = i32x4.add(s, i32x4.dot_i16x8_s(v128.load(a + q), v128.load(b + q)));
  return i32x4.extract_lane(s, 0) + i32x4.extract_lane(s, 1) + i32x4.extract_lane(s, 2) + i32x4.extract_lane(s, 3);
}

/**
 * Looks through what `dotsOfFour` wrote for columns that one of the four rows, or the column itself, may take.
 * @param dots count x 4 products
 * @param rowOffsets taken off each row's products for the column's use, four numbers
 * @param rowLeast what a product less the column's offset must exceed for the row's use, four numbers
 * @param columnOffsets taken off each column's products for the rows' use, `count` numbers
 * @param columnLeast what a product less the row's offset must exceed for the column's use, `count` numbers
 * @param out the columns found
 * @returns how many
 */
export function interesting(
  dots: usize,
  count: i32,
  rowOffsets: usize,
  rowLeast: usize,
  columnOffsets: usize,
  columnLeast: usize,
  out: usize,
): i32 {
  const offsets = v128.load(rowOffsets);
  const least = v128.load(rowLeast);
  let found = 0;
  for (let c: usize = 0; c < <usize>count; c++) {
    const product = v128.load(dots + c * 16);
    const forRows = i32x4.gt_s(i32x4.sub(product, v128.load32_splat(columnOffsets + c * 4)), least);
    const forColumn = i32x4.gt_s(i32x4.sub(product, offsets), v128.load32_splat(columnLeast + c * 4));
    if (v128.any_true(v128.or(forRows, forColumn))) {
      store<i32>(out + found * 4, c);
      found++;
    }
  }
  return found;
}
