import type { PdfLine } from './lines.ts';

/** The edges of a column of text on one page, in points. */
export interface Column {
  readonly left: number;
  readonly right: number;
}

/** Distances between lines that occur less often than this share are not the usual one. */
const MIN_COMMON_SHARE = 0.2;

/** Which column each line stands in. A new one begins with a page, and where a line stands higher than the one before. */
export function columnsOf(lines: readonly PdfLine[]): Map<PdfLine, Column> {
  const columns = new Map<PdfLine, Column>();
  let open: PdfLine[] = [];
  const close = (): void => {
    const column = columnOf(open);
    for (const line of open) columns.set(line, column);
    open = [];
  };
  for (const line of lines) {
    const before = open.at(-1);
    if (before !== undefined && (before.page !== line.page || line.y > before.y + line.size / 2)) close();
    open.push(line);
  }
  close();
  return columns;
}

/** The left edge that most lines have, and the right edge that only a few go over. */
function columnOf(lines: readonly PdfLine[]): Column {
  const lefts = new Map<number, number>();
  for (const { left } of lines) lefts.set(Math.round(left), (lefts.get(Math.round(left)) ?? 0) + 1);
  let [left, most] = [0, 0];
  for (const [edge, count] of lefts) {
    if (count > most || (count === most && edge < left)) [left, most] = [edge, count];
  }
  const rights = lines.map(({ right }) => right).sort((a, b) => a - b);
  return { left, right: rights[Math.ceil((rights.length - 1) * 0.95)] ?? left };
}

/**
 * The usual distance between two lines of a paragraph, in sizes of their letters: the smallest common one, since
 * paragraphs may be set apart by more.
 */
export function leadingOf(columns: ReadonlyMap<PdfLine, Column>): number {
  const distances = new Map<number, number>();
  let total = 0;
  let before: PdfLine | null = null;
  for (const [line, column] of columns) {
    if (before !== null && columns.get(before) === column && Math.abs(before.size - line.size) < 0.5) {
      const distance = Math.round(((before.y - line.y) / line.size) * 20) / 20;
      if (distance > 0.5 && distance < 4) {
        distances.set(distance, (distances.get(distance) ?? 0) + 1);
        total++;
      }
    }
    before = line;
  }
  const common = [...distances].filter(([, count]) => count >= total * MIN_COMMON_SHARE).map(([distance]) => distance);
  return common.length > 0 ? Math.min(...common) : 1.2;
}
