/**
 * What the set-up tells the person at the terminal. It goes to stderr, so that a command's results alone are on stdout.
 * @param {string} line
 */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/**
 * Does a part of the set-up. What goes wrong there is told without a stack, and ends the program.
 * @template T
 * @param {() => T | Promise<T>} work
 * @returns {Promise<T>}
 */
export async function orExit(work) {
  try {
    return await work();
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    process.exit(1);
  }
}
