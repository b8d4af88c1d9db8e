import fc from 'fast-check';
import { sep } from 'node:path';
import { expect, test } from 'vitest';
import { servedPath } from './servedPath.ts';

const folders = { page: `${sep}app${sep}page`, encoder: `${sep}app${sep}encoder` };

test('an address stands for a file of the page', () => {
  expect(servedPath('app://vis-a-vis/index.html', folders)).toBe(['', 'app', 'page', 'index.html'].join(sep));
  expect(servedPath('app://vis-a-vis/assets/a.js?x#y', folders)).toBe(['', 'app', 'page', 'assets', 'a.js'].join(sep));
});

test('below /encoder/ it stands for a file of the encoder', () => {
  expect(servedPath('app://vis-a-vis/encoder/kernel.wasm', folders)).toBe(
    ['', 'app', 'encoder', 'kernel.wasm'].join(sep),
  );
});

test.each([
  'https://vis-a-vis/index.html',
  'app://other/index.html',
  'app://vis-a-vis/',
  'app://vis-a-vis/encoder/',
  'app://vis-a-vis/..%2fmain%2findex.js',
  'app://vis-a-vis/encoder/..%5c..%5cpackage.json',
  'app://vis-a-vis/C:%5cx.js',
  'app://vis-a-vis/%00.js',
  'app://vis-a-vis/%e0%a4',
  'app://vis-a-vis/.hidden.js',
  'nonsense',
])('%s stands for nothing', (address) => {
  expect(servedPath(address, folders)).toBeNull();
});

test('no address stands for a file outside of the two folders', () => {
  const part = fc.oneof(fc.string(), fc.constantFrom('..', '.', '%2e%2e', '%2f', '..%2f', '%5c', 'encoder', 'a.js'));
  fc.assert(
    fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
      const path = servedPath(`app://vis-a-vis/${parts.join('/')}`, folders);
      if (path === null) return;
      expect(path).not.toContain('..' + sep);
      expect([folders.page, folders.encoder].some((folder) => path.startsWith(folder + sep))).toBe(true);
    }),
  );
});
