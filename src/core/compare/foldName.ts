/** A name without case, accents, ligatures and hyphens, so that two spellings of it can be told to be the same. */
export function foldName(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .normalize('NFD')
    .replace(/\p{M}|\./gu, '')
    .replace(/[-‑’']/g, ' ')
    .trim();
}

/** How alike two folded names are written, 0 to 1: Dice's coefficient of their groups of two and three letters. */
export function likeness(a: string, b: string): number {
  const inA = groups(a);
  const inB = groups(b);
  let shared = 0;
  for (const group of inA) if (inB.has(group)) shared++;
  return (2 * shared) / (inA.size + inB.size);
}

function groups(name: string): Set<string> {
  const framed = `^${name}$`;
  const found = new Set<string>();
  for (const length of [2, 3]) {
    for (let at = 0; at + length <= framed.length; at++) found.add(framed.slice(at, at + length));
  }
  return found;
}
