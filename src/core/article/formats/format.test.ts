import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readFormat } from './format.ts';

async function failureOf(name: string, bytes: Uint8Array | readonly number[] | string): Promise<unknown> {
  const result = await readFormat({
    name,
    bytes: typeof bytes === 'string' ? new TextEncoder().encode(bytes) : Uint8Array.from(bytes),
  });
  return result.ok ? null : { code: result.failure.code, detail: result.failure.detail };
}

const ZIP = zipSync({ 'content.xml': strToU8('<x/>') });
const CUT_ZIP = ZIP.subarray(0, ZIP.length - 30);

describe('readFormat', () => {
  it('names the kind of document that it does not read', async () => {
    expect(await failureOf('note.rtf', '{\\rtf1\\ansi Bonjour.}')).toEqual({ code: 'unknown-format', detail: 'rtf' });
    expect(await failureOf('old.doc', [0xd0, 0xcf, 0x11, 0xe0, 0])).toEqual({ code: 'unknown-format', detail: 'doc' });
    expect(await failureOf('draft.odt', ZIP)).toEqual({ code: 'unknown-format', detail: 'odt' });
    expect(await failureOf('feed.xml', '<?xml version="1.0"?><rss/>')).toEqual({
      code: 'unknown-format',
      detail: 'xml',
    });
  });

  it('goes by the bytes, not by the name', async () => {
    expect(await failureOf('article.pdf', 'Un texte simple.')).toBeNull();
    expect(await failureOf('article.txt', '<!doctype html><p>Bonjour.</p>')).toBeNull();
    expect(await failureOf('article.html', 'Un texte <b>simple</b>.')).toBeNull();
  });

  it('calls pictures, archives and programs binary', async () => {
    expect(await failureOf('photo.txt', [0x89, 0x50, 0x4e, 0x47, 13, 10])).toEqual({ code: 'binary', detail: 'png' });
    expect(await failureOf('all.zip', ZIP)).toEqual({ code: 'binary', detail: 'zip' });
    expect(await failureOf('photo.jpg', [0xff, 0xd8, 0xff, 0xe0])).toEqual({ code: 'binary', detail: 'jpeg' });
  });

  it('says that a document is cut off, is no document inside, or has nothing in it', async () => {
    expect(await failureOf('a.docx', CUT_ZIP)).toEqual({ code: 'broken' });
    expect(await failureOf('a.epub', CUT_ZIP)).toEqual({ code: 'broken' });
    expect(await failureOf('a.docx', ZIP)).toEqual({ code: 'broken' });
    expect(await failureOf('a.pdf', '%PDF-1.7 …')).toEqual({ code: 'broken' });
    expect(await failureOf('a.html', '<!doctype html><script>let a = 1</script>')).toEqual({ code: 'empty' });
  });

  it('says that a document has a password', async () => {
    const name = new Uint8Array(new Uint16Array(Array.from('EncryptedPackage', (c) => c.charCodeAt(0))).buffer);
    expect(await failureOf('a.docx', [0xd0, 0xcf, 0x11, 0xe0, ...name])).toEqual({ code: 'locked' });
    const locked = zipSync({ 'word/document.xml': strToU8('<x/>') });
    locked[6] = 1;
    expect(await failureOf('a.docx', locked)).toEqual({ code: 'locked' });
  });

  it('gives the text untouched, with its blocks', async () => {
    const text = '\r\n  Un titre \r\n\r\nUn paragraphe.\u00a0\r\n';
    const result = await readFormat({ name: 'a.txt', bytes: new TextEncoder().encode(text) });
    if (!result.ok) throw new Error(result.failure.code);
    expect(result.value.name).toBe('a.txt');
    expect(result.value.text).toBe(text);
    expect(result.value.blocks.map(({ start, end, kind }) => [text.slice(start, end), kind])).toEqual([
      ['Un titre', 'heading'],
      ['Un paragraphe.', 'paragraph'],
    ]);
  });
});
