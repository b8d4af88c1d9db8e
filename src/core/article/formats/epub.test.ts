import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readEpub } from './epub.ts';
import { blocksIn } from './testBlocks.ts';

const CONTAINER =
  '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/a.opf"/></rootfiles></container>';

function book(files: Readonly<Record<string, string>>): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries({ mimetype: 'application/epub+zip', 'META-INF/container.xml': CONTAINER, ...files }).map(
        ([name, text]) => [name, strToU8(text)],
      ),
    ),
  );
}

/** Chapters as `id: href`, the spine as ids; `nav` is the list of contents. */
function contents(chapters: Readonly<Record<string, string>>, spine: string): string {
  const entries = Object.entries(chapters).map(([id, href]) => {
    const properties = id === 'nav' ? ' properties="nav"' : '';
    return `<opf:item id="${id}" href="${href}" media-type="application/xhtml+xml"${properties}/>`;
  });
  return `<?xml version="1.0"?><opf:package xmlns:opf="http://www.idpf.org/2007/opf"><opf:manifest>${entries.join('')}</opf:manifest><opf:spine>${spine}</opf:spine></opf:package>`;
}

function reference(id: string, more = ''): string {
  return `<opf:itemref idref="${id}"${more}/>`;
}

function chapter(body: string): string {
  return `<?xml version="1.0"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title/></head><body>${body}</body></html>`;
}

describe('readEpub', () => {
  it('reads the chapters in the order of the spine, without the list of contents', () => {
    const bytes = book({
      'OEBPS/a.opf': contents(
        { nav: 'nav.xhtml', two: 'text/two.xhtml', one: 'text/the%20one.xhtml#start', extra: 'extra.xhtml' },
        reference('nav') + reference('one') + reference('two') + reference('extra', ' linear="no"'),
      ),
      'OEBPS/nav.xhtml': chapter('<p>Table</p>'),
      'OEBPS/extra.xhtml': chapter('<p>À part</p>'),
      'OEBPS/text/two.xhtml': chapter('<h2>Deux</h2><p>La suite.</p>'),
      'OEBPS/text/the one.xhtml': chapter(
        '<nav epub:type="toc"><p>Table</p></nav><h1>Un</h1><p>Le début<a epub:type="noteref" href="#n">1</a>.</p><section epub:type="copyright-page"><p>© 2020</p></section>',
      ),
    });
    expect(blocksIn(readEpub('a.epub', bytes))).toEqual([
      'heading: Un',
      'paragraph: Le début.',
      'paragraph furniture: © 2020',
      'heading: Deux',
      'paragraph: La suite.',
    ]);
  });

  it('reads chapters that break the rules of XML', () => {
    const bytes = book({
      'OEBPS/a.opf': contents({ one: '1.html' }, reference('one')),
      'OEBPS/1.html': '<p>Un&nbsp;mot.<br>Et un autre.<p>Fin.',
    });
    expect(blocksIn(readEpub('a.epub', bytes))).toEqual(['paragraph: Un\u00a0mot.\nEt un autre.', 'paragraph: Fin.']);
  });

  it('says that a book is locked, unless only its fonts are scrambled', () => {
    const encryption = (path: string): string =>
      `<encryption xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptedData><enc:CipherData><enc:CipherReference URI="${path}"/></enc:CipherData></enc:EncryptedData></encryption>`;
    const files = {
      'OEBPS/a.opf': contents({ one: '1.xhtml' }, reference('one')),
      'OEBPS/1.xhtml': chapter('<p>Un.</p>'),
    };
    expect(readEpub('a', book({ ...files, 'META-INF/encryption.xml': encryption('OEBPS/1.xhtml') }))).toBe('encrypted');
    expect(blocksIn(readEpub('a', book({ ...files, 'META-INF/encryption.xml': encryption('OEBPS/f.otf') })))).toEqual([
      'paragraph: Un.',
    ]);
  });

  it('calls a book without chapters damaged', () => {
    expect(readEpub('a', book({}))).toBe('damaged');
    expect(readEpub('a', book({ 'OEBPS/a.opf': '<package' }))).toBe('damaged');
    expect(readEpub('a', book({ 'OEBPS/a.opf': contents({ one: '1.xhtml' }, reference('one')) }))).toBe('damaged');
  });
});
