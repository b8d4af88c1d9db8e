/**
 * The values that a written figure may have. French and English swap comma and point, and authors mix them, so a figure
 * that can be read both ways has both values: 1.500 is 1500 or 1.5.
 * @param figure digits with their separators: `1 234,5`, `3.14`, `5,000,000`
 */
export function figureValues(figure: string): number[] {
  const digits = figure.replace(/[\u00a0\u202f\u2009'’]/g, '');
  if (/^\d+$/.test(digits)) return [Number(digits)];
  const values = new Set<number>();
  if (/^\d{1,3}([.,]\d{3})+$/.test(digits)) values.add(Number(digits.replace(/[.,]/g, '')));
  if (digits.match(/[.,]/g)?.length === 1) values.add(Number(digits.replace(',', '.')));
  const [, whole, separator, decimals] = /^(\d{1,3}(?:[.,]\d{3})*)([.,])(\d+)$/.exec(digits) ?? [];
  if (whole !== undefined && separator !== undefined && decimals !== undefined && !whole.includes(separator))
    values.add(Number(`${whole.replace(/[.,]/g, '')}.${decimals}`));
  if (values.size > 0) return [...values];
  // A date or a section number (3.1.2020): its parts.
  return digits.split(/[.,]/).map(Number);
}
