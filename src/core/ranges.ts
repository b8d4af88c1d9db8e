import type { Range } from '../contract.ts';

/** Whether all of `part` lies in `whole`. */
export function rangeCovers(whole: Range, part: Range): boolean {
  return whole.start <= part.start && part.end <= whole.end;
}

/**
 * Index of the range that covers `part`, -1 where none does.
 * @param ranges in order and without overlap
 */
export function coveringIndex(ranges: readonly Range[], part: Range): number {
  let low = 0;
  let high = ranges.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const range = ranges[middle];
    if (range === undefined) return -1;
    if (range.end <= part.start) low = middle + 1;
    else if (range.start > part.start) high = middle - 1;
    else return rangeCovers(range, part) ? middle : -1;
  }
  return -1;
}
