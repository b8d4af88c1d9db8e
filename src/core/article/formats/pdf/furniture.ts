import type { PdfLine } from './lines.ts';

/** The share of a page's height, above and below, in which running heads and page numbers stand. */
const EDGE = 0.13;
/** Lines that a running head has at most. */
const MAX_HEAD_LINES = 3;

/** Letters of a head are smaller than most by this factor at least, where nothing else tells. */
const SMALL = 0.85;
/** ... and as many times their size away from the next line. */
const CLEARANCE = 2;

/**
 * Running heads, page numbers, and what runs up the margin. A head is what stands at the edge of several pages, but for
 * its numbers; a number alone at the edge needs no other page, nor do small letters far above the text.
 */
export function pageFurniture(lines: readonly PdfLine[]): Set<PdfLine> {
  const furniture = new Set(lines.filter(({ isTurned }) => isTurned));
  const size = commonSize(lines);
  const heads = new Map<string, PdfLine[]>();
  for (const edge of edges(lines)) {
    for (const [at, line] of edge.entries()) {
      if (at === 0 && (isPageNumber(line.text) || isSmallHead(line, lines, size))) furniture.add(line);
      const words = `${line.height > 0.5 ? 'top' : 'bottom'} ${line.text.toLowerCase().replace(/\d+/g, '#')}`;
      heads.set(words, [...(heads.get(words) ?? []), line]);
    }
  }
  for (const same of heads.values()) {
    if (new Set(same.map(({ page }) => page)).size >= 2) for (const line of same) furniture.add(line);
  }
  return furniture;
}

/** The size that most letters have, in points. */
export function commonSize(lines: readonly PdfLine[]): number {
  const letters = new Map<number, number>();
  for (const { text, size } of lines) {
    const rounded = Math.round(size * 2) / 2;
    letters.set(rounded, (letters.get(rounded) ?? 0) + text.length);
  }
  return [...letters].reduce<readonly [number, number]>((best, each) => (each[1] > best[1] ? each : best), [0, 0])[0];
}

function isSmallHead(line: PdfLine, lines: readonly PdfLine[], usual: number): boolean {
  if (line.height < 0.5 || line.size > SMALL * usual) return false;
  return lines.every(({ page, y }) => page !== line.page || y >= line.y || line.y - y > CLEARANCE * line.size);
}

/** Of every page, the lines at its upper and at its lower edge, the outermost first. */
function edges(lines: readonly PdfLine[]): PdfLine[][] {
  const pages = new Map<number, PdfLine[]>();
  for (const line of lines) {
    if (line.isTurned) continue;
    const page = pages.get(line.page);
    if (page === undefined) pages.set(line.page, [line]);
    else page.push(line);
  }
  return [...pages.values()].flatMap((page) => {
    const above = page.filter(({ height }) => height > 1 - EDGE).sort((a, b) => b.y - a.y);
    const below = page.filter(({ height }) => height < EDGE).sort((a, b) => a.y - b.y);
    return [above.slice(0, MAX_HEAD_LINES), below.slice(0, MAX_HEAD_LINES)];
  });
}

/** "12", "- 12 -", "xii", "Page 3 sur 10", "3/10". */
function isPageNumber(text: string): boolean {
  return /^(?:p(?:age|\.)?\s*)?[-–—|\s]*(?:\d{1,4}|[ivxlcdm]{1,7})(?:\s*(?:\/|sur|of)\s*\d{1,4})?[-–—|\s]*$/.test(
    text.toLowerCase(),
  );
}
