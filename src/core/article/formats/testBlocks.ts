import type { Unread } from './blocks.ts';
import type { TextWithBlocks } from './format.ts';

/** The blocks of what was read, as tests look at them: kind, "furniture" where it is, text. */
export function blocksIn(read: TextWithBlocks | Unread): string[] {
  if (typeof read === 'string') return [read];
  return read.blocks.map(({ start, end, kind, furniture }) => {
    return `${kind}${furniture ? ' furniture' : ''}: ${read.text.slice(start, end)}`;
  });
}
