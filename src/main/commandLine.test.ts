import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { namedPaths } from './commandLine.ts';

const here = resolve('here');

test('the words after the app are files, seen from where the person stands', () => {
  expect(namedPaths(['electron', '.', 'fr.txt', '/en.txt'], here, false)).toEqual([
    resolve(here, 'fr.txt'),
    resolve('/en.txt'),
  ]);
});

test('the packaged app has no word for itself', () => {
  expect(namedPaths(['vis-a-vis', 'fr.txt'], here, true)).toEqual([resolve(here, 'fr.txt')]);
});

test('switches are no files, unless they come after --', () => {
  expect(namedPaths(['electron', '.', '--no-sandbox', 'fr.txt', '--', '-en.txt'], here, false)).toEqual([
    resolve(here, 'fr.txt'),
    resolve(here, '-en.txt'),
  ]);
});

test('without a word there is no file', () => {
  expect(namedPaths(['electron', '.'], here, false)).toEqual([]);
});
