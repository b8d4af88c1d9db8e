/** A small generator of pseudo-random numbers (mulberry32), 0 to 1: the same seed gives the same numbers everywhere. */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** At most `count` different indexes below `size`, ascending; all of them where there are no more. */
export function sample(size: number, count: number, seed: number): Int32Array {
  const all = Int32Array.from({ length: size }, (_, index) => index);
  if (size <= count) return all;
  const random = randomNumbers(seed);
  for (let i = 0; i < count; i++) {
    const j = i + Math.floor(random() * (size - i));
    const chosen = all[j] ?? 0;
    all[j] = all[i] ?? 0;
    all[i] = chosen;
  }
  return all.subarray(0, count).sort();
}
