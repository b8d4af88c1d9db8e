import type { Block } from '../../contract.ts';

/** Marks the blocks that belong to the web page and not to the article. */
export function markFurniture(_text: string, blocks: readonly Block[]): Block[] {
  return [...blocks];
}
