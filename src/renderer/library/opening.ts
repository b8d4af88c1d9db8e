/** A first line longer than this is no title but the text itself, characters. */
const LONGEST_TITLE = 120;

/**
 * The first lines of a text as a page of a small book: its title, and the prose after it on one line.
 *
 * @param title what stands above a text that begins without one
 */
export function openingOf(text: string, title: string): { readonly title: string; readonly text: string } {
  const lines = text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const [first = '', ...rest] = lines;
  if (first === '' || first.length > LONGEST_TITLE) return { title, text: lines.join(' ') };
  return { title: first, text: rest.join(' ') };
}
