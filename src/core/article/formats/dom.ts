import { DOMParser } from 'linkedom/worker';

/** Tags in a page or chapter above which it is not read: a long book has some hundred thousand. */
const MAX_TAGS = 1_000_000;
/** Elements inside each other above which it is not read: the parser's time grows with the square of them. */
const MAX_DEPTH = 5_000;

/**
 * The tree of a page. Scripts are not run, nothing is fetched, and entities that a document declares itself are not
 * expanded. Null for what is larger than any page.
 *
 * @param kind `html` mends what is written carelessly; `xml` is for EPUB and its `<title/>`
 */
export function parseMarkup(markup: string, kind: 'html' | 'xml'): Document | null {
  if (isTooMuch(markup)) return null;
  const parser = new DOMParser();
  // Its own types are not those of a browser's tree, though what is used of it works alike.
  const tree: unknown =
    kind === 'xml'
      ? parser.parseFromString(withoutDoctype(markup), 'text/xml')
      : parser.parseFromString(withRoot(markup), 'text/html');
  return tree as Document;
}

/** HTML lets `<html>`, `<head>` and `<body>` be left out; the parser takes the first element for the root. */
function withRoot(markup: string): string {
  if (/<html[\s>]/i.test(markup.slice(0, 20_000))) return markup;
  const rest = withoutDoctype(markup);
  return /<body[\s>]/i.test(rest.slice(0, 100_000)) ? `<html>${rest}</html>` : `<html><body>${rest}</body></html>`;
}

/** With what it declares inside: the parser would take `<!ENTITY …>` for text. */
function withoutDoctype(markup: string): string {
  return markup.replace(/<!doctype(?:[^>["']|"[^"]*"|'[^']*'|\[[^\]]*\])*>/i, '');
}

/** Counts tags that stay open, without those that HTML closes by itself. */
function isTooMuch(markup: string): boolean {
  let tags = 0;
  let depth = 0;
  for (const [, slash, name = '', end] of markup.matchAll(/<(\/?)([a-z][a-z\d:]*)(?:[^<>]{0,200}(\/)>)?/gi)) {
    tags++;
    if (end === undefined && !CLOSED_BY_ITSELF.has(name.toLowerCase()))
      depth = Math.max(0, depth + (slash === '' ? 1 : -1));
    if (tags > MAX_TAGS || depth > MAX_DEPTH) return true;
  }
  return false;
}

const CLOSED_BY_ITSELF = new Set(
  'area base br col dd dt embed hr img input li link meta option p param source td th tr track wbr'.split(' '),
);
