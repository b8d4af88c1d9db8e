import { resolve } from 'node:path';

/**
 * The files that a command line names, as absolute paths. What starts with '-' is a switch, unless it comes after '--'.
 * @param argv `[electron, app, …]` of the unpacked app, `[program, …]` of the packaged one
 * @param folder where the person stands
 */
export function namedPaths(argv: readonly string[], folder: string, packaged: boolean): readonly string[] {
  const rest = argv.slice(packaged ? 1 : 2);
  const end = rest.indexOf('--');
  const before = end < 0 ? rest : rest.slice(0, end);
  const after = end < 0 ? [] : rest.slice(end + 1);
  return [...before.filter((arg) => !arg.startsWith('-')), ...after].map((path) => resolve(folder, path));
}
