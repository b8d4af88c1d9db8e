import type { Article, Block, Range, Result, Sentence, Side, SourceFile } from '../../contract.ts';
import { markFurniture } from './clean.ts';
import { readFormat, type TextWithBlocks } from './formats/format.ts';
import { segment } from './segment.ts';

export type { TextWithBlocks };

/** A title made of the first words is cut after this many UTF-16 code units. */
const TITLE_LENGTH = 80;

/**
 * A file's text and blocks, with page furniture marked. What it is written in is not known yet.
 *
 * Fails as `readFormat` does.
 */
export async function readArticle(file: SourceFile, signal?: AbortSignal): Promise<Result<TextWithBlocks>> {
  const read = await readFormat(file, signal);
  if (!read.ok) return read;
  return { ok: true, value: { ...read.value, blocks: markFurniture(read.value.text, read.value.blocks) } };
}

export interface BuildOptions {
  /** One sentence per line, kept as it is: sentence `i` is line `i`, an empty range where the line is blank. */
  readonly presegmented: boolean;
}

/** The article on one side of a comparison: its sentences, each within one block. */
export function buildArticle(
  read: TextWithBlocks,
  side: Side,
  options: BuildOptions = { presegmented: false },
): Article {
  const { name, text } = read;
  if (options.presegmented) return presegmented(read);
  const sentences: Sentence[] = [];
  for (const [block, { start, end }] of read.blocks.entries()) {
    for (const range of segment(text, { start, end }, side)) sentences.push({ ...range, block });
  }
  return { name, title: titleOf(text, read.blocks), text, blocks: read.blocks, sentences };
}

/** Every line is a block of its own, and never furniture: who says where sentences end wants all of them paired. */
function presegmented({ name, text }: TextWithBlocks): Article {
  const lines = sentenceLines(text);
  const blocks = lines.map((line): Block => ({ ...line, kind: 'line', furniture: false }));
  const sentences = lines.map((line, block): Sentence => ({ ...line, block }));
  return { name, title: titleOf(text, blocks), text, blocks, sentences };
}

/** The lines between `\n`, without a `\r` at their end; the last `\n` starts none. */
function sentenceLines(text: string): Range[] {
  const lines: Range[] = [];
  let start = 0;
  while (start < text.length) {
    const newline = text.indexOf('\n', start);
    const next = newline < 0 ? text.length : newline;
    const end = next > start && text.charCodeAt(next - 1) === 13 ? next - 1 : next;
    const isBlank = text.slice(start, end).trim() === '';
    lines.push({ start, end: isBlank ? start : end });
    start = next + 1;
  }
  return lines;
}

/** The first heading that is no furniture, else the first words. */
function titleOf(text: string, blocks: readonly Block[]): string {
  const own = blocks.filter(({ furniture, start, end }) => !furniture && end > start);
  const block = own.slice(0, 3).find(({ kind }) => kind === 'heading') ?? own[0];
  if (block === undefined) return '';
  const words = text
    .slice(block.start, Math.min(block.end, block.start + 4 * TITLE_LENGTH))
    .replace(/^#+\s+/, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (words.length <= TITLE_LENGTH || block.kind === 'heading') return words;
  const cut = words.lastIndexOf(' ', TITLE_LENGTH);
  return `${words.slice(0, cut > 0 ? cut : TITLE_LENGTH).replace(/[\s,;:.]+$/, '')}…`;
}
