/**
 * The heaviest chain of points in which both coordinates rise, as ascending indexes into `points`.
 * A Fenwick tree over j keeps the best chain that ends below it: n log n.
 * @param points sorted by i, no two with the same i
 */
export function heaviestChain(
  points: readonly { readonly i: number; readonly j: number; readonly margin: number }[],
): number[] {
  const size = points.reduce((most, { j }) => Math.max(most, j), 0) + 2;
  const weight = new Float64Array(size + 1);
  const end = new Int32Array(size + 1).fill(-1);
  const total = new Float64Array(points.length);
  const before = new Int32Array(points.length).fill(-1);
  let best = -1;
  points.forEach(({ j, margin }, k) => {
    let sum = 0;
    for (let q = j; q > 0; q -= q & -q) {
      if ((weight[q] ?? 0) <= sum) continue;
      sum = weight[q] ?? 0;
      before[k] = end[q] ?? -1;
    }
    sum += margin;
    total[k] = sum;
    for (let q = j + 1; q <= size; q += q & -q) {
      if (sum <= (weight[q] ?? 0)) continue;
      weight[q] = sum;
      end[q] = k;
    }
    if (best < 0 || sum > (total[best] ?? 0)) best = k;
  });
  const chain: number[] = [];
  for (let k = best; k >= 0; k = before[k] ?? -1) chain.push(k);
  return chain.reverse();
}
