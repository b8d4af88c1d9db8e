import type { Side } from '../../contract.ts';
import { SIDES } from '../../contract.ts';
import type { Lit } from '../state/lit.ts';
import { otherSide } from '../state/places.ts';
import type { Line } from './lines.ts';
import { bridge, regionOf, type Edges, type Region } from './shapes.ts';

/** The light on the pair under the eye, as paths. */
export interface Glow {
  /** Changes with the pair, not with its place on the screen. */
  readonly key: string;
  /** One shape: the sentence, the gutter between, its counterpart. */
  readonly main: readonly string[];
  /** Partial counterparts. */
  readonly near: readonly string[];
}

/** Where things are, in window coordinates. */
export interface Lamp {
  /** The lines of a sentence; empty while it is not laid out. */
  lines(side: Side, sentence: number): readonly Line[];
  /** The part of the surest counterpart that says the same, where only a part does. */
  part(side: Side): readonly Line[];
  readonly edges: Readonly<Record<Side, Edges>>;
  readonly lead: number;
}

export function glowOf(lit: Lit, lamp: Lamp): Glow {
  const regions = { fr: mainRegions(lit, lamp, 'fr'), en: mainRegions(lit, lamp, 'en') };
  const near = SIDES.flatMap((side) =>
    lit.near[side].flatMap((sentence) => regionAt(lamp, side, lamp.lines(side, sentence))),
  ).map(({ path }) => path);
  const other = otherSide(lit.from.side);
  // Where only a part of the counterpart says the same, the shape goes to that part.
  if (regions[other].length === 0) regions[other] = regionAt(lamp, other, lamp.part(other));
  const main = SIDES.flatMap((side) => regions[side].map(({ path }) => path));
  const from = regions.fr[0];
  const to = regions.en[0];
  if (from && to) main.push(bridge(from, lamp.edges.fr.right + 8, to, lamp.edges.en.left - 8));
  return { key: `${lit.from.side}${lit.from.sentence}`, main, near };
}

function regionAt(lamp: Lamp, side: Side, lines: readonly Line[]): Region[] {
  const region = regionOf(lines, lamp.edges[side], lamp.lead);
  return region ? [region] : [];
}

/** One region for each run of neighbouring sentences. */
function mainRegions(lit: Lit, lamp: Lamp, side: Side): Region[] {
  const runs: number[][] = [];
  for (const sentence of lit.main[side]) {
    const run = runs.at(-1);
    if (run?.at(-1) === sentence - 1) run.push(sentence);
    else runs.push([sentence]);
  }
  return runs.flatMap((run) =>
    regionAt(
      lamp,
      side,
      run.flatMap((sentence) => lamp.lines(side, sentence)),
    ),
  );
}
