import { describe, expect, it } from 'vitest';
import { readFormat } from './format.ts';

function failureOf(name: string, bytes: readonly number[] | string): unknown {
  const result = readFormat({
    name,
    bytes: typeof bytes === 'string' ? new TextEncoder().encode(bytes) : Uint8Array.from(bytes),
  });
  return result.ok ? null : { code: result.failure.code, detail: result.failure.detail };
}

const ZIP = [0x50, 0x4b, 0x03, 0x04, 0, 0, 0, 0];

describe('readFormat', () => {
  it('names the kind of document that it does not read', () => {
    expect(failureOf('report.pdf', '%PDF-1.7 …')).toEqual({ code: 'unknown-format', detail: 'pdf' });
    expect(failureOf('note.rtf', '{\\rtf1\\ansi Bonjour.}')).toEqual({ code: 'unknown-format', detail: 'rtf' });
    expect(failureOf('old.doc', [0xd0, 0xcf, 0x11, 0xe0, 0])).toEqual({ code: 'unknown-format', detail: 'doc' });
    expect(failureOf('draft.odt', ZIP)).toEqual({ code: 'unknown-format', detail: 'odt' });
  });

  it('goes by the bytes, not by the name', () => {
    expect(failureOf('article.txt', '%PDF-1.7 …')).toEqual({ code: 'unknown-format', detail: 'pdf' });
    expect(failureOf('article.pdf', 'Un texte simple.')).toBeNull();
  });

  it('calls pictures, archives and programs binary', () => {
    expect(failureOf('photo.txt', [0x89, 0x50, 0x4e, 0x47, 13, 10])).toEqual({ code: 'binary', detail: 'png' });
    expect(failureOf('all.zip', ZIP)).toEqual({ code: 'binary', detail: 'zip' });
    expect(failureOf('photo.jpg', [0xff, 0xd8, 0xff, 0xe0])).toEqual({ code: 'binary', detail: 'jpeg' });
  });

  it('gives the text untouched, with its blocks', () => {
    const text = '\r\n  Un titre \r\n\r\nUn paragraphe.\u00a0\r\n';
    const result = readFormat({ name: 'a.txt', bytes: new TextEncoder().encode(text) });
    if (!result.ok) throw new Error(result.failure.code);
    expect(result.value.name).toBe('a.txt');
    expect(result.value.text).toBe(text);
    expect(result.value.blocks.map(({ start, end, kind }) => [text.slice(start, end), kind])).toEqual([
      ['Un titre', 'heading'],
      ['Un paragraphe.', 'paragraph'],
    ]);
  });
});
