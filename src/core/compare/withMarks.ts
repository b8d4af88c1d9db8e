import type { Comparison, MarkedPairs } from '../../contract.ts';

/** A comparison with what was found inside pairs that were `unmarked`. */
export function withMarks({ unmarked = [], ...comparison }: Comparison, found: readonly MarkedPairs[]): Comparison {
  const marked = new Set(found.flatMap(({ pairs }) => pairs));
  const left = unmarked.filter((pair) => !marked.has(pair));
  const marks = [...comparison.marks, ...found.flatMap((each) => each.marks)];
  return { ...comparison, marks, ...(left.length > 0 && { unmarked: left }) };
}
