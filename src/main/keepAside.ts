import { renameSync } from 'node:fs';
import { log } from './log.ts';

/**
 * Renames a damaged file, so that it is neither read again nor overwritten: `x.json` becomes
 * `x.json.damaged-2026-01-31T12-00-00`. At once, because what replaces it may be written next.
 */
export function keepAside(path: string): void {
  const time = new Date().toISOString().slice(0, 19).replaceAll(':', '-');
  try {
    renameSync(path, `${path}.damaged-${time}`);
  } catch (error) {
    log.error('a damaged file could not be renamed', error);
  }
}
