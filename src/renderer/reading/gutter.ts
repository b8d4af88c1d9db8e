import type { Row, Side } from '../../contract.ts';
import { SIDES } from '../../contract.ts';
import type { Lit } from '../state/lit.ts';
import { isAlone, isSure, otherSide } from '../state/places.ts';
import { curve, type Edges } from './shapes.ts';

/** How a bracket or a connector looks; one side only is "dropped" or "added" by which side is the original. */
export type Ink = 'link' | 'moved' | 'dropped' | 'added';

/** The extent of a sentence, at the inner edge of its column. */
export interface Bracket {
  readonly key: string;
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
  readonly ink: Ink;
  readonly firm: boolean;
}

/** Leaves its sentence and arrives nowhere. */
export interface Stub {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  /** 1 to the right, -1 to the left. */
  readonly towards: 1 | -1;
  readonly ink: 'dropped' | 'added';
}

export interface Connector {
  readonly key: string;
  readonly path: string;
  readonly ends: readonly (readonly [x: number, y: number])[];
  readonly ink: Ink;
  readonly firm: boolean;
  readonly state: 'rest' | 'lit' | 'touched' | 'dim';
  /** The height between its ends. */
  readonly rise: number;
}

export interface Drawing {
  readonly brackets: readonly Bracket[];
  readonly stubs: readonly Stub[];
  readonly connectors: readonly Connector[];
}

/** All that the drawing depends on; heights are window coordinates. */
export interface Scene {
  readonly rows: readonly Row[];
  readonly original: Side;
  /** The sentences on the screen, page furniture left out. */
  readonly visible: Readonly<Record<Side, readonly number[]>>;
  rowsAt(side: Side, sentence: number): readonly number[];
  extent(side: Side, sentence: number): { readonly top: number; readonly bottom: number };
  isShown(row: Row): boolean;
  /** Goes against the order of the pairs that tie the columns: dashed like a moved one. */
  isCrossing(row: number): boolean;
  readonly lit: Lit | null;
  /** A connector that rises or falls further is drawn only while its pair is lit: many such make a wall. */
  readonly farthest: number;
  /** The inner edges of the columns. */
  readonly gutter: Edges;
}

/** Between the text and its bracket, pixels. */
const OFF = 14;

/** Brackets, stubs and connectors of what is on the screen. */
export function drawGutter(scene: Scene): Drawing {
  const brackets: Bracket[] = [];
  const stubs: Stub[] = [];
  const links = new Map<string, Link>();
  for (const side of SIDES) {
    for (const sentence of scene.visible[side]) {
      const rows = scene.rowsAt(side, sentence).filter((at) => isShownAt(scene, at));
      const look = lookOf(scene, side, rows);
      const x = bracketX(scene, side);
      const { top, bottom } = scene.extent(side, sentence);
      const key = `${side}${sentence}`;
      brackets.push({ key, x, top, bottom, ...look });
      if (look.ink === 'dropped' || look.ink === 'added') {
        stubs.push({ key, x, y: (top + bottom) / 2, towards: side === 'fr' ? 1 : -1, ink: look.ink });
      }
      for (const at of rows) for (const link of linksOf(scene.rows, at)) links.set(`${at} ${link.fr} ${link.en}`, link);
    }
  }
  const ports = new Ports(scene);
  const connectors = [...links]
    .map(([key, link]) => connect(scene, key, link, ports))
    .filter(({ state, rise }) => rise <= scene.farthest || state === 'lit' || state === 'touched');
  connectors.sort((a, b) => Number(a.state === 'lit') - Number(b.state === 'lit'));
  return { brackets, stubs, connectors };
}

interface Link {
  readonly row: number;
  readonly fr: number;
  readonly en: number;
}

/** One line for each pair of sentences; where both sides have several, each of the longer side goes to its share of the other. */
function linksOf(rows: readonly Row[], at: number): Link[] {
  const row = rows[at];
  if (!row || isAlone(row)) return [];
  const n = Math.max(row.fr.length, row.en.length);
  return Array.from({ length: n }, (_, index) => ({
    row: at,
    fr: row.fr[Math.floor((index * row.fr.length) / n)] ?? 0,
    en: row.en[Math.floor((index * row.en.length) / n)] ?? 0,
  }));
}

function isShownAt(scene: Scene, at: number): boolean {
  const row = scene.rows[at];
  return row !== undefined && scene.isShown(row);
}

function bracketX(scene: Scene, side: Side): number {
  return side === 'fr' ? scene.gutter.left + OFF : scene.gutter.right - OFF;
}

function lookOf(scene: Scene, side: Side, rows: readonly number[]): Pick<Bracket, 'ink' | 'firm'> {
  const mine = rows.flatMap((at) => scene.rows[at] ?? []);
  if (mine.some(isAlone)) return { ink: side === scene.original ? 'dropped' : 'added', firm: false };
  const sure = mine.filter(isSure);
  return { ink: sure.some((row) => row.status === 'moved') ? 'moved' : 'link', firm: sure.length > 0 };
}

function connect(scene: Scene, key: string, link: Link, ports: Ports): Connector {
  const row = scene.rows[link.row];
  const firm = row !== undefined && isSure(row);
  const x0 = bracketX(scene, 'fr');
  const x1 = bracketX(scene, 'en');
  const y0 = ports.y('fr', link);
  const y1 = ports.y('en', link);
  return {
    key,
    path: curve(x0, y0, x1, y1),
    ends: firm
      ? [
          [x0, y0],
          [x1, y1],
        ]
      : [],
    ink: row?.status === 'moved' || scene.isCrossing(link.row) ? 'moved' : 'link',
    firm,
    state: stateOf(scene.lit, link),
    rise: Math.abs(y1 - y0),
  };
}

function stateOf(lit: Lit | null, link: Link): Connector['state'] {
  if (!lit) return 'rest';
  if (lit.row === link.row) return 'lit';
  const touches = link[lit.from.side] === lit.from.sentence;
  return touches ? 'touched' : 'dim';
}

/** Several links of one sentence share its height, in the order of their other ends. */
class Ports {
  readonly #scene: Scene;
  readonly #order = new Map<string, readonly Link[]>();

  constructor(scene: Scene) {
    this.#scene = scene;
  }

  y(side: Side, link: Link): number {
    const { top, bottom } = this.#scene.extent(side, link[side]);
    const order = this.#linksAt(side, link[side]);
    const n = order.length;
    const other = otherSide(side);
    const at = order.findIndex((each) => each.row === link.row && each[other] === link[other]);
    const share = n <= 1 || at < 0 ? 0.5 : 0.18 + 0.64 * (at / (n - 1));
    return top + (bottom - top) * share;
  }

  #linksAt(side: Side, sentence: number): readonly Link[] {
    const key = `${side}${sentence}`;
    const known = this.#order.get(key);
    if (known) return known;
    const other = otherSide(side);
    const scene = this.#scene;
    const links = scene
      .rowsAt(side, sentence)
      .filter((at) => isShownAt(scene, at))
      .flatMap((at) => linksOf(scene.rows, at).filter((link) => link[side] === sentence))
      .sort((a, b) => a[other] - b[other]);
    this.#order.set(key, links);
    return links;
  }
}
