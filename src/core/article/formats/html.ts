import { Readability } from '@mozilla/readability';
import type { TextWithBlocks } from './format.ts';
import { joinPieces, type Piece, type Unread } from './blocks.ts';
import { parseMarkup } from './dom.ts';
import { readMarkup, type MarkupPiece } from './markup.ts';

/** Pieces above which a page is a book, and nobody's menus are looked for. */
const MAX_PAGE_PIECES = 5000;
/** Elements inside each other above which nobody made the page by hand; Readability's time grows with the square. */
const MAX_PAGE_DEPTH = 200;
/** A piece from this length on, in UTF-16 code units, that is not mostly links is running text. */
const MIN_PROSE_LENGTH = 80;
/** What keeps less than this share of a page’s running text, comments included, has not found the article. */
const MIN_KEPT_SHARE = 0.35;
/** A piece that is links to this share, and lies outside the article, is an entry of a menu. */
const MENU_SHARE = 0.9;

/**
 * A web page: its visible text, with what Readability does not take for the article marked as furniture. Menus are left
 * out, as are the rows of links that are no marked menu: there are hundreds of them on a page.
 */
export function readHtml(name: string, markup: string): TextWithBlocks | Unread {
  const document = parseMarkup(markup, 'html');
  const root = document?.documentElement;
  if (!document || !root) return 'too-large';
  const pieces = readMarkup(root);
  const isPage = pieces.length <= MAX_PAGE_PIECES && pieces.every(({ depth }) => depth <= MAX_PAGE_DEPTH);
  const article = isPage ? findArticle(document, pieces) : null;
  if (article === null) return joinPieces(name, pieces);
  const headline = pieces.findIndex((piece) => isHeadline(piece, article.title));
  const judged = pieces.flatMap((piece, at): Piece[] => {
    if (at === headline) return [{ ...piece, kind: 'heading', furniture: false }];
    if (article.pieces.has(at)) return [piece];
    return piece.linked >= MENU_SHARE ? [] : [{ ...piece, furniture: true }];
  });
  if (headline < 0 && article.title !== '') judged.unshift({ text: article.title, kind: 'heading', furniture: false });
  return joinPieces(name, judged);
}

interface Found {
  readonly title: string;
  /** Indexes of the pieces that it consists of. */
  readonly pieces: ReadonlySet<number>;
}

/**
 * Which pieces make up the article. Readability rebuilds the page to find out, so every text node is given a mark that
 * survives it. Null where it finds nothing, or so little that it must have missed the article.
 */
function findArticle(document: Document, pieces: readonly MarkupPiece[]): Found | null {
  for (const [at, { nodes }] of pieces.entries()) {
    for (const node of nodes) {
      const mark = document.createElement('span');
      mark.setAttribute(MARK, String(at));
      node.parentNode?.replaceChild(mark, node);
      mark.appendChild(node);
    }
  }
  const kept = new Map<number, number>();
  let title: string;
  try {
    const found = new Readability<Node>(document, { serializer: (node) => node, disableJSONLD: true }).parse();
    if (!found?.content) return null;
    title = found.title?.replace(/\s+/g, ' ').trim() ?? '';
    for (const mark of (found.content as Element).querySelectorAll(`[${MARK}]`)) {
      const at = Number(mark.getAttribute(MARK));
      kept.set(at, (kept.get(at) ?? 0) + mark.textContent.trim().length);
    }
  } catch {
    // A page that is nested too deeply, or otherwise beyond what Readability was made for.
    return null;
  }
  const inArticle = new Set<number>();
  let prose = 0;
  let keptProse = 0;
  for (const [at, piece] of pieces.entries()) {
    const { length } = piece.text;
    const isKept = (kept.get(at) ?? 0) >= length / 2;
    if (isKept) inArticle.add(at);
    if (length < MIN_PROSE_LENGTH || piece.linked > 0.5 || piece.furniture) continue;
    prose += length;
    if (isKept) keptProse += length;
  }
  return inArticle.size > 0 && keptProse >= prose * MIN_KEPT_SHARE ? { title, pieces: inArticle } : null;
}

const MARK = 'data-piece';

/** A heading that says what the page's title says, which may go on with the name of the site. */
function isHeadline({ kind, text }: Piece, title: string): boolean {
  if (kind !== 'heading') return false;
  const [words, whole] = [folded(text), folded(title)];
  if (words === '') return false;
  return `${whole} `.startsWith(`${words} `) || (whole.length >= MIN_TITLE_LENGTH && words.startsWith(whole));
}

/** A shorter title, in UTF-16 code units, may be a word that any heading begins with. */
const MIN_TITLE_LENGTH = 15;

function folded(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
