import { unzipSync, type UnzipFileInfo } from 'fflate';
import { MAX_FILE_BYTES } from '../../../contract.ts';

/** The most text that is unpacked, in bytes: as much as a plain text file may have. */
const MAX_UNPACKED_BYTES = MAX_FILE_BYTES;
/** A book has some hundred files in its archive, never as many as this. */
const MAX_ENTRIES = 20_000;

export type Unpacked =
  | { readonly kind: 'files'; readonly files: ReadonlyMap<string, Uint8Array> }
  | { readonly kind: 'too-large' | 'encrypted' | 'damaged' };

/**
 * The files of a zip archive whose names are wanted. A file gets no more memory than the archive's directory declares for
 * it, and what is declared is added up on the way: an archive of 40 kB that unpacks to gigabytes is refused when it comes
 * to the limit. A file that holds more than it declares is cut there.
 */
export function unpack(bytes: Uint8Array, isWanted: (name: string) => boolean): Unpacked {
  if (((bytes[6] ?? 0) & 1) === 1) return { kind: 'encrypted' };
  let declared = 0;
  return entries(bytes, ({ name, size, originalSize }) => {
    if (!isWanted(name)) return false;
    // Files that are stored as they are may lie over each other, and are copied by their packed size.
    declared += Math.max(size, originalSize);
    if (declared > MAX_UNPACKED_BYTES) throw new TooLarge();
    return true;
  });
}

/** The names in a zip archive's directory; null where there is none, as in a download that was cut off. */
export function namesIn(bytes: Uint8Array): readonly string[] | null {
  const names: string[] = [];
  const { kind } = entries(bytes, ({ name }) => {
    names.push(name);
    return false;
  });
  return kind === 'damaged' ? null : names;
}

function entries(bytes: Uint8Array, filter: (entry: UnzipFileInfo) => boolean): Unpacked {
  let count = 0;
  try {
    const files = unzipSync(bytes, {
      filter: (entry) => {
        if (++count > MAX_ENTRIES) throw new TooLarge();
        return filter(entry);
      },
    });
    return { kind: 'files', files: new Map(Object.entries(files)) };
  } catch (error) {
    return { kind: error instanceof TooLarge ? 'too-large' : 'damaged' };
  }
}

class TooLarge extends Error {}
