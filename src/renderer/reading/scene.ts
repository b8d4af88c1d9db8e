import type { Side } from '../../contract.ts';
import type { Lamp } from './glow.ts';
import type { Scene } from './gutter.ts';
import type { Line } from './lines.ts';
import type { Sheet } from './sheet.svelte.ts';
import type { Spread } from './spread.svelte.ts';

/** In windows; see `Scene.farthest`. */
const FAR = 1.5;

/** What the gutter is drawn from, in the coordinates of the reading view. */
export function sceneOf(spread: Spread): Scene {
  const { open, sheets } = spread;
  return {
    rows: open.rows,
    original: open.original,
    visible: { fr: sheets.fr.visible(), en: sheets.en.visible() },
    rowsAt: (side, sentence) => open.rowsAt({ side, sentence }),
    extent: (side, sentence) => {
      const { top, bottom } = sheets[side].layout.extent(sentence);
      const down = shift(sheets[side]);
      return { top: near(top + down, sheets[side]), bottom: near(bottom + down, sheets[side]) };
    },
    isShown: (row) => open.rowShown(row),
    isCrossing: (row) => spread.isCrossing(row),
    lit: open.lit,
    farthest: FAR * sheets.fr.height,
    gutter: { left: sheets.fr.edges.right, right: sheets.en.edges.left },
  };
}

/** What the light is drawn from. */
export function lampOf(spread: Spread): Lamp {
  const { sheets } = spread;
  const place = (sheet: Sheet, lines: readonly Line[]): readonly Line[] =>
    lines.map((line) => ({
      ...line,
      mid: line.mid + shift(sheet),
      left: line.left + sheet.edges.left,
      right: line.right + sheet.edges.left,
    }));
  return {
    lines: (side, sentence) => place(sheets[side], sheets[side].layout.box(sentence)?.lines ?? []),
    part: (side) => place(sheets[side], partOf(spread, side)),
    edges: { fr: sheets.fr.edges, en: sheets.en.edges },
    lead: sheets.fr.layout.type.lead,
  };
}

function partOf({ open, sheets }: Spread, side: Side): readonly Line[] {
  const row = open.rows[open.lit?.row ?? -1];
  const sentence = row?.[side][0];
  const part = row?.parts?.[side];
  return part && sentence !== undefined ? sheets[side].layout.partLines(sentence, part.start, part.end) : [];
}

function shift(sheet: Sheet): number {
  return sheet.top - sheet.scroll;
}

/** The far end of a connector is kept within a few windows: its curve is the same, and the numbers stay small. */
function near(y: number, sheet: Sheet): number {
  return Math.max(-3 * sheet.height, Math.min(4 * sheet.height, y));
}
