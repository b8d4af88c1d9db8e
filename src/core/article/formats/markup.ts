import type { BlockKind } from '../../../contract.ts';
import type { Piece } from './blocks.ts';

/** A block of a page, with the text nodes that it was made of. */
export interface MarkupPiece extends Piece {
  readonly nodes: readonly Text[];
  /** How many elements it lies in. */
  readonly depth: number;
  /** Share of its characters that lie in links, 0 to 1. */
  readonly linked: number;
}

/**
 * The blocks of a page or chapter, in its order. What is never read: scripts, styles, hidden elements, controls and menus
 * (they work the page, they say nothing), and marks that lead to a note.
 *
 * White space is folded as a browser does, a line break is kept as one, and two of them part a block.
 */
export function readMarkup(root: Element): MarkupPiece[] {
  const pieces: MarkupPiece[] = [];
  const inside: Surrounding[] = [];
  let open: OpenPiece = emptyPiece();

  const close = (): void => {
    const text = open.text.join('').trim();
    if (text !== '') {
      const furniture = inside.at(-1)?.furniture ?? false;
      const linked = open.linked / open.length;
      pieces.push({ text, kind: kindOf(inside, text), furniture, nodes: open.nodes, linked, depth: inside.length });
    }
    open = emptyPiece();
  };

  // By hand, since a hostile page is nested deeper than any call stack.
  let node: Node | null = root;
  while (node !== null) {
    let goesIn = false;
    if (isText(node)) addText(open, node, inside.at(-1)?.link ?? false);
    else if (isElement(node)) {
      const name = nameOf(node);
      if (name === 'br') {
        if (breakLine(open)) close();
      } else if (!isUnread(node, name)) {
        if (isBlock(name)) close();
        goesIn = node.firstChild !== null;
        if (goesIn) inside.push(surrounding(node, name, inside.at(-1)));
      } else if (isBlock(name)) close();
    }
    if (goesIn) {
      node = node.firstChild;
      continue;
    }
    while (node !== null && node !== root && node.nextSibling === null) {
      node = node.parentNode;
      if (isBlock(inside.at(-1)?.name ?? '')) close();
      inside.pop();
    }
    if (node === root) break;
    node = node?.nextSibling ?? null;
  }
  close();
  return pieces;
}

/** An element around a piece; what holds for an outer one holds for the inner ones. */
interface Surrounding {
  readonly name: string;
  readonly link: boolean;
  readonly furniture: boolean;
}

function surrounding(element: Element, name: string, outer: Surrounding | undefined): Surrounding {
  return {
    name,
    link: name === 'a' || (outer?.link ?? false),
    furniture: (outer?.furniture ?? false) || isFurniture(element, name),
  };
}

interface OpenPiece {
  readonly text: string[];
  readonly nodes: Text[];
  length: number;
  linked: number;
}

function emptyPiece(): OpenPiece {
  return { text: [], nodes: [], length: 0, linked: 0 };
}

function addText(open: OpenPiece, node: Text, isLink: boolean): void {
  const words = node.data.replace(/[ \t\n\r\f]+/g, ' ');
  const last = open.text.at(-1);
  const joined = last === undefined || /[ \n]$/.test(last) ? words.replace(/^ /, '') : words;
  if (joined === '') return;
  open.text.push(joined);
  open.nodes.push(node);
  open.length += joined.length;
  if (isLink) open.linked += joined.length;
}

/** Two breaks in a row end the block. */
function breakLine(open: OpenPiece): boolean {
  const last = open.text.at(-1);
  if (last === undefined) return false;
  if (last === '\n') return true;
  open.text.push('\n');
  return false;
}

/** The name without the prefix that XML allows, in small letters. */
export function nameOf(element: Element): string {
  return element.localName.toLowerCase().replace(/^.*:/, '');
}

function isText(node: Node): node is Text {
  return node.nodeType === 3 || node.nodeType === 4;
}

function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}

function isBlock(name: string): boolean {
  return BLOCKS.has(name);
}

const BLOCKS = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure ' +
    'footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup option p pre section ' +
    'summary table tbody td tfoot th thead title tr ul'
  ).split(' '),
);

const UNREAD = new Set(
  (
    'applet area audio base button canvas command datalist embed frame frameset head iframe img input keygen link map ' +
    'meta meter nav noembed noframes noscript object output param picture progress rp rt rtc script select source style ' +
    'svg template textarea title track video'
  ).split(' '),
);

const UNREAD_ROLES = new Set(
  (
    'alertdialog button dialog doc-noteref doc-pagebreak menu menubar menuitem navigation scrollbar search slider ' +
    'switch tab tablist toolbar tooltip'
  ).split(' '),
);

/** What EPUB calls a list of contents, a mark of the printed page, or the mark of a note. */
const UNREAD_TYPES = /\b(?:toc|landmarks|page-list|pagebreak|noteref|lot|loi|backlink)\b/;

function isUnread(element: Element, name: string): boolean {
  if (UNREAD.has(name) || element.hasAttribute('hidden')) return true;
  if (element.getAttribute('aria-hidden') === 'true') return true;
  if (UNREAD_ROLES.has(element.getAttribute('role') ?? '')) return true;
  if (UNREAD_TYPES.test(element.getAttribute('epub:type') ?? '')) return true;
  const style = element.getAttribute('style');
  if (style !== null && /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style)) return true;
  if (/(?:^|\s)(?:sr-only|visually-?hidden|screen-?reader(?:-text)?)(?:\s|$)/i.test(classOf(element))) return true;
  return name === 'sup' ? isNoteMark(element) : name === 'a' && isBackLink(element);
}

function classOf(element: Element): string {
  return element.getAttribute('class') ?? '';
}

/** `<sup><a href="#note-1">[1]</a></sup>`: no part of the sentence, and no part of a translation either. */
function isNoteMark(element: Element): boolean {
  const link = element.firstElementChild;
  return link !== null && leadsToPlace(link) && shortText(link) !== null && shortText(link) === shortText(element);
}

/** The arrow from a note to its place. */
function isBackLink(link: Element): boolean {
  return leadsToPlace(link) && /^(?:[↑↩⤴^\s]|\ufe0e|\ufe0f)+$/.test(shortText(link) ?? '');
}

function leadsToPlace(link: Element): boolean {
  return nameOf(link) === 'a' && (link.getAttribute('href') ?? '').includes('#');
}

/** The text of an element with hardly anything in it, else null: looking at all of a hostile one would take for ever. */
function shortText(element: Element): string | null {
  let text = '';
  let steps = 0;
  for (let node = element.firstChild; node !== null; node = node.nextSibling) {
    if (++steps > 4) return null;
    if (isText(node)) text += node.data;
    else if (isElement(node)) {
      if (node.firstElementChild !== null) return null;
      text += node.firstChild !== null && isText(node.firstChild) ? node.firstChild.data : '';
    }
  }
  return text.length <= 12 ? text.trim() : null;
}

/** Parts that a document declares to be about itself: rights, imprint, the licence around a free book. */
function isFurniture(element: Element, name: string): boolean {
  if (name === 'aside' || name === 'footer') return !/\b(?:foot|end|rear)?notes?\b/.test(roleOf(element));
  if (/\b(?:copyright-page|colophon|imprint|imprimatur)\b/.test(roleOf(element))) return true;
  return /\bpg-boilerplate\b/.test(classOf(element));
}

function roleOf(element: Element): string {
  return `${element.getAttribute('epub:type') ?? ''} ${element.getAttribute('role') ?? ''}`;
}

/** A cell of a table is a line unless it holds running text. */
const MAX_CELL_LENGTH = 120;

function kindOf(inside: readonly Surrounding[], text: string): BlockKind {
  for (const { name } of inside.slice(-MAX_LOOK_OUT).reverse()) {
    if (/^h[1-6]$/.test(name)) return 'heading';
    if (name === 'figcaption' || name === 'caption' || name === 'figure') return 'caption';
    if (name === 'li' || name === 'dt') return 'line';
    if ((name === 'td' || name === 'th') && text.length <= MAX_CELL_LENGTH) return 'line';
  }
  return 'paragraph';
}

/** How many elements around a block say of what kind it is. */
const MAX_LOOK_OUT = 12;
