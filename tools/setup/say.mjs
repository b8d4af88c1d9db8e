/**
 * What the set-up tells the person at the terminal. It goes to stderr, so that a command's results alone are on stdout.
 * @param {string} line
 */
export function say(line) {
  process.stderr.write(`${line}\n`);
}
