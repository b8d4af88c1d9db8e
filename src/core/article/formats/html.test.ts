import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readHtml } from './html.ts';
import { blocksIn } from './testBlocks.ts';

const LONG =
  'Le secrétaire général de l’Otan, Jens Stoltenberg, a appelé lundi l’Iran à éviter davantage de violence, après une réunion.';

function read(body: string): string[] {
  return blocksIn(
    readHtml('a.html', `<!doctype html><html><head><title>Une page</title></head><body>${body}</body></html>`),
  );
}

describe('readHtml', () => {
  it('finds the article on a page and marks what lies around it', () => {
    const page = `<html><head><title>Trump appelle l'Otan à l'aide | Le Journal</title></head><body>
      <nav><ul><li><a href="/a">Monde</a></li></ul></nav>
      <div class="menu"><a href="/b">Sport</a> <a href="/c">Culture</a></div>
      <div class="header"><h1>Trump appelle l&#39;Otan à l&#39;aide</h1><div class="date">Publié le 6 janvier 2020</div></div>
      <div class="article-body"><p>${LONG}</p><h2>Une stratégie à définir</h2><p>${LONG} ${LONG}</p>
        <ul><li>Premier point de la liste, assez long.</li></ul><p>${LONG} ${LONG}</p></div>
      <div id="comments"><p>Je ne suis pas d'accord avec cet article.</p><form><button>Envoyer</button></form></div>
      <footer>© Le Journal</footer></body></html>`;
    expect(blocksIn(readHtml('a.html', page))).toEqual([
      "heading: Trump appelle l'Otan à l'aide",
      'paragraph furniture: Publié le 6 janvier 2020',
      `paragraph: ${LONG}`,
      'heading: Une stratégie à définir',
      `paragraph: ${LONG} ${LONG}`,
      'line: Premier point de la liste, assez long.',
      `paragraph: ${LONG} ${LONG}`,
      "paragraph furniture: Je ne suis pas d'accord avec cet article.",
      'paragraph furniture: © Le Journal',
    ]);
  });

  it('keeps a book whole, however its chapters are laid out', () => {
    const chapters = Array.from({ length: 8 }, (_, i) => `<div><h2>${i}</h2><p>${LONG}</p><p>${LONG}</p></div>`);
    expect(read(chapters.join('')).filter((block) => block === `paragraph: ${LONG}`)).toHaveLength(16);
  });

  it('puts the title above a page that does not show it', () => {
    expect(read(`<p>${LONG}</p><p>${LONG} Encore.</p>`)[0]).toBe('heading: Une page');
  });

  it('never reads scripts, styles, controls and what is hidden', () => {
    const hidden = [
      '<script>let a = "<p>a</p>"</script>',
      '<style>p { color: red }</style>',
      '<template><p>a</p></template>',
      '<noscript>a</noscript>',
      '<p hidden>a</p>',
      '<p style="color: red; display: none">a</p>',
      '<p aria-hidden="true">a</p>',
      '<span class="sr-only">a</span>',
      '<button>a</button><select><option>a</option></select><textarea>a</textarea>',
      '<svg><text>a</text></svg><iframe>a</iframe><!-- a -->',
    ];
    for (const part of hidden) {
      expect(read(`<p>${LONG}</p>${part}<p>${LONG}</p>`).slice(-2)).toEqual([
        `paragraph: ${LONG}`,
        `paragraph: ${LONG}`,
      ]);
    }
  });

  it('folds white space as a browser does and keeps the breaks of lines', () => {
    expect(read(`<p>${LONG}</p><p>  Un\n  vers,<br> puis\tun&nbsp;<b>au</b>tre.<br><br>Fin.</p>`).slice(-2)).toEqual([
      'paragraph: Un vers,\npuis un\u00a0autre.',
      'paragraph: Fin.',
    ]);
  });

  it('leaves out the marks of notes, not other raised letters', () => {
    const [block] = read(`<p>${LONG} Le 1<sup>er</sup> mai<sup><a href="#n1">[1]</a></sup>.</p>`).slice(-1);
    expect(block).toBe(`paragraph: ${LONG} Le 1er mai.`);
  });

  it('reads what has no frame around it', () => {
    expect(blocksIn(readHtml('a.html', '<p>Un.<p>Deux.'))).toEqual(['paragraph: Un.', 'paragraph: Deux.']);
    expect(blocksIn(readHtml('a.html', '<!doctype html><title>T</title><h1>Un</h1>Deux'))).toEqual([
      'heading: Un',
      'paragraph: Deux',
    ]);
  });

  it('refuses pages that are nested beyond reason', () => {
    expect(readHtml('a.html', '<div>'.repeat(100_000))).toBe('too-large');
    expect(blocksIn(readHtml('a.html', `${'<div>'.repeat(3000)}Bonjour`))).toEqual(['paragraph: Bonjour']);
  });

  it('reads any sequence of tags, and gives blocks that part the text', () => {
    const scrap = fc.constantFrom(
      ...[
        '<p>',
        '</p>',
        '<div>',
        '</div>',
        '<a href="#a">',
        '</a>',
        '<sup>',
        '<ul><li>',
        '<table><td>',
        '</table>',
        '<br>',
      ],
      ...[
        '<h1>',
        '</h1>',
        ' ',
        'Bonjour.',
        LONG,
        '<',
        '>',
        '&amp;',
        '&#0;',
        '<!--',
        '-->',
        '<b',
        '<script>',
        '</html>',
      ],
    );
    fc.assert(
      fc.property(fc.array(scrap, { maxLength: 40 }), (scraps) => {
        const page = readHtml('a.html', scraps.join(''));
        if (typeof page === 'string') throw new Error(page);
        let at = 0;
        for (const { start, end } of page.blocks) {
          expect(page.text.slice(at, start)).toMatch(/^\s*$/);
          expect(page.text.slice(start, end)).toMatch(/^\S(?:.*\S)?$/s);
          at = end;
        }
        expect(at).toBe(page.text.length);
      }),
      { numRuns: 60 },
    );
  });
});
