import type { Range, Side } from '../../contract.ts';
import { trimmed } from './formats/lines.ts';

/** The sentences of a block. */
export function segment(text: string, range: Range, _side: Side): Range[] {
  const ranges: Range[] = [];
  let start = range.start;
  const stop = /[.!?…]+["'”’»)\]]*(?:\s+»)?(?=\s+["'“«(]?\s?[\p{Lu}\p{N}—–-])/gu;
  stop.lastIndex = range.start;
  for (let match = stop.exec(text); match !== null && match.index < range.end; match = stop.exec(text)) {
    const end = match.index + match[0].length;
    if (end >= range.end) break;
    const { start: from, end: to } = trimmed(text, start, end);
    if (to > from) ranges.push({ start: from, end: to });
    start = end;
  }
  const { start: from, end: to } = trimmed(text, start, range.end);
  if (to > from) ranges.push({ start: from, end: to });
  return ranges;
}
