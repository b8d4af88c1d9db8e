import { analyse } from 'chardet';
import { MAX_FILE_BYTES, type FailureCode, type Result, type SourceFile } from '../../contract.ts';

/** How much of a file the guesses look at, in bytes. Validation always reads all of it. */
const SAMPLE_BYTES = 256 * 1024;
/** Above this share of control characters a file is no text. */
const MAX_CONTROL_SHARE = 0.005;
/** A UTF-8 file may have this many broken sequences per intact multi-byte one (a cut download, a bad merge). */
const MAX_BROKEN_SHARE = 0.02;
/** From this share of zero bytes in one half of the byte pairs on, a file without a mark is taken for UTF-16. */
const UTF16_ZERO_SHARE = 0.3;
/** A single-byte reading is believed when this share of its non-ASCII characters is usual in French or English. */
const USUAL_SHARE = 0.95;

export interface Decoded {
  readonly text: string;
  /** The encoding's label as `TextDecoder` knows it. */
  readonly encoding: string;
}

/**
 * The text of a file. UTF-8 is validated strictly first, since no other encoding passes for it by accident; then come
 * UTF-16 (by its mark or its zero bytes) and the single-byte encodings that French and English files are found in.
 * A byte order mark is no part of the text.
 *
 * Fails with `too-large`, `empty` (nothing, or white space only) or `binary`.
 */
export function decode(file: SourceFile): Result<Decoded> {
  const { bytes } = file;
  const refuse = (code: FailureCode, detail?: string): Result<Decoded> => ({
    ok: false,
    failure: { code, files: [file.name], ...(detail === undefined ? {} : { detail }) },
  });
  if (bytes.length > MAX_FILE_BYTES) return refuse('too-large', `${MAX_FILE_BYTES / 1_000_000} MB`);
  if (bytes.length === 0) return refuse('empty');
  const decoded = byMark(bytes) ?? byZeroBytes(bytes) ?? asUtf8(bytes) ?? asSingleByte(bytes);
  if (looksBinary(decoded.text)) return refuse('binary');
  return /\S/.test(decoded.text) ? { ok: true, value: decoded } : refuse('empty');
}

function byMark(bytes: Uint8Array): Decoded | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return asUtf8(bytes);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return read(bytes, 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return read(bytes, 'utf-16be');
  return null;
}

/** In UTF-16 without a mark, every Latin letter has a zero byte: the second of a pair, or the first. */
function byZeroBytes(bytes: Uint8Array): Decoded | null {
  const length = Math.min(bytes.length, SAMPLE_BYTES) & ~1;
  let first = 0;
  let second = 0;
  for (let i = 0; i < length; i += 2) {
    if (bytes[i] === 0) first++;
    if (bytes[i + 1] === 0) second++;
  }
  const pairs = length / 2;
  if (second >= pairs * UTF16_ZERO_SHARE && first < second / 10) return readStrictly(bytes, 'utf-16le');
  if (first >= pairs * UTF16_ZERO_SHARE && second < first / 10) return readStrictly(bytes, 'utf-16be');
  return null;
}

function asUtf8(bytes: Uint8Array): Decoded | null {
  const strict = readStrictly(bytes, 'utf-8');
  if (strict !== null) return strict;
  const lenient = read(bytes, 'utf-8');
  let broken = 0;
  let intact = 0;
  for (const character of lenient.text) {
    if (character === '\ufffd') broken++;
    else if (character > '\u007f') intact++;
  }
  return broken <= Math.max(intact * MAX_BROKEN_SHARE, Math.min(1, intact)) ? lenient : null;
}

/** French letters and the signs that French and English typesetting use, beyond ASCII. */
const USUAL = new Set('àâäæçéèêëîïôöœùûüÿÀÂÄÆÇÉÈÊËÎÏÔÖŒÙÛÜŸáíóúñ«»“”‘’„…–—•·°§©®™€£½¼¾×±²³\u00a0\u00ad');
/** In the order of how common they are; a tie goes to the first. */
const WESTERN = ['windows-1252', 'iso-8859-15', 'macintosh'] as const;

/**
 * Any byte string is valid in these, so the reading with the most usual characters wins. Only where none of them gives
 * usual ones (Cyrillic, Japanese: texts that are refused later for their language, in words) is chardet asked.
 */
function asSingleByte(bytes: Uint8Array): Decoded {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const shares = WESTERN.map((encoding) => usualShare(read(sample, encoding).text));
  const best = shares.indexOf(Math.max(...shares));
  if ((shares[best] ?? 0) >= USUAL_SHARE) return read(bytes, WESTERN[best] ?? 'windows-1252');
  for (const { name } of analyse(sample)) {
    const decoded = isKnown(name) ? readStrictly(bytes, name) : null;
    if (decoded !== null) return decoded;
  }
  return read(bytes, 'windows-1252');
}

function usualShare(text: string): number {
  let beyondAscii = 0;
  let usual = 0;
  let previous = '';
  for (const character of text) {
    if (character > '\u007f') {
      beyondAscii++;
      // "c½ur" is "cœur" read in the wrong encoding: a fraction stands beside no letter.
      const glued = /[¼½¾]/.test(character) && /\p{L}/u.test(previous);
      if (USUAL.has(character) && !glued) usual++;
    }
    previous = character;
  }
  return beyondAscii === 0 ? 1 : usual / beyondAscii;
}

function isKnown(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== 'utf-8';
  } catch {
    return false;
  }
}

function read(bytes: Uint8Array, encoding: string): Decoded {
  const text = new TextDecoder(encoding).decode(bytes);
  return { text: encoding === 'windows-1252' ? text.replace(/[\x80-\x9f]/g, typographic) : text, encoding };
}

/** What Windows-1252 has at 80-9F. Some versions of Node decode it as ISO-8859-1 and give control characters there. */
const TYPOGRAPHIC = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

function typographic(control: string): string {
  return TYPOGRAPHIC.charAt(control.charCodeAt(0) - 0x80);
}

function readStrictly(bytes: Uint8Array, encoding: string): Decoded | null {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding };
  } catch {
    return null;
  }
}

function looksBinary(text: string): boolean {
  const length = Math.min(text.length, SAMPLE_BYTES);
  let controls = 0;
  for (let i = 0; i < length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0) return true;
    const isSpace = (unit >= 9 && unit <= 13) || unit === 0x1a || unit === 0x1b;
    if ((unit < 32 && !isSpace) || unit === 0xfffd || (unit >= 0x7f && unit < 0xa0 && unit !== 0x85)) controls++;
  }
  return controls > Math.max(length * MAX_CONTROL_SHARE, 1) || text.includes('\0');
}
