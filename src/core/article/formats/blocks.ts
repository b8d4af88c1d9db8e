import type { Block, BlockKind } from '../../../contract.ts';
import type { TextWithBlocks } from './format.ts';
import { trimmed } from './lines.ts';

/** One block as a reader finds it in a document that is no plain text. */
export interface Piece {
  readonly text: string;
  readonly kind: BlockKind;
  /** The document itself says that it is no part of the article. */
  readonly furniture: boolean;
}

/** Why a document could not be read. */
export type Unread = 'too-large' | 'encrypted' | 'damaged';

/** The article's text is its blocks, set apart by blank lines; blocks without a visible character are left out. */
export function joinPieces(name: string, pieces: Iterable<Piece>): TextWithBlocks {
  const texts: string[] = [];
  const blocks: Block[] = [];
  let at = 0;
  for (const { text, kind, furniture } of pieces) {
    const clean = text.replace(UNSHOWN, '');
    const { start, end } = trimmed(clean, 0, clean.length);
    if (end === start) continue;
    texts.push(clean.slice(start, end));
    blocks.push({ start: at, end: at + end - start, kind, furniture });
    at += end - start + GAP.length;
  }
  return { name, text: texts.join(GAP), blocks };
}

const GAP = '\n\n';

/** Control characters, soft hyphens, zero-width spaces and byte order marks: none of them can be seen. */
const UNSHOWN = /(?![\t-\r\u0085])[\p{Cc}\u00ad\u200b\u2060\ufeff]/gu;
