import { describe, expect, it } from 'vitest';
import { readPdf } from './pdf.ts';
import { blocksIn } from './testBlocks.ts';

/** Text at a place on a page, in points. Letters of Courier are all 0.6 of their size wide. */
interface Placed {
  readonly x?: number;
  readonly y: number;
  readonly size?: number;
  readonly text: string;
}

/** A PDF as its specification (ISO 32000) has it at the least, in Courier and Windows-1252. */
function pdf(pages: readonly (readonly Placed[])[]): Uint8Array {
  const objects: string[] = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${pages.length}/Kids[${pages.map((_, i) => `${4 + 2 * i} 0 R`).join(' ')}]>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding/WinAnsiEncoding>>',
  ];
  for (const [i, page] of pages.entries()) {
    const content = page
      .map(
        ({ x = 70, y, size = 10, text }) =>
          `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm (${text.replace(/[()\\]/g, '\\$&')}) Tj ET`,
      )
      .join('\n');
    objects.push(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F1 3 0 R>>>>/Contents ${5 + 2 * i} 0 R>>`,
      `<</Length ${content.length}>>\nstream\n${content}\nendstream`,
    );
  }
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const offset = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`;
  file += `trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF`;
  return Uint8Array.from(file, (character) => character.charCodeAt(0));
}

/** Lines one under the other. */
function set(lines: readonly string[], top: number, x = 70): Placed[] {
  return lines.map((text, i) => ({ x, y: top - 12 * i, text }));
}

describe('readPdf', () => {
  it('makes paragraphs of lines, by their distance or their indent', async () => {
    const first = ['Le premier paragraphe va jusque sur la deuxième', 'ligne, et il finit ici.'];
    const second = ['Le second commence plus bas et va aussi jusque', 'sur une deuxième ligne. Fin.'];
    const apart = pdf([[...set(first, 600), ...set(second, 560)]]);
    const expected = [`paragraph: ${first.join(' ')}`, `paragraph: ${second.join(' ')}`];
    expect(blocksIn(await readPdf('a.pdf', apart))).toEqual(expected);
    const [head = '', ...rest] = second;
    const indented = pdf([[...set(first, 600), { x: 85, y: 576, text: head }, ...set(rest, 564)]]);
    expect(blocksIn(await readPdf('a.pdf', indented))).toEqual(expected);
  });

  it('makes parted words whole and keeps the hyphens that belong to them', async () => {
    const lines = [
      'Le gouvernement est là, et le gouverne-',
      'ment veut un porte-avions neuf, dit-',
      'il, pour le Moyen-',
      'Orient, comme tout porte-',
      'avions.',
    ];
    expect(blocksIn(await readPdf('a.pdf', pdf([set(lines, 600)])))).toEqual([
      'paragraph: Le gouvernement est là, et le gouvernement veut un porte-avions neuf, dit-il, pour le Moyen-Orient, comme tout porte-avions.',
    ]);
  });

  it('marks running heads and page numbers, and lets a paragraph go on over the page', async () => {
    const page = (number: number, lines: readonly string[]): Placed[] => [
      { y: 770, text: `Le Journal, page ${number}` },
      ...set(lines, 600),
      { x: 300, y: 30, text: String(number) },
    ];
    const read = await readPdf(
      'a.pdf',
      pdf([
        page(1, ['Une phrase qui commence au bas de la page et', 'qui va encore']),
        page(2, ['plus loin que la première page.']),
      ]),
    );
    expect(blocksIn(read).filter((block) => !block.includes('furniture'))).toEqual([
      'paragraph: Une phrase qui commence au bas de la page et qui va encore plus loin que la première page.',
    ]);
    expect(blocksIn(read).filter((block) => block.includes('furniture'))).toHaveLength(4);
  });

  it('parts lines that are all indented, and marks a small head above a single page', async () => {
    const lines = ['Une ligne qui ne va guère au bord', 'Publié le', 'Une autre ligne, qui est seule.'];
    const text = [
      'Un paragraphe qui tient toute la largeur de la page ou',
      'presque, et qui compte deux lignes en tout.',
      'Encore.',
    ];
    const bytes = pdf([[{ y: 780, size: 7, text: 'Le Journal' }, ...set(lines, 600, 90), ...set(text, 564)]]);
    expect(blocksIn(await readPdf('a.pdf', bytes)).slice(0, 4)).toEqual([
      'line furniture: Le Journal',
      `paragraph: ${lines[0] ?? ''}`,
      'heading: Publié le',
      `paragraph: ${lines[2] ?? ''}`,
    ]);
  });

  it('reads columns one after the other, and takes large letters for headings', async () => {
    const left = ['Colonne de gauche, une', 'ligne puis une autre', 'qui continue donc en'];
    const right = ['haut de la colonne de', 'droite, où elle finit.'];
    const bytes = pdf([[{ y: 700, size: 18, text: 'Le titre' }, ...set(left, 600), ...set(right, 600, 300)]]);
    expect(blocksIn(await readPdf('a.pdf', bytes))).toEqual([
      'heading: Le titre',
      `paragraph: ${[...left, ...right].join(' ')}`,
    ]);
  });

  it('gives no block for pages without text', async () => {
    expect(blocksIn(await readPdf('a.pdf', pdf([[]])))).toEqual([]);
  });

  it('calls a file that is cut off or no PDF damaged, and leaves the bytes to the caller', async () => {
    const bytes = pdf([set(['Bonjour.'], 600)]);
    expect(await readPdf('a.pdf', bytes.subarray(0, 40))).toBe('damaged');
    expect(await readPdf('a.pdf', new TextEncoder().encode('%PDF-1.4 nothing'))).toBe('damaged');
    expect(blocksIn(await readPdf('a.pdf', Buffer.from(bytes.buffer)))).toEqual(['paragraph: Bonjour.']);
    expect(bytes.length).toBeGreaterThan(100);
  });

  it('stops between two pages', async () => {
    const abort = new AbortController();
    abort.abort();
    await expect(readPdf('a.pdf', pdf([set(['Bonjour.'], 600)]), abort.signal)).rejects.toThrow();
  });
});
