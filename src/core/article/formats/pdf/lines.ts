/** A line as it stands on the page. Lengths are in points (1/72 inch), from the page's lower left corner. */
export interface PdfLine {
  readonly text: string;
  readonly page: number;
  readonly left: number;
  readonly right: number;
  /** Of the baseline. */
  readonly y: number;
  /** Of its tallest letters. */
  readonly size: number;
  /** Where on the page it stands: 0 at its lower edge, 1 at its upper edge. */
  readonly height: number;
  /** Runs up or down the page. */
  readonly isTurned: boolean;
}

/** A stretch of text as PDF.js gives it. */
export interface PdfText {
  readonly str: string;
  readonly transform: readonly number[];
  readonly width: number;
  readonly hasEOL: boolean;
}

interface PageEdges {
  readonly number: number;
  readonly bottom: number;
  readonly top: number;
}

/** Letters further up or down than this share of their size begin a new line; exponents stand less far off. */
const MAX_RISE = 0.75;

/** The lines of a page, in the order in which the file sets them, which in columns is the order of reading. */
export function linesOfPage(texts: readonly PdfText[], page: PageEdges): PdfLine[] {
  const lines: PdfLine[] = [];
  let open: PdfText[] = [];
  const close = (): void => {
    const line = lineOf(open, page);
    if (line !== null) lines.push(line);
    open = [];
  };
  for (const text of texts) {
    const first = open.find(({ str }) => str.trim() !== '');
    if (first !== undefined && text.str.trim() !== '' && isOffLine(first, text)) close();
    open.push(text);
    if (text.hasEOL) close();
  }
  close();
  return lines;
}

function isOffLine(first: PdfText, text: PdfText): boolean {
  if (isTurned(first) !== isTurned(text)) return true;
  if (isTurned(first)) return false;
  return Math.abs(yOf(first) - yOf(text)) > MAX_RISE * Math.max(sizeOf(first), sizeOf(text));
}

function lineOf(texts: readonly PdfText[], { number, bottom, top }: PageEdges): PdfLine | null {
  const text = texts
    .map(({ str }) => str)
    .join('')
    .replace(/[ \t\n\r]+/g, ' ')
    .trim();
  const seen = texts.filter(({ str }) => str.trim() !== '');
  const [first] = seen;
  if (first === undefined || text === '') return null;
  const tallest = seen.reduce((best, each) => (sizeOf(each) > sizeOf(best) ? each : best), first);
  const y = yOf(tallest);
  return {
    text,
    page: number,
    left: Math.min(...seen.map(xOf)),
    right: Math.max(...seen.map((each) => xOf(each) + each.width)),
    y,
    size: sizeOf(tallest),
    height: top > bottom ? (y - bottom) / (top - bottom) : 0.5,
    isTurned: isTurned(first),
  };
}

// The matrix is [a b c d x y]: b and c turn, d is the size across the line.

function isTurned({ transform: [a = 1, b = 0] }: PdfText): boolean {
  return Math.abs(b) > Math.abs(a) * 0.1;
}

function sizeOf({ transform: [, , c = 0, d = 0] }: PdfText): number {
  return Math.hypot(c, d);
}

function xOf({ transform }: PdfText): number {
  return transform[4] ?? 0;
}

function yOf({ transform }: PdfText): number {
  return transform[5] ?? 0;
}
