import { joinPieces, type Piece, type Unread } from './blocks.ts';
import { parseMarkup } from './dom.ts';
import type { TextWithBlocks } from './format.ts';
import { nameOf, readMarkup } from './markup.ts';
import { unpack } from './zip.ts';

/**
 * A book (EPUB 2 and 3): its chapters in the order in which they are read, without the list of contents.
 * Source: EPUB Open Container Format 3.3, EPUB Packages 3.3.
 */
export function readEpub(name: string, bytes: Uint8Array): TextWithBlocks | Unread {
  const unpacked = unpack(bytes, (entry) => /\.(?:xml|opf|x?html?|xht)$/i.test(entry));
  if (unpacked.kind !== 'files') return unpacked.kind;
  const { files } = unpacked;
  const path = packagePath(files);
  const chapters = path === null ? null : chapterPaths(files, path);
  if (chapters === null || chapters.length === 0) return 'damaged';
  const locked = encryptedPaths(files);
  if (chapters.some((chapter) => locked.has(chapter))) return 'encrypted';
  const pieces: Piece[] = [];
  let found = false;
  for (const chapter of chapters) {
    const markup = textOf(files, chapter);
    if (markup === null) continue;
    found = true;
    const root = chapterRoot(markup);
    if (root === null) return 'too-large';
    pieces.push(...readMarkup(root));
  }
  return found ? joinPieces(name, pieces) : 'damaged';
}

type Files = ReadonlyMap<string, Uint8Array>;

/** XHTML by its rules; what breaks them (a browser would show an error) is read as careless HTML. */
function chapterRoot(markup: string): Element | null {
  const document = parseMarkup(markup, 'xml');
  if (document === null) return null;
  const root = document.documentElement as Element | null;
  if (root !== null && [...root.children].some((child) => nameOf(child) === 'body')) return root;
  return parseMarkup(markup, 'html')?.documentElement ?? null;
}

function packagePath(files: Files): string | null {
  const container = parsed(files, 'META-INF/container.xml');
  const [rootfile] = container === null ? [] : elements(container, 'rootfile');
  return rootfile?.getAttribute('full-path') ?? null;
}

/** The chapters of the spine that belong to the reading order and are no list of contents. */
function chapterPaths(files: Files, path: string): string[] | null {
  const opf = parsed(files, path);
  if (opf === null) return null;
  const folder = path.replace(/[^/]*$/, '');
  const contents = new Set<string>();
  for (const reference of elements(opf, 'reference')) {
    if (reference.getAttribute('type') === 'toc') contents.add(pathTo(folder, reference.getAttribute('href')));
  }
  const manifest = new Map<string, string>();
  for (const entry of elements(opf, 'item')) {
    const isNav = /\bnav\b/.test(entry.getAttribute('properties') ?? '');
    const target = pathTo(folder, entry.getAttribute('href'));
    const isPage = (entry.getAttribute('media-type') ?? '').includes('html');
    if (isPage && !isNav && !contents.has(target)) manifest.set(entry.getAttribute('id') ?? '', target);
  }
  const spine = elements(opf, 'itemref')
    .filter((entry) => entry.getAttribute('linear') !== 'no')
    .flatMap((entry) => manifest.get(entry.getAttribute('idref') ?? '') ?? []);
  return [...new Set(spine)];
}

/** What digital rights management has locked; fonts may be scrambled without harm. */
function encryptedPaths(files: Files): Set<string> {
  const encryption = parsed(files, 'META-INF/encryption.xml');
  if (encryption === null) return new Set();
  return new Set(elements(encryption, 'CipherReference').map((entry) => pathTo('', entry.getAttribute('URI'))));
}

function parsed(files: Files, path: string): Document | null {
  const markup = textOf(files, path);
  return markup === null ? null : parseMarkup(markup, 'xml');
}

function elements(document: Document, name: string): Element[] {
  return [...document.querySelectorAll('*')].filter((element) => nameOf(element).toLowerCase() === name.toLowerCase());
}

/** EPUB allows UTF-8 and UTF-16 only; old books have others. */
function textOf(files: Files, path: string): string | null {
  const bytes = files.get(path);
  if (bytes === undefined) return null;
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (isWide) return new TextDecoder(bytes[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** A reference inside the archive, from a folder ("OEBPS/"), without its fragment. */
function pathTo(folder: string, href: string | null): string {
  let path = (href ?? '').replace(/#.*$/, '');
  try {
    path = decodeURIComponent(path);
  } catch {
    // A stray percent sign: taken as it is.
  }
  const steps: string[] = [];
  for (const step of `${folder}${path}`.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}
