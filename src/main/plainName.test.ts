import fc from 'fast-check';
import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { plainName } from './plainName.ts';

test('a title becomes a name that every system takes', () => {
  expect(plainName('L’Otan: “que faire ?” / What now? – pairs.csv')).toBe('L’Otan “que faire ” What now – pairs.csv');
});

test('a name never climbs, is never empty, and keeps its ending when it is long', () => {
  expect(plainName('../../etc/passwd')).toBe('etc passwd');
  expect(plainName(' ... ')).toBe('pairs.csv');
  expect(plainName(`${'a'.repeat(500)}.csv`)).toMatch(/^a{116}\.csv$/);
});

test('any name stays one name', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (name) => {
      const plain = plainName(name);
      expect(basename(plain)).toBe(plain);
      expect(plain).not.toMatch(/^\.|[\\/\0]/);
      expect(plain.length).toBeGreaterThan(0);
    }),
  );
});
