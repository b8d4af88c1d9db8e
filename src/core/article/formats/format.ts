import { MAX_FILE_BYTES, type Block, type FailureCode, type Result, type SourceFile } from '../../../contract.ts';
import { decode } from '../decode.ts';
import type { Unread } from './blocks.ts';
import { textBlocks } from './text.ts';
import { namesIn } from './zip.ts';

/** An article as its format gives it: the text, and the blocks in it. Furniture is only what the document itself says is. */
export interface TextWithBlocks {
  /** The file's own name, without its folder. */
  readonly name: string;
  /** Never rewritten: all ranges point into it. Of a document that is no plain text, what the reader took out of it. */
  readonly text: string;
  /** In the order of the text, without overlap; only white space lies between them. */
  readonly blocks: readonly Block[];
}

/**
 * Reads a file by what its bytes are; the name decides only where the bytes leave it open. The readers of web pages, Word,
 * EPUB and PDF are loaded when the first such file comes: most files are plain text, and start sooner without them.
 *
 * Fails with `too-large`, `empty`, `binary` (an image, a program), `unknown-format` (a document of a kind that is not
 * read; `detail` names the kind, such as "odt"), `broken` (a document that is cut off or not made by its format's rules)
 * or `locked` (by a password, or by rights management).
 * @throws the signal's reason after an abort
 */
export async function readFormat(file: SourceFile, signal?: AbortSignal): Promise<Result<TextWithBlocks>> {
  const refuse = (code: FailureCode, detail?: string): Result<TextWithBlocks> => ({
    ok: false,
    failure: { code, files: [file.name], ...(detail === undefined ? {} : { detail }) },
  });
  const { name, bytes } = file;
  if (bytes.length > MAX_FILE_BYTES) return refuse('too-large', LIMIT);
  const kind = kindOf(file);
  if (kind !== 'text') {
    const read = await documentReader(kind);
    if (read === null) return refuse(DOCUMENTS.has(kind) ? 'unknown-format' : 'binary', kind);
    return answer(await read(name, bytes, signal));
  }
  const decoded = decode(file);
  if (!decoded.ok) return decoded;
  const { text } = decoded.value;
  const markup = markupOf(text) ?? (/^x?html?$/.test(extensionOf(name) ?? '') ? 'html' : null);
  if (markup === 'xml') return refuse('unknown-format', markup);
  if (markup === null) return { ok: true, value: { name, text, blocks: textBlocks(text) } };
  const { readHtml } = await import('./html.ts');
  return answer(readHtml(name, text));

  function answer(read: TextWithBlocks | Unread): Result<TextWithBlocks> {
    switch (read) {
      case 'too-large':
        return refuse('too-large', LIMIT);
      case 'encrypted':
        return refuse('locked');
      case 'damaged':
        return refuse('broken');
      default:
        return read.blocks.length === 0 ? refuse('empty') : { ok: true, value: read };
    }
  }
}

const LIMIT = `${MAX_FILE_BYTES / 1_000_000} MB`;

type DocumentReader = (
  name: string,
  bytes: Uint8Array,
  signal?: AbortSignal,
) => TextWithBlocks | Unread | Promise<TextWithBlocks | Unread>;

async function documentReader(kind: string): Promise<DocumentReader | null> {
  switch (kind) {
    case 'pdf':
      return (await import('./pdf.ts')).readPdf;
    case 'docx':
      return (await import('./docx.ts')).readDocx;
    case 'epub':
      return (await import('./epub.ts')).readEpub;
    case 'locked':
      return () => 'encrypted';
    case 'broken':
      return () => 'damaged';
    default:
      return null;
  }
}

/** "text" for what has to be looked at as text; otherwise what the first bytes say, and what is in an archive. */
function kindOf(file: SourceFile): string {
  const extension = extensionOf(file.name);
  const kind = SIGNATURES.find(({ bytes }) => bytes.every((byte, i) => file.bytes[i] === byte))?.kind;
  if (kind === 'zip') return archiveKind(file.bytes, extension);
  // Word puts a document with a password into the container that old Word files have.
  if (kind === 'doc') return hasEncryptedPackage(file.bytes) ? 'locked' : kind;
  // Readers of PDF forgive a little before the first mark.
  if (kind === undefined && extension === 'pdf' && isPdfFurtherOn(file.bytes)) return 'pdf';
  return kind ?? 'text';
}

function archiveKind(bytes: Uint8Array, extension: string | null): string {
  const names = namesIn(bytes);
  if (names === null) return extension === 'docx' || extension === 'epub' ? 'broken' : (extension ?? 'zip');
  if (names.includes('META-INF/container.xml')) return 'epub';
  if (names.some((name) => name.startsWith('word/'))) return 'docx';
  return extension === 'docx' || extension === 'epub' ? 'broken' : (extension ?? 'zip');
}

function hasEncryptedPackage(bytes: Uint8Array): boolean {
  return new TextDecoder('utf-16le').decode(bytes).includes('EncryptedPackage');
}

function isPdfFurtherOn(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(0, 1024)).includes('%PDF-');
}

/** Documents that hold an article, as opposed to pictures and programs. */
const DOCUMENTS = new Set(['doc', 'odt', 'pages', 'rtf', 'xlsx', 'pptx', 'ods', 'odp', 'ps']);

/** First bytes of common kinds of file. Source: the formats' own specifications. */
const SIGNATURES: readonly { readonly kind: string; readonly bytes: readonly number[] }[] = [
  { kind: 'pdf', bytes: ascii('%PDF-') },
  { kind: 'ps', bytes: ascii('%!PS') },
  { kind: 'rtf', bytes: ascii('{\\rtf') },
  { kind: 'zip', bytes: [0x50, 0x4b, 0x03, 0x04] },
  { kind: 'doc', bytes: [0xd0, 0xcf, 0x11, 0xe0] },
  { kind: 'png', bytes: [0x89, 0x50, 0x4e, 0x47] },
  { kind: 'jpeg', bytes: [0xff, 0xd8, 0xff] },
  { kind: 'gif', bytes: ascii('GIF8') },
  { kind: 'gzip', bytes: [0x1f, 0x8b] },
  { kind: '7z', bytes: [0x37, 0x7a, 0xbc, 0xaf] },
];

function ascii(text: string): number[] {
  return Array.from(text, (character) => character.charCodeAt(0));
}

function extensionOf(name: string): string | null {
  return /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? null;
}

/** Markup that would be shown as garbage if it were read as plain text. */
function markupOf(text: string): string | null {
  const start = text.slice(0, 1024).trimStart();
  if (/^(<!--[^]*?-->\s*)?(<!doctype html|<html|<head|<body)\b/i.test(start)) return 'html';
  if (/^<\?xml\b/i.test(start)) return /<html\b/i.test(start) ? 'html' : 'xml';
  return null;
}
