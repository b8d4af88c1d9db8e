import { strToU8, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { namesIn, unpack } from './zip.ts';

it('unpacks what is wanted and nothing else', () => {
  const bytes = zipSync({ 'a.xml': strToU8('<a/>'), 'b.png': new Uint8Array(10) });
  const unpacked = unpack(bytes, (name) => name.endsWith('.xml'));
  expect(unpacked).toEqual({ kind: 'files', files: new Map([['a.xml', strToU8('<a/>')]]) });
  expect(namesIn(bytes)).toEqual(['a.xml', 'b.png']);
});

it('refuses an archive whose files are small together only while they are packed', () => {
  const zeros = new Uint8Array(20_000_000);
  const bytes = zipSync({ a: zeros, b: zeros, c: zeros }, { level: 1 });
  expect(bytes.length).toBeLessThan(500_000);
  expect(unpack(bytes, () => true)).toEqual({ kind: 'too-large' });
  expect(unpack(bytes, (name) => name !== 'b').kind).toBe('files');
});

it('cuts a file off where it holds more than it declares', () => {
  const bytes = zipSync({ a: new Uint8Array(1_000_000) });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const directory = view.getUint32(bytes.length - 22 + 16, true);
  view.setUint32(directory + 24, 1000, true);
  const unpacked = unpack(bytes, () => true);
  expect(unpacked.kind === 'files' ? (unpacked.files.get('a')?.length ?? 0) : 0).toBeLessThanOrEqual(1000);
});

it('refuses an archive of more files than any document has', () => {
  const empty = new Uint8Array();
  const bytes = zipSync(Object.fromEntries(Array.from({ length: 20_001 }, (_, i) => [String(i), empty])), { level: 0 });
  expect(unpack(bytes, () => true)).toEqual({ kind: 'too-large' });
});

it('calls what is cut off, or no archive at all, damaged', () => {
  const bytes = zipSync({ 'a.xml': strToU8('<a/>') });
  for (let length = 0; length < bytes.length; length++) {
    expect(unpack(bytes.subarray(0, length), () => true).kind).toBe('damaged');
  }
});
