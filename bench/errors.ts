import { drive } from '../src/core/align/steps.ts';
import { solve } from '../src/core/align/solve.ts';
import { beadScores, type BeadScore } from './beadScore.ts';
import { GOLD_FOLDER, readGold, type GoldDocument, type PlainBead } from './gold.ts';
import { keyOf } from './score.ts';
import { encodeAll } from './vectors.ts';

/**
 * `npm run eval -- errors [DIR] [PREFIX…]`: every place where the alignment of a gold document differs from gold, with
 * both texts and what the model gave the beads of either side: score in nats, probability. PREFIX: documents whose name
 * begins with it, all without one.
 */
export async function evalErrors(args: readonly string[]): Promise<void> {
  const isFolder = args[0] !== undefined && /[/\\.]/.test(args[0]);
  const folder = isFolder ? (args[0] ?? '') : GOLD_FOLDER;
  const prefixes = args.slice(isFolder ? 1 : 0);
  const documents = readGold(folder).filter(
    ({ name }) => prefixes.length === 0 || prefixes.some((prefix) => name.startsWith(prefix)),
  );
  const vectorsOf = await encodeAll(documents);
  let total = 0;
  for (const document of documents) {
    const input = { fr: document.fr, en: document.en, vectors: vectorsOf(document) };
    const solution = await drive(solve(input), 1, {});
    const scoreOf = beadScores(solution);
    for (const place of differences(document.beads, solution.candidates)) {
      total++;
      console.log(`\n${document.name}`);
      for (const bead of place.gold) console.log(`  gold    ${describe(bead, scoreOf(bead))}`);
      for (const bead of place.found) console.log(`  chosen  ${describe(bead, scoreOf(bead))}`);
      printTexts(document, place);
    }
  }
  console.log(`\n${total} places in ${documents.length} documents`);
}

interface Difference {
  readonly gold: PlainBead[];
  readonly found: PlainBead[];
}

/** Wrong and missed beads that share sentences, together. */
function differences(gold: readonly PlainBead[], found: readonly PlainBead[]): Difference[] {
  const goldKeys = new Set(gold.map(keyOf));
  const foundKeys = new Set(found.map(keyOf));
  const missed = gold.filter((bead) => !foundKeys.has(keyOf(bead)));
  const wrong = found.filter((bead) => !goldKeys.has(keyOf(bead)));
  const places: Difference[] = [];
  const owner = new Map<string, Difference>();
  const add = (bead: PlainBead, side: 'gold' | 'found'): void => {
    const names = [...bead.fr.map((i) => `fr ${i}`), ...bead.en.map((j) => `en ${j}`)];
    const met = [...new Set(names.flatMap((name) => owner.get(name) ?? []))];
    const place = met[0] ?? { gold: [], found: [] };
    if (met.length === 0) places.push(place);
    for (const other of met.slice(1)) {
      place.gold.push(...other.gold.splice(0));
      place.found.push(...other.found.splice(0));
      for (const [name, of] of owner) if (of === other) owner.set(name, place);
    }
    place[side].push(bead);
    for (const name of names) owner.set(name, place);
  };
  for (const bead of missed) add(bead, 'gold');
  for (const bead of wrong) add(bead, 'found');
  return places.filter((place) => place.gold.length + place.found.length > 0);
}

function describe({ fr, en }: PlainBead, score: BeadScore | null): string {
  const what = `${fr.join(',') || '–'} : ${en.join(',') || '–'}`;
  return score === null
    ? `${what}  (not in the lattice)`
    : `${what}  score ${score.score.toFixed(2)}  p ${score.probability.toFixed(3)}`;
}

function printTexts(document: GoldDocument, { gold, found }: Difference): void {
  const numbers = (side: 'fr' | 'en'): number[] =>
    [...new Set([...gold, ...found].flatMap((bead) => bead[side]))].sort((a, b) => a - b);
  for (const i of numbers('fr')) console.log(`    fr ${i}  ${document.fr[i] ?? ''}`);
  for (const j of numbers('en')) console.log(`    en ${j}  ${document.en[j] ?? ''}`);
}
