/** How many French and English sentences a bead joins. */
export interface Shape {
  readonly fr: number;
  readonly en: number;
  /** Name of its bias among the weights. */
  readonly name: string;
}

const NAMES = '1-1 1-2 2-1 1-3 3-1 2-2 2-3 3-2 1-4 4-1 1-5 5-1 2-4 4-2 3-3 2-5 5-2'.split(' ');

/**
 * The beads the lattice knows, apart from single sentences without a counterpart. Those from 1-5 on are rare, but where
 * they are missing what stands around them goes wrong, too: worth .05 null F1 on novels.
 */
export const SHAPES: readonly Shape[] = NAMES.map((name) => ({
  name,
  fr: Number(name.charAt(0)),
  en: Number(name.charAt(2)),
}));

/** The shapes' sides, for the inner loops. */
export const SHAPE_FR = Uint8Array.from(SHAPES, ({ fr }) => fr);
export const SHAPE_EN = Uint8Array.from(SHAPES, ({ en }) => en);

/** The number of each shape by its sides, -1 where there is none: `SHAPE_NUMBER[fr * 8 + en]`. */
export const SHAPE_NUMBER = new Int8Array(64).fill(-1);
SHAPES.forEach(({ fr, en }, k) => {
  SHAPE_NUMBER[fr * 8 + en] = k;
});
