import type { Block, FailureCode, Result, SourceFile } from '../../../contract.ts';
import { decode } from '../decode.ts';
import { textBlocks } from './text.ts';

/** An article as its format gives it: the text, and the blocks in it, none of them judged to be page furniture yet. */
export interface TextWithBlocks {
  /** The file's own name, without its folder. */
  readonly name: string;
  /** Never rewritten: all ranges point into it. */
  readonly text: string;
  /** In the order of the text, without overlap; only white space lies between them. */
  readonly blocks: readonly Block[];
}

/**
 * Reads a file by what its bytes are; the name decides only where the bytes leave it open.
 *
 * Fails with `too-large`, `empty`, `binary` (an image, a program), or `unknown-format` (a document of a kind that is
 * not read; `detail` names the kind, such as "pdf").
 */
export function readFormat(file: SourceFile): Result<TextWithBlocks> {
  const refuse = (code: FailureCode, detail: string): Result<TextWithBlocks> => ({
    ok: false,
    failure: { code, files: [file.name], detail },
  });
  const signature = SIGNATURES.find(({ bytes }) => bytes.every((byte, i) => file.bytes[i] === byte));
  if (signature !== undefined) {
    const kind = signature.kind === 'zip' ? (extensionOf(file.name) ?? 'zip') : signature.kind;
    return refuse(DOCUMENTS.has(kind) ? 'unknown-format' : 'binary', kind);
  }
  const decoded = decode(file);
  if (!decoded.ok) return decoded;
  const { text } = decoded.value;
  const markup = markupOf(text);
  if (markup !== null) return refuse('unknown-format', markup);
  return { ok: true, value: { name: file.name, text, blocks: textBlocks(text) } };
}

/** Documents that hold an article, as opposed to pictures and programs. */
const DOCUMENTS = new Set(['pdf', 'doc', 'docx', 'odt', 'epub', 'pages', 'rtf', 'xlsx', 'pptx', 'ods', 'odp', 'ps']);

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
