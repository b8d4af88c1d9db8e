import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article, Side } from '../../contract.ts';
import { buildArticle, readArticle } from './article.ts';
import { markFurniture } from './clean.ts';
import { textBlocks } from './formats/text.ts';

function articleOf(text: string, options: { side?: Side; presegmented?: boolean } = {}): Article {
  const read = { name: 'article.txt', text, blocks: markFurniture(text, textBlocks(text)) };
  return buildArticle(read, options.side ?? 'fr', { presegmented: options.presegmented ?? false });
}

function sentencesOf({ text, sentences }: Article): string[] {
  return sentences.map(({ start, end }) => text.slice(start, end));
}

const LONG =
  'Le chef de l’Otan a souligné qu’il s’agissait d’une « décision des Etats-Unis, pas de la coalition ou de l’Otan ».';

describe('an article', () => {
  it('has its sentences in its blocks', () => {
    const article = articleOf(`Un titre\n\nIl pleut. Elle rentre.\n\n${LONG}`);
    expect(sentencesOf(article)).toEqual(['Un titre', 'Il pleut.', 'Elle rentre.', LONG]);
    expect(article.sentences.map(({ block }) => block)).toEqual([0, 1, 1, 2]);
    expect(article.name).toBe('article.txt');
  });

  it('is called by its first heading that is no furniture', () => {
    expect(articleOf(`Publié le\n\nL’Otan demande à l’Iran de cesser\n\n${LONG}`).title).toBe(
      'L’Otan demande à l’Iran de cesser',
    );
    expect(articleOf(`# Les faits\n\n${LONG}`).title).toBe('Les faits');
  });

  it('is called by its first words where it has no heading', () => {
    expect(articleOf(`${LONG}\n\n${LONG}`).title).toBe(
      'Le chef de l’Otan a souligné qu’il s’agissait d’une « décision des Etats-Unis…',
    );
  });

  it('keeps one sentence a line as it is when it is presegmented', () => {
    const article = articleOf('  Il pleut. Elle rentre.\r\n\r\n \t \r\nPublié le\nFin', { presegmented: true });
    expect(sentencesOf(article)).toEqual(['  Il pleut. Elle rentre.', '', '', 'Publié le', 'Fin']);
    expect(article.sentences.map(({ block }) => block)).toEqual([0, 1, 2, 3, 4]);
    expect(article.blocks.some(({ furniture }) => furniture)).toBe(false);
  });

  it('does not count a last newline as a sentence', () => {
    expect(articleOf('Un.\nDeux.\n', { presegmented: true }).sentences).toHaveLength(2);
    expect(articleOf('Un.\nDeux.\n\n', { presegmented: true }).sentences).toHaveLength(3);
    expect(articleOf('\nUn.', { presegmented: true }).sentences).toHaveLength(2);
  });

  it('counts as many presegmented sentences as the file has lines', () => {
    const line = fc.constantFrom('Il pleut.', '', ' ', 'M. Hamel. Ici.', 'a\u2028b', 'x\ry', '\u00a0', '« Oui. »');
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 20 }), (lines) => {
        fc.pre(lines.join('').trim() !== '');
        const article = articleOf(`${lines.join('\n')}\n`, { presegmented: true });
        expect(sentencesOf(article)).toEqual(lines.map((any) => (any.trim() === '' ? '' : any)));
      }),
    );
  });

  it('gives the text back from its sentences and the gaps between them', () => {
    const scrap = fc.constantFrom(
      ...[
        'Il pleut. ',
        'M. Hamel ',
        LONG,
        '\n',
        '\n\n',
        '\r\n',
        '?! ',
        '« ',
        ' »',
        '— ',
        '• ',
        '1. ',
        'Partager',
        'date 2020-01 ',
        '…',
        '\u00a0',
        '\ufeff',
      ],
    );
    fc.assert(
      fc.property(
        fc.array(scrap, { minLength: 1, maxLength: 50 }),
        fc.constantFrom<Side>('fr', 'en'),
        (scraps, side) => {
          const source = `${scraps.join('')} fin`;
          const { text, blocks, sentences } = articleOf(source, { side });
          let at = 0;
          for (const { start, end, block } of sentences) {
            expect(text.slice(at, start)).toMatch(/^\s*$/);
            expect(end).toBeGreaterThan(start);
            const { start: from = 0, end: to = 0 } = blocks[block] ?? {};
            expect(start >= from && end <= to).toBe(true);
            at = end;
          }
          expect(text.slice(at)).toMatch(/^\s*$/);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is read from a file, with its furniture marked', async () => {
    const text = `Publié le\n\n${LONG}`;
    const read = await readArticle({ name: 'a.txt', bytes: new TextEncoder().encode(text) });
    expect(read).toMatchObject({ ok: true, value: { name: 'a.txt', text } });
    expect(read.ok && read.value.blocks.map(({ furniture }) => furniture)).toEqual([true, false]);
  });

  it('keeps as furniture what a page declares to be, and judges the rest by itself', async () => {
    const page = `<html><body><p>${LONG}</p><p>Publié le</p><aside><p>${LONG} Encore.</p></aside></body></html>`;
    const read = await readArticle({ name: 'a.html', bytes: new TextEncoder().encode(page) });
    expect(read.ok && read.value.blocks.map(({ furniture }) => furniture)).toEqual([false, true, true]);
  });

  it('passes on what the file is refused for', async () => {
    expect(await readArticle({ name: 'vide.txt', bytes: new Uint8Array() })).toEqual({
      ok: false,
      failure: { code: 'empty', files: ['vide.txt'] },
    });
  });
});
