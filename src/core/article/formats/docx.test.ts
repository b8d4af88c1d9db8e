import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readDocx } from './docx.ts';
import { blocksIn } from './testBlocks.ts';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

function archive(body: string, more: Readonly<Record<string, string>> = {}): Uint8Array {
  const files = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    'word/styles.xml': `<w:styles ${W}><w:style w:type="paragraph" w:styleId="Titre"><w:name w:val="Title"/></w:style><w:style w:type="paragraph" w:styleId="Titre1"><w:name w:val="heading 1"/></w:style><w:style w:type="paragraph" w:styleId="Lgende"><w:name w:val="caption"/></w:style></w:styles>`,
    'word/_rels/document.xml.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>',
    'word/document.xml': `<?xml version="1.0"?>${body}`,
    ...more,
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

function word(body: string): Uint8Array {
  return archive(`<w:document ${W}><w:body>${body}</w:body></w:document>`);
}

function paragraph(text: string, style?: string): string {
  const properties = style === undefined ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`;
  return `<w:p>${properties}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}

describe('readDocx', () => {
  it('reads titles, headings, captions and paragraphs, by the styles of a French Word', async () => {
    const bytes = word(
      paragraph('Le titre', 'Titre') +
        paragraph('Les faits', 'Titre1') +
        paragraph('Une phrase. Une autre.') +
        paragraph('Bruxelles', 'Lgende'),
    );
    expect(blocksIn(await readDocx('a.docx', bytes))).toEqual([
      'heading: Le titre',
      'heading: Les faits',
      'paragraph: Une phrase. Une autre.',
      'caption: Bruxelles',
    ]);
  });

  it('joins the runs of a paragraph, keeps what was inserted and leaves out what was deleted', async () => {
    const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
    const bytes = word(
      `<w:p>${run('Bon')}${run('jour ')}<w:ins>${run('le monde')}</w:ins><w:del><w:r><w:delText>toi</w:delText></w:r></w:del>${run('.')}</w:p>`,
    );
    expect(blocksIn(await readDocx('a.docx', bytes))).toEqual(['paragraph: Bonjour le monde.']);
  });

  it('calls an archive without a document damaged', async () => {
    expect(await readDocx('a.docx', zipSync({ 'word/x.xml': strToU8('<x/>') }))).toBe('damaged');
    expect(await readDocx('a.docx', archive('<w:document'))).toBe('damaged');
    expect(await readDocx('a.docx', word(paragraph('a')).subarray(0, 300))).toBe('damaged');
  });

  it('expands no entities that a document declares', async () => {
    const bomb = `<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>`;
    const bytes = archive(`${bomb}<w:document ${W}><w:body>${paragraph('Un &b;&x; mot')}</w:body></w:document>`);
    const read = await readDocx('a.docx', bytes);
    expect(JSON.stringify(read)).not.toMatch(/haha|root:/);
  });

  it('survives elements that are nested without end', async () => {
    const depth = 20_000;
    const read = await readDocx('a.docx', word(`${'<w:sdt>'.repeat(depth)}${'</w:sdt>'.repeat(depth)}`));
    expect(['damaged', 'too-large', '']).toContain(typeof read === 'string' ? read : read.text);
  });
});
