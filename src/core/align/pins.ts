import type { Anchor } from './order.ts';

/** A bead that the reader has fixed; one empty side fixes that the sentences stand alone. */
export interface Pin {
  readonly fr: readonly number[];
  readonly en: readonly number[];
}

/** The pins as constraints: their sentences leave the lattice, and the path is led through the places they leave. */
export interface Pins {
  readonly pins: readonly Pin[];
  /** 1 for each sentence that a pin speaks for. */
  readonly taken: { readonly fr: Uint8Array; readonly en: Uint8Array };
  /** The first sentences of the pins with two sides, in French order. */
  readonly anchors: readonly Anchor[];
}

/** A pin weighs as much in the search for the main order as the best anchor could. */
const PIN_MARGIN = 1;

/** @throws RangeError when a pin names a sentence that there is not, or that another pin names too */
export function readPins(pins: readonly Pin[], n: number, m: number): Pins {
  const taken = { fr: new Uint8Array(n), en: new Uint8Array(m) };
  const anchors: Anchor[] = [];
  for (const pin of pins) {
    for (const i of pin.fr) take(taken.fr, i);
    for (const j of pin.en) take(taken.en, j);
    if (pin.fr.length === 0 || pin.en.length === 0) continue;
    anchors.push({ i: Math.min(...pin.fr), j: Math.min(...pin.en), margin: PIN_MARGIN });
  }
  return { pins, taken, anchors: anchors.sort((a, b) => a.i - b.i) };
}

function take(taken: Uint8Array, sentence: number): void {
  if (taken[sentence] !== 0) throw new RangeError(`Sentence ${sentence} cannot be pinned`);
  taken[sentence] = 1;
}
