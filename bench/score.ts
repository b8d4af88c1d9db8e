import type { PlainBead } from './gold.ts';

/** Precision, recall and their harmonic mean. */
export interface Figures {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export interface Scores {
  /** A bead counts when gold has exactly it. Sentences alone are left aside. */
  readonly strict: Figures;
  /** A bead counts when it shares a French and an English sentence with one gold bead (as in vecalign). */
  readonly lax: Figures;
  /** Sentences that stand alone, both sides together. */
  readonly null: Figures;
  /** Sentence-to-sentence links that the beads imply. */
  readonly link: Figures;
}

/** Adds up what several documents give: figures are of all beads together, not means of documents. */
export class Tally {
  readonly #strict = new Count();
  readonly #lax = new Count();
  readonly #null = new Count();
  readonly #link = new Count();

  /** Sentences that neither of the two mentions do not count; those only gold mentions stand alone in the other. */
  add(gold: readonly PlainBead[], found: readonly PlainBead[]): void {
    const n = 1 + Math.max(-1, ...gold.flatMap(({ fr }) => fr));
    const m = 1 + Math.max(-1, ...gold.flatMap(({ en }) => en));
    const a = new Alignment(gold, n, m);
    const b = new Alignment(found, n, m);
    this.#strict.add(b.beads.filter((bead) => a.has(bead)).length, b.beads.length);
    this.#strict.addWanted(a.beads.filter((bead) => b.has(bead)).length, a.beads.length);
    this.#lax.add(b.beads.filter((bead) => a.touches(bead)).length, b.beads.length);
    this.#lax.addWanted(a.beads.filter((bead) => b.touches(bead)).length, a.beads.length);
    for (const [wanted, given, count] of [
      [a.alone, b.alone, this.#null],
      [a.links, b.links, this.#link],
    ] as const) {
      const common = [...given].filter((key) => wanted.has(key)).length;
      count.add(common, given.size);
      count.addWanted(common, wanted.size);
    }
  }

  scores(): Scores {
    return {
      strict: this.#strict.figures(),
      lax: this.#lax.figures(),
      null: this.#null.figures(),
      link: this.#link.figures(),
    };
  }
}

class Count {
  #right = 0;
  #given = 0;
  #found = 0;
  #wanted = 0;

  add(right: number, given: number): void {
    this.#right += right;
    this.#given += given;
  }

  addWanted(found: number, wanted: number): void {
    this.#found += found;
    this.#wanted += wanted;
  }

  figures(): Figures {
    const precision = this.#given > 0 ? this.#right / this.#given : 0;
    const recall = this.#wanted > 0 ? this.#found / this.#wanted : 0;
    const sum = precision + recall;
    return { precision, recall, f1: sum > 0 ? (2 * precision * recall) / sum : 0 };
  }
}

/** One alignment of a document, ready to be compared with another. */
class Alignment {
  readonly beads: readonly PlainBead[];
  readonly alone = new Set<string>();
  readonly links = new Set<string>();
  readonly #keys: ReadonlySet<string>;

  constructor(beads: readonly PlainBead[], n: number, m: number) {
    this.beads = beads.filter(({ fr, en }) => fr.length > 0 && en.length > 0);
    this.#keys = new Set(this.beads.map(keyOf));
    const pairedFr = new Set(this.beads.flatMap(({ fr }) => fr));
    const pairedEn = new Set(this.beads.flatMap(({ en }) => en));
    const mentionedFr = Math.max(n, 1 + Math.max(-1, ...beads.flatMap(({ fr }) => fr)));
    const mentionedEn = Math.max(m, 1 + Math.max(-1, ...beads.flatMap(({ en }) => en)));
    for (let i = 0; i < mentionedFr; i++) if (!pairedFr.has(i)) this.alone.add(`fr ${i}`);
    for (let j = 0; j < mentionedEn; j++) if (!pairedEn.has(j)) this.alone.add(`en ${j}`);
    for (const { fr, en } of this.beads) for (const i of fr) for (const j of en) this.links.add(`${i} ${j}`);
  }

  has(bead: PlainBead): boolean {
    return this.#keys.has(keyOf(bead));
  }

  touches({ fr, en }: PlainBead): boolean {
    return fr.some((i) => en.some((j) => this.links.has(`${i} ${j}`)));
  }
}

export function keyOf({ fr, en }: PlainBead): string {
  return `${fr.join(',')}|${en.join(',')}`;
}
