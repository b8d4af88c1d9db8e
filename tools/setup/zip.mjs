import { createReadStream, createWriteStream } from 'node:fs';
import { chmod, mkdir, open, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createInflateRaw, inflateRawSync } from 'node:zlib';

/**
 * Unpacks a part of a zip file, entry by entry, so that memory stays small. Sizes over 4 GB are not supported.
 * @param {string} archive
 * @param {string} folder
 * @param {(name: string) => string | null} placeOf where an entry goes, relative to the folder; null leaves it out
 */
export async function unzip(archive, folder, placeOf) {
  for (const entry of await entriesOf(archive)) {
    const place = placeOf(entry.name);
    if (place === null || entry.name.endsWith('/')) continue;
    if (place.split('/').includes('..')) throw new Error(`${entry.name}: a path that leaves the archive`);
    const path = join(folder, place);
    await mkdir(dirname(path), { recursive: true });
    const { start, end } = await dataRange(archive, entry);
    if (entry.symlink) {
      await symlink((await readRange(archive, start, end, entry.deflated)).toString('utf8'), path);
      continue;
    }
    const packed = createReadStream(archive, { start, end: end - 1 });
    const target = createWriteStream(path);
    if (entry.packedSize === 0) await pipeline([], target);
    else if (entry.deflated) await pipeline(packed, createInflateRaw(), target);
    else await pipeline(packed, target);
    await chmod(path, entry.mode);
  }
}

/**
 * Copies one file out of a .tgz, as a stream.
 * @param {string} archive
 * @param {string} name its path inside
 * @param {string} target
 */
export async function extractFromTarball(archive, name, target) {
  let found = false;
  const source = createReadStream(archive).pipe(createGunzip());
  await pipeline(
    source,
    async function* (chunks) {
      let held = Buffer.alloc(0);
      let left = 0; // bytes of the current entry that are still to come
      let padding = 0; // zeros up to the next 512-byte record
      let wanted = false;
      for await (const chunk of chunks) {
        held = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
        for (;;) {
          if (left > 0) {
            const part = held.subarray(0, left);
            if (part.length === 0) break;
            if (wanted) yield part;
            left -= part.length;
            held = held.subarray(part.length);
          } else if (padding > 0) {
            const skipped = Math.min(padding, held.length);
            if (skipped === 0) break;
            padding -= skipped;
            held = held.subarray(skipped);
          } else {
            if (held.length < 512) break;
            const size = parseInt(held.toString('latin1', 124, 136), 8) || 0;
            wanted = held.toString('utf8', 0, 100).replace(/\0.*$/s, '') === name;
            found ||= wanted;
            left = size;
            padding = (512 - (size % 512)) % 512;
            held = held.subarray(512);
          }
        }
      }
    },
    createWriteStream(target),
  );
  if (!found) throw new Error(`${archive} has no ${name}`);
}

/** @typedef {{name: string, packedSize: number, offset: number, deflated: boolean, mode: number, symlink: boolean}} Entry */

/**
 * The central directory (PKWARE APPNOTE 4.3.12), found through the end record (4.3.16).
 * @param {string} archive
 * @returns {Promise<Entry[]>}
 */
async function entriesOf(archive) {
  const file = await open(archive);
  try {
    const { size } = await file.stat();
    const tail = Buffer.alloc(Math.min(size, 65_557));
    await file.read(tail, 0, tail.length, size - tail.length);
    const end = tail.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
    if (end < 0) throw new Error(`${archive} is not a complete zip file`);
    const directory = Buffer.alloc(tail.readUInt32LE(end + 12));
    await file.read(directory, 0, directory.length, tail.readUInt32LE(end + 16));
    const entries = [];
    for (let at = 0; at + 46 <= directory.length;) {
      const nameLength = directory.readUInt16LE(at + 28);
      const attributes = directory.readUInt32LE(at + 38) >>> 16;
      entries.push({
        name: directory.toString('utf8', at + 46, at + 46 + nameLength),
        deflated: directory.readUInt16LE(at + 10) === 8,
        packedSize: directory.readUInt32LE(at + 20),
        offset: directory.readUInt32LE(at + 42),
        mode: attributes & 0o777 || 0o644,
        symlink: (attributes & 0o170000) === 0o120000,
      });
      at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
    }
    return entries;
  } finally {
    await file.close();
  }
}

/**
 * Where an entry's data stand: the local header repeats the name and has extra fields of its own length.
 * @param {string} archive
 * @param {Entry} entry
 */
async function dataRange(archive, entry) {
  const header = await readRange(archive, entry.offset, entry.offset + 30, false);
  const start = entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
  return { start, end: start + entry.packedSize };
}

/**
 * @param {string} archive
 * @param {number} start
 * @param {number} end
 * @param {boolean} deflated
 */
async function readRange(archive, start, end, deflated) {
  const file = await open(archive);
  try {
    const bytes = Buffer.alloc(end - start);
    await file.read(bytes, 0, bytes.length, start);
    return deflated ? inflateRawSync(bytes) : bytes;
  } finally {
    await file.close();
  }
}
