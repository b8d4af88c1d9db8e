/** The first lines of a text as a page of a small book: its title, and the prose after it on one line. */
export function openingOf(text: string): { readonly title: string; readonly text: string } {
  const lines = text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const [title = '', ...rest] = lines;
  return { title, text: rest.join(' ') };
}
