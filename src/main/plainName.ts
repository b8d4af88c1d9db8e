/** A name that every system takes and that stays in its folder: the page made it of the articles' titles. */
export function plainName(name: string): string {
  const plain = name
    .replace(/[\p{Cc}<>:"/\\|?*]/gu, ' ')
    .replace(/\s+/g, ' ')
    // Only the end is kept of a long one, because the ending stands there.
    .slice(-120)
    .replace(/^[.\s]+|[.\s]+$/g, '');
  return plain === '' ? 'pairs.csv' : plain;
}
