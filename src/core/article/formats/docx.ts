import { zipSync } from 'fflate';
import mammoth from 'mammoth/mammoth.browser.min.js';
import { joinPieces, type Unread } from './blocks.ts';
import { parseMarkup } from './dom.ts';
import type { TextWithBlocks } from './format.ts';
import { readMarkup } from './markup.ts';
import { unpack } from './zip.ts';

/** Word's built-in styles that Mammoth does not know by itself; their names are English in every language of Word. */
const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => h2:fresh",
  "p[style-name='caption'] => figcaption:fresh",
];

/**
 * A Word document (Office Open XML): headings, paragraphs, lists, tables, text boxes and notes. What was deleted in tracked
 * changes is not read, nor are comments, headers and footers. Mammoth gets an archive of its own, with no more in it than
 * was unpacked under the limit, and without pictures.
 */
export async function readDocx(name: string, bytes: Uint8Array): Promise<TextWithBlocks | Unread> {
  const unpacked = unpack(bytes, (entry) => /\.(?:xml|rels)$/i.test(entry));
  if (unpacked.kind !== 'files') return unpacked.kind;
  const archive = zipSync(Object.fromEntries(unpacked.files), { level: 0 });
  try {
    const { value } = await mammoth.convertToHtml(
      { arrayBuffer: archive.slice().buffer },
      { styleMap: STYLES, includeEmbeddedStyleMap: false, externalFileAccess: false },
    );
    const root = parseMarkup(`<html><body>${value}</body></html>`, 'html')?.documentElement;
    return root ? joinPieces(name, readMarkup(root)) : 'too-large';
  } catch {
    // No document inside, broken XML, or elements nested deeper than the call stack.
    return 'damaged';
  }
}
