import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textBlocks } from './text.ts';

function blocksOf(text: string): [string, string][] {
  return textBlocks(text).map(({ start, end, kind }) => [kind, text.slice(start, end)]);
}

const LONG =
  'Le secrétaire général de l’Otan, Jens Stoltenberg, a appelé lundi l’Iran à éviter davantage de violence et de provocations.';

/** As Project Gutenberg sets it: greedily, no line longer than `width`. */
function wrap(paragraph: string, width: number): string {
  const lines: string[] = [];
  for (const word of paragraph.split(' ')) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + word.length <= width) lines[lines.length - 1] = `${line} ${word}`;
    else lines.push(word);
  }
  return lines.join('\n');
}

describe('textBlocks', () => {
  it('takes lines for paragraphs, with or without blank lines between them', () => {
    for (const gap of ['\n', '\n\n', '\r\n', '\r\n\r\n\r\n', '\r', '\u2029']) {
      expect(blocksOf([LONG, LONG, LONG, LONG, LONG].join(gap)).map(([kind]) => kind)).toEqual(
        Array.from({ length: 5 }, () => 'paragraph'),
      );
    }
  });

  it('joins the lines of a hard-wrapped text into paragraphs', () => {
    const paragraphs = [`${LONG} ${LONG}`, LONG, `${LONG} ${LONG} ${LONG}`];
    for (const width of [60, 72, 80]) {
      const text = paragraphs.map((paragraph) => wrap(paragraph, width)).join('\n\n');
      expect(blocksOf(text).map(([, block]) => block.replace(/\n/g, ' '))).toEqual(paragraphs);
    }
  });

  it('begins a paragraph of a wrapped text at an indented line after a short one', () => {
    const paragraphs = [LONG, `${LONG} ${LONG}`, LONG];
    const text = paragraphs.map((paragraph) => `   ${wrap(paragraph, 68)}`).join('\n');
    expect(blocksOf(text).map(([, block]) => block.replace(/\n/g, ' '))).toEqual(paragraphs);
  });

  it('keeps the lines of a poem inside a wrapped text', () => {
    const verse = [
      'How doth the little crocodile',
      'Improve his shining tail,',
      'And pour the waters of the Nile',
      'On every golden scale!',
    ];
    const text = [wrap(`${LONG} ${LONG}`, 70), verse.join('\n'), wrap(`${LONG} ${LONG}`, 70)].join('\n\n');
    expect(
      blocksOf(text)
        .slice(1, -1)
        .map(([, block]) => block),
    ).toEqual(verse);
  });

  it('does not take one sentence a line for a wrapped text', () => {
    const lines = [
      'Il pleut.',
      LONG,
      'Elle rentre chez elle, sans un mot.',
      'Puis rien.',
      'La nuit tombe sur la ville.',
    ];
    expect(blocksOf(lines.join('\n')).map(([, block]) => block)).toEqual(lines);
  });

  it('knows headings by their place, their length and their want of a stop', () => {
    expect(
      blocksOf(`Trump calme le jeu\n\n${LONG}\n\nUne stratégie à définir\n\n${LONG}\n\nQue faire ?\n\n${LONG}`).map(
        ([kind]) => kind,
      ),
    ).toEqual(['heading', 'paragraph', 'heading', 'paragraph', 'heading', 'paragraph']);
  });

  it('knows chapters, and headings in Markdown', () => {
    for (const heading of [
      'CHAPITRE IV.',
      'Chapter 2',
      'XII.',
      '## Les faits.',
      'CHAPITRE I. Comment Candide fut élevé.',
    ]) {
      expect(blocksOf(`${heading}\n\n${LONG}`)[0]).toEqual(['heading', heading]);
    }
  });

  it('takes a short line of dialogue for a paragraph', () => {
    for (const line of ['— Tu viens ?', '"What?"', '« Qui est là ? »', 'Il pleut.', 'Chapter two was long.']) {
      expect(blocksOf(`${LONG}\n\n${line}\n\n${LONG}`)[1]).toEqual(['paragraph', line]);
    }
  });

  it('takes list entries, verse and a last loose line for lines', () => {
    expect(
      blocksOf(`${LONG}\n\n• le prix\n• la qualité\n\n1. Ouvrir.\n2. Fermer.\n\nS’abonner`).map(([kind]) => kind),
    ).toEqual(['paragraph', 'line', 'line', 'line', 'line', 'line']);
  });

  it('puts every visible character into exactly one block', () => {
    const scrap = fc.constantFrom(
      'a',
      'Le chat ',
      LONG,
      '\n',
      '\r\n',
      '\n\n',
      '   ',
      '\u00a0',
      '- ',
      '# ',
      'X.',
      ':',
      '\u2028',
      '\ufeff',
    );
    fc.assert(
      fc.property(
        fc.array(scrap, { maxLength: 60 }).map((scraps) => scraps.join('')),
        (text) => {
          let at = 0;
          for (const { start, end } of textBlocks(text)) {
            expect(text.slice(at, start)).toMatch(/^\s*$/);
            expect(text.slice(start, end)).toMatch(/^\S(?:.*\S)?$/s);
            at = end;
          }
          expect(text.slice(at)).toMatch(/^\s*$/);
        },
      ),
    );
  });
});
